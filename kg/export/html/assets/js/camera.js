// Moving the camera. With reduced motion asked for, it jumps.

import { net } from "./canvas.js";
import { viewNow, settled, thicken } from "./network.js";
import { scene } from "./scene.js";

const still = window.matchMedia("(prefers-reduced-motion: reduce)");

/** Move to a place and zoom, at once or gliding. */
export function go(x, y, scale, quick = false) {
  const jump = quick || still.matches;
  net.vis.moveTo({ position: { x, y }, scale, animation: jump ? false : { duration: 350, easingFunction: "easeInOutQuad" } });
  if (jump) net.whole ? thicken() : settled();
}

/** Show everything, or the given nodes. */
export function fit(nodes = null, quick = false) {
  const b = nodes ? around(nodes) : scene.box;
  const under = covered();
  const scale = Math.min(roomFor(b, under), 1.35);
  go((b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2 + (under / 2 - 12) / scale, scale, quick);
}

function around(nodes) {
  const b = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (const v of nodes) {
    b.x0 = Math.min(b.x0, scene.x[v]);
    b.x1 = Math.max(b.x1, scene.x[v]);
    b.y0 = Math.min(b.y0, scene.y[v]);
    b.y1 = Math.max(b.y1, scene.y[v]);
  }
  return b;
}

/** The centre nearest to a place from which no more than a margin beside the picture is in sight. */
function framed(x, y, scale) {
  const b = scene.box, edge = 70 / scale;
  const along = (at, lo, hi, half) => (hi - lo + 2 * edge <= 2 * half ? (lo + hi) / 2 : Math.max(lo - edge + half, Math.min(hi + edge - half, at)));
  return [along(x, b.x0, b.x1, net.box.clientWidth / 2 / scale), along(y, b.y0, b.y1, (net.box.clientHeight - covered()) / 2 / scale)];
}

/** Bring nodes into view, near enough to be read; the first of them where they do not fit. */
export function reveal(nodes, quick = false) {
  const now = viewNow(), under = covered();
  const least = net.whole ? Math.min(0.9, Math.max(0.5, 9 / Math.sqrt(scene.node.length + 1))) : 1;
  const fits = roomFor(around(nodes), under);
  const all = nodes.length > 1 && fits >= least / (under ? 4 : 2);
  const scale = all ? Math.min(fits, net.whole ? 1.15 : 2) : Math.max(now.scale, least);
  const b = around(all ? nodes : nodes.slice(0, 1));
  const [left, top] = now.at(b.x0, b.y0), [right, bottom] = now.at(b.x1, b.y1);
  const seen = left > 40 && top > 60 && right < now.width - 60 && bottom < now.height - under - 40;
  if (seen && now.scale >= scale * 0.8) return;
  const [x, y] = framed((b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2, scale);
  go(x, y + under / 2 / scale, scale, quick);
}

/** The scale at which a rectangle of the graph fits what is free of the canvas. */
function roomFor(b, under) {
  const width = Math.max(net.box.clientWidth, 80), height = Math.max(net.box.clientHeight, 80);
  const room = { x: Math.max(60, width * 0.9 - 50), y: Math.max(60, height - under - (under ? 84 : 130)) };
  return Math.min(room.x / Math.max(60, b.x1 - b.x0), room.y / Math.max(60, b.y1 - b.y0));
}

/** Pixels at the foot of the canvas that the panel of a small screen lies over (54 % of its height). */
function covered() {
  if (window.innerWidth > 900 || !document.body.classList.contains("panel-open")) return 0;
  return Math.max(0, net.box.getBoundingClientRect().bottom - window.innerHeight * 0.46);
}

export const zoom = (factor) => {
  const v = viewNow();
  go(v.centre.x, v.centre.y, Math.max(0.005, Math.min(6, v.scale * factor)));
};

export const pan = (dx, dy) => {
  const v = viewNow();
  go(v.centre.x + dx / v.scale, v.centre.y + dy / v.scale, v.scale, true);
};
