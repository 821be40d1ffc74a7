// Graphs above the stated size: provinces first, their agencies when opened, members when opened further.

import { data } from "./data.js";
import { state } from "./state.js";
import { colours } from "./looks.js";
import { name, figure, tiles } from "./words.js";

const OPEN = 230; // pixels of radius at which a province gives way to its agencies
const OPEN_HUB = 60; // and an agency to its members

export const provinceName = (code) => (tiles[code] ? tiles[code][state.lang].replace("\u00ad", "") : code);

/** Draw what is closed at this zoom. Returns the nodes and rectangles it has named, and whether so much is closed
 * that single nodes need no names; null where there is no overview. */
export function drawOverview(ctx, view) {
  const groups = data.picture.groups;
  if (!groups || state.near.length || state.path) return null;
  const told = { named: [], boxes: [], bare: false };
  links(ctx, view, groups);
  let closed = 0;
  for (const group of groups) {
    const [code, x, y, r, n, hubs] = group;
    const [px, py] = view.at(x, y);
    const radius = r * view.scale;
    if (px + radius < 0 || py + radius < 0 || px - radius > view.width || py - radius > view.height) continue;
    if (radius >= OPEN) {
      outline(ctx, px, py, radius);
      agencies(ctx, view, hubs, told);
      continue;
    }
    closed++;
    disc(ctx, px, py, radius, 0.4);
    if (radius > 9) title(ctx, px, py, provinceName(code), figure(n), Math.max(11, Math.min(17, radius / 3)), told);
  }
  told.bare = closed > 0 || view.scale * 46 < 26;
  return told;
}

/** Lines between closed provinces, as thick as they are many. */
function links(ctx, view, groups) {
  const at = new Map(groups.map((g) => [g[0], g]));
  const most = Math.max(1, ...data.picture.links.map((l) => l[2]));
  ctx.strokeStyle = colours().line;
  for (const [a, b, n] of data.picture.links) {
    const from = at.get(a), to = at.get(b);
    if (!from || !to || from[3] * view.scale >= OPEN || to[3] * view.scale >= OPEN || n < most / 40) continue;
    ctx.globalAlpha = 0.1 + 0.4 * (n / most);
    ctx.lineWidth = 0.7 + 5 * (n / most);
    ctx.beginPath();
    ctx.moveTo(...view.at(from[1], from[2]));
    ctx.lineTo(...view.at(to[1], to[2]));
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
}

/** Closed agencies as discs; the largest are named as far as there is room. */
function agencies(ctx, view, hubs, told) {
  for (const [hub, x, y, r, n] of hubs) {
    const [px, py] = view.at(x, y);
    const radius = r * view.scale;
    if (radius < 7 || radius >= OPEN_HUB || px < -radius || py < -radius || px > view.width + radius || py > view.height + radius) continue;
    disc(ctx, px, py, radius, 0.35);
    if (radius > 17 && hub >= 0 && title(ctx, px, py, name(hub).slice(0, 12), figure(n), Math.min(13, radius / 2.6 + 4), told)) told.named.push(hub);
  }
}

function outline(ctx, x, y, r) {
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 7);
  ctx.strokeStyle = colours().line;
  ctx.globalAlpha = 0.5;
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.globalAlpha = 1;
}

function disc(ctx, x, y, r, strength) {
  outline(ctx, x, y, r);
  ctx.beginPath();
  ctx.arc(x, y, Math.max(3, r), 0, 7);
  ctx.globalAlpha = strength;
  ctx.fillStyle = colours().paper;
  ctx.fill();
  ctx.globalAlpha = 1;
}

/** A name with its number, where no other stands yet; says whether it was written. */
function title(ctx, x, y, text, count, size, told) {
  ctx.font = `600 ${size}px "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif`;
  const half = ctx.measureText(text).width / 2 + 3;
  const box = [x - half, y - size * 1.1, x + half, y + size * 1.1, -1];
  if (told.boxes.some((o) => o[0] < box[2] && o[2] > box[0] && o[1] < box[3] && o[3] > box[1])) return false;
  told.boxes.push(box);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.lineWidth = 4;
  ctx.strokeStyle = colours().halo;
  ctx.fillStyle = colours().ink;
  ctx.strokeText(text, x, y - size * 0.5);
  ctx.fillText(text, x, y - size * 0.5);
  ctx.font = `400 ${size * 0.8}px sans-serif`;
  ctx.strokeText(count, x, y + size * 0.6);
  ctx.fillText(count, x, y + size * 0.6);
  return true;
}

/** The closed province or agency at a point, as `{x, y, r}`, or null. */
export function overviewAt(x, y, view) {
  if (state.near.length || state.path) return null;
  for (const [, gx, gy, r, , hubs] of data.picture.groups || []) {
    if (Math.hypot(x - gx, y - gy) > r) continue;
    if (r * view.scale < OPEN) return { x: gx, y: gy, r };
    for (const [, hx, hy, hr] of hubs) {
      const px = hr * view.scale;
      if (px >= 7 && px < OPEN_HUB && Math.hypot(x - hx, y - hy) < hr) return { x: hx, y: hy, r: hr };
    }
  }
  return null;
}
