// The whole graph as pictures behind the network, for graphs of which only a part can be live: one of
// everything, drawn once, and a sharp one of the present view, drawn when the view comes to rest.

import { data } from "./data.js";
import { net } from "./canvas.js";
import { scene, inside } from "./scene.js";
import { edgeFace, groupOf, standing } from "./standing.js";
import { colours, faceColour } from "./looks.js";

const SIDE = 1800;
const EDGES_IN_WHOLE = 90000;
const pictures = { whole: null, view: null };

/** Forget both pictures: the scene or the theme has changed. */
export function spoil() {
  pictures.whole = null;
  pictures.view = null;
}

/** Draw behind the network, faintly while something is lit. `ctx` is in graph units. */
export function drawBehind(ctx) {
  if (!pictures.whole) pictures.whole = paint(bounds(), SIDE, data.nM <= EDGES_IN_WHOLE ? Infinity : 0);
  for (const p of [pictures.whole, pictures.view]) {
    if (!p) continue;
    if (p === pictures.view) {
      ctx.fillStyle = colours().paper;
      ctx.fillRect(p.x0, p.y0, p.x1 - p.x0, p.y1 - p.y0);
    }
    ctx.globalAlpha = net.lit ? 0.4 : 1;
    ctx.drawImage(p.canvas, p.x0, p.y0, p.x1 - p.x0, p.y1 - p.y0);
    ctx.globalAlpha = 1;
  }
}

/** Draw the present view sharply; `rect` is what is on screen, in graph units. */
export function sharpen(rect, pixels) {
  const whole = pictures.whole;
  if (!whole) return;
  const dense = pixels / (rect.x1 - rect.x0);
  if (dense <= whole.dense * 1.15) {
    pictures.view = null;
    return;
  }
  const mx = (rect.x1 - rect.x0) * 0.25, my = (rect.y1 - rect.y0) * 0.25;
  const wide = { x0: rect.x0 - mx, y0: rect.y0 - my, x1: rect.x1 + mx, y1: rect.y1 + my };
  pictures.view = paint(wide, pixels * 1.5, 60000);
}

function bounds() {
  const b = scene.box;
  const m = 60 + (b.x1 - b.x0) * 0.02;
  return { x0: b.x0 - m, y0: b.y0 - m, x1: b.x1 + m, y1: b.y1 + m };
}

/** A picture of a rectangle of the graph, its longer side so many pixels, with at most so many edges. */
function paint(rect, side, most) {
  const w = rect.x1 - rect.x0, h = rect.y1 - rect.y0;
  const dense = side / Math.max(w, h);
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(w * dense));
  canvas.height = Math.max(1, Math.round(h * dense));
  const ctx = canvas.getContext("2d");
  ctx.scale(dense, dense);
  ctx.translate(-rect.x0, -rect.y0);
  if (most) paintEdges(ctx, rect, dense, most);
  paintNodes(ctx, rect, dense);
  return { canvas, dense, ...rect };
}

/** Edges, one path a colour; those that have no end in the rectangle only cross it and are left out. */
function paintEdges(ctx, r, dense, most) {
  const byFace = new Map();
  let n = 0;
  for (const e of scene.edge) {
    const ax = scene.x[data.s[e]], ay = scene.y[data.s[e]], bx = scene.x[data.t[e]], by = scene.y[data.t[e]];
    if (!within(r, ax, ay) && !within(r, bx, by)) continue;
    if (++n > most) break;
    const face = edgeFace(e);
    if (!byFace.has(face)) byFace.set(face, new Path2D());
    const path = byFace.get(face);
    path.moveTo(ax, ay);
    path.lineTo(bx, by);
  }
  ctx.globalAlpha = n > 20000 ? 0.1 : n > 3000 ? 0.17 : n > 800 ? 0.28 : 0.5;
  ctx.lineWidth = Math.max(0.6, 0.9) / dense;
  for (const [face, path] of byFace) {
    ctx.strokeStyle = faceColour(face);
    ctx.stroke(path);
  }
  ctx.globalAlpha = 1;
}

const within = (r, x, y) => x >= r.x0 && x <= r.x1 && y >= r.y0 && y <= r.y1;

/** Nodes as small squares of their colour, standings in theirs. */
function paintNodes(ctx, r, dense) {
  const tones = colours();
  const list = inside(r.x0, r.y0, r.x1, r.y1, Infinity);
  const byTone = new Map();
  for (const v of list) {
    const tone = standing(v) ? faceColour(standing(v)) : tones[groupOf(v)] || tones.other;
    if (!byTone.has(tone)) byTone.set(tone, []);
    byTone.get(tone).push(v);
  }
  for (const [tone, nodes] of byTone) {
    ctx.fillStyle = tone;
    for (const v of nodes) {
      const half = Math.max(1.1 / dense, Math.min(2.4 / dense + Math.sqrt(data.byEdge.count(v)) * 0.4 / dense, 12));
      ctx.fillRect(scene.x[v] - half, scene.y[v] - half, half * 2, half * 2);
    }
  }
}
