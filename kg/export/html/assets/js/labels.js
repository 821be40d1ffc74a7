// Names on the canvas: upright, sharp, of one size on the screen, and never one over the other. The
// more a node is connected the sooner it is named; zooming in makes room for more.

import { data, isFact } from "./data.js";
import { scene } from "./scene.js";
import { name } from "./words.js";
import { colours, nodeLook } from "./looks.js";
import { standing } from "./standing.js";

const MOST = 160;
const widths = new Map();
const FONT = '-apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';
/** Boxes of the names last drawn, in screen pixels. */
export const boxes = [];
let order = [];
let lines = new Map();

/** Names in order of importance; call when the scene changes. */
export function rankLabels() {
  const weight = (v) => data.byEdge.count(v) * 2 + data.byFact.count(v) + (standing(v) ? (scene.node.length < 300 ? 40 : 2) : 0) - (isFact(v) ? 3 : 0);
  const rank = new Map(scene.node.map((v) => [v, weight(v)]));
  order = [...scene.node].sort((a, b) => rank.get(b) - rank.get(a) || a - b);
  if (order.length > 6000) order.length = 6000;
  lines = new Map();
}

/** Forget wrapped names: the language has changed. */
export const rewrap = () => lines.clear();

/** One or two lines of at most nine wide letters each. */
export function wrap(text) {
  const letters = Array.from(text.replace(/[\u202a-\u202e\u2066-\u2069\u0000-\u001f]/g, " ").slice(0, 60));
  const width = (c) => (c.codePointAt(0) > 0x2e7f ? 1 : 0.55);
  const out = [""];
  let used = 0;
  for (const c of letters) {
    if (used + width(c) > 9.01) {
      if (out.length === 2) {
        out[1] = out[1].slice(0, -1) + "…";
        return out;
      }
      const cut = /[A-Za-z]$/.test(out[0]) && /[A-Za-z]/.test(c) ? out[0].lastIndexOf(" ") : -1;
      const rest = cut > 3 ? out[0].slice(cut + 1) : "";
      if (cut > 3) out[0] = out[0].slice(0, cut);
      out.push(rest);
      used = Array.from(rest).reduce((n, l) => n + width(l), 0);
    }
    out[out.length - 1] += c;
    used += width(c);
  }
  return out;
}

/** Draw over the network, in screen pixels. `first` are nodes to name before all others, then those lit; `closed` what
 * the overview has named already. */
export function drawLabels(ctx, view, first, lit, grown, closed = null) {
  const pen = {
    ctx, view, size: Math.max(11, Math.min(15, 12.5 * view.scale)), taken: new Occupied(), tone: colours(),
    radius: (v) => nodeLook(v).size * grown * view.scale, careful: scene.node.length <= 400,
  };
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  ctx.lineJoin = "round";
  if (pen.careful) for (const v of scene.node) keepOff(pen, v);
  const most = scene.node.length <= 1100 ? MOST : scene.node.length > 5000 && view.scale < 0.25 ? MOST / 4 : MOST / 2;
  const done = new Set(closed ? closed.named : []);
  boxes.length = 0;
  for (const box of closed ? closed.boxes : []) {
    pen.taken.add(box);
    boxes.push(box.slice(0, 4));
  }
  let drawn = 0;
  const put = (v, must, faint) => {
    if (done.has(v) || !scene.on[v]) return;
    done.add(v);
    if (label(pen, v, must, faint)) drawn++;
  };
  for (const v of first) put(v, true, false);
  if (lit) for (const v of order) if (lit.has(v) && drawn < most) put(v, false, false);
  for (const v of order) {
    if (drawn >= most) break;
    if (!(isFact(v) && view.scale < 0.55)) put(v, false, lit);
  }
  return drawn;
}

/** The room of a sign, which no label of another node may cover. */
function keepOff(pen, v) {
  const [x, y] = pen.view.at(scene.x[v], scene.y[v]);
  const r = pen.radius(v) * 0.8;
  if (x > -20 && y > -20 && x < pen.view.width + 20 && y < pen.view.height + 20) pen.taken.add([x - r, y - r, x + r, y + r, v, true]);
}

/** Name one node: under its sign, or above or beside it where that is taken. */
function label(pen, v, must, faint) {
  const [x, y] = pen.view.at(scene.x[v], scene.y[v]);
  if (x < -40 || y < -20 || x > pen.view.width + 40 || y > pen.view.height + 20) return false;
  if (!lines.has(v)) lines.set(v, wrap(name(v)));
  const rows = lines.get(v);
  const small = isFact(v) ? pen.size - 1.5 : pen.size;
  const wide = Math.max(...rows.map((r) => measure(pen.ctx, r))) * small, tall = rows.length * small * 1.18;
  const r = pen.radius(v) + 3;
  const spots = [[x, y + r], [x, y - r - tall], [x + r + wide / 2 + 2, y - tall / 2], [x - r - wide / 2 - 2, y - tall / 2]];
  const box = ([cx, top]) => [cx - wide / 2 - 1, top - 1, cx + wide / 2 + 1, top + tall + 1, v];
  const fits = (over) => (s) => pen.taken.free(box(s), over) && (!pen.careful || inSight(box(s), pen.view));
  const some = pen.careful || must ? spots : spots.slice(0, 1);
  // A hub among its many neighbours may lie over their signs rather than go without a name.
  const hub = pen.careful && data.byEdge.count(v) >= 6;
  const spot = some.find(fits(false)) || (hub && some.find(fits(true))) || (must ? spots[0] : null);
  if (!spot) return false;
  pen.taken.add(box(spot));
  boxes.push(box(spot).slice(0, 4));
  write(pen, rows, spot, small, must, faint, isFact(v));
  return true;
}

/** Not cut off by the edge of the canvas, unless the view is zoomed in and everything is. */
const inSight = (box, view) => view.scale > 1.1 || (box[0] > 0 && box[2] < view.width);

function write({ ctx, tone }, rows, [x, top], size, strong, faint, soft) {
  ctx.font = `${strong ? 600 : 400} ${size}px ${FONT}`;
  ctx.globalAlpha = faint ? 0.22 : 1;
  ctx.strokeStyle = tone.halo;
  ctx.lineWidth = 3.2;
  ctx.fillStyle = soft ? tone.soft : tone.ink;
  rows.forEach((row, i) => {
    ctx.strokeText(row, x, top + i * size * 1.18);
    ctx.fillText(row, x, top + i * size * 1.18);
  });
  ctx.globalAlpha = 1;
}

/** Width of a text at one pixel of font size. */
function measure(ctx, text) {
  if (!widths.has(text)) {
    ctx.font = `400 20px ${FONT}`;
    widths.set(text, ctx.measureText(text).width / 20);
  }
  return widths.get(text);
}

/** A word along a line, on its middle; used for edges in hand. */
export function drawTag(ctx, text, x, y, colour) {
  ctx.font = `500 11.5px ${FONT}`;
  const wide = ctx.measureText(text).width + 10;
  ctx.fillStyle = colours().paper;
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.roundRect(x - wide / 2, y - 9, wide, 18, 4);
  ctx.fill();
  ctx.stroke();
  ctx.fillStyle = colours().ink;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(text, x, y + 0.5);
}

/** Rectangles already taken, in a coarse grid. */
class Occupied {
  constructor() {
    this.cells = new Map();
  }

  each(box, fn) {
    for (let i = Math.floor(box[0] / 90); i <= Math.floor(box[2] / 90); i++) {
      for (let j = Math.floor(box[1] / 40); j <= Math.floor(box[3] / 40); j++) if (fn(i * 4096 + j)) return true;
    }
    return false;
  }

  /** Whether a rectangle is free of other labels, and of signs unless it may lie over them. */
  free(box, overSigns = false) {
    return !this.each(box, (key) => (this.cells.get(key) || []).some((o) => o[4] !== box[4] && !(overSigns && o[5]) && o[0] < box[2] && o[2] > box[0] && o[1] < box[3] && o[3] > box[1]));
  }

  add(box) {
    this.each(box, (key) => {
      if (this.cells.has(key)) this.cells.get(key).push(box);
      else this.cells.set(key, [box]);
      return false;
    });
  }
}
