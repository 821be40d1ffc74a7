// What stands on the canvas now: nodes and edges that pass filters and focus, and where they stand.

import { data, neighbours, isFact, isTerm, factNode, fillers } from "./data.js";
import { state } from "./state.js";
import { shown } from "./filter.js";

const SPREAD = 800; // nodes up to which the picture is fitted to the shape of the window
export const scene = { node: [], edge: [], on: null, x: null, y: null, events: false, local: false, grid: null, box: null, swap: false };

/** Rebuild the scene from the state. */
export function stage(portrait) {
  const events = state.events && !!data.picture.ex;
  const inFocus = focusSet(events);
  const on = new Uint8Array(data.n);
  const node = [];
  const end = events ? data.n : data.nThings;
  for (let v = 0; v < end; v++) {
    if (!shown.node[v] || (inFocus && !inFocus.has(v)) || (!events && isTerm(v) && !data.byEdge.count(v))) continue;
    on[v] = 1;
    node.push(v);
  }
  Object.assign(scene, { on, node, events, local: !!inFocus });
  scene.edge = lines(on, events);
  place(events, inFocus, portrait);
  index();
}

/** Edge numbers to draw; with facts shown, an edge that rests on facts gives way to them. */
function lines(on, events) {
  const out = [];
  for (let e = 0; e < data.nM; e++) {
    if (!shown.edge[e] || !on[data.s[e]] || !on[data.t[e]]) continue;
    if (events && data.edges.f[e].some((f) => on[factNode(f)])) continue;
    out.push(e);
  }
  return out;
}

/** Lines from facts to what fills their roles: `[fact, index in its role row]`. */
export function roleLines() {
  if (!scene.events) return [];
  const out = [];
  for (const v of scene.node) {
    if (!isFact(v)) continue;
    const row = data.facts.role[v - data.nThings];
    for (let i = 0; i < row.length; i += 2) if (scene.on[row[i + 1]] && row[i + 1] !== v) out.push([v - data.nThings, i]);
  }
  return out;
}

/** Nodes in focus: the neighbourhoods of `state.near`, or the path; null = no focus. */
function focusSet(events) {
  if (state.path) return new Set(pathBetween(state.path[0], state.path[1], events) || state.path);
  if (!state.near.length) return null;
  const out = new Set(state.near);
  for (const v of state.near) for (const w of neighbours(v, events)) if (events || !isFact(w)) out.add(w);
  return out;
}

/** Shortest path over what passes the filters, or null; only if there is no other, over a shared measure or term. */
export function pathBetween(from, to, events = scene.events) {
  return walk(from, to, events, (w) => w === to || !isTerm(w)) || walk(from, to, events, () => true);
}

function walk(from, to, events, may) {
  const back = new Map([[from, -1]]);
  let front = [from];
  while (front.length && !back.has(to)) {
    const next = [];
    for (const v of front) {
      for (const w of passable(v, events)) {
        if (back.has(w) || !may(w)) continue;
        back.set(w, v);
        next.push(w);
      }
    }
    front = next;
  }
  if (!back.has(to)) return null;
  const path = [];
  for (let v = to; v >= 0; v = back.get(v)) path.unshift(v);
  return path;
}

function passable(v, events) {
  const out = [];
  for (const e of data.byEdge.of(v)) {
    const w = data.s[e] === v ? data.t[e] : data.s[e];
    if (shown.edge[e] && w < data.nThings) out.push(w);
  }
  if (events && isFact(v)) out.push(...fillers(v - data.nThings).filter((w) => shown.node[w]));
  else if (events) for (const f of data.byFact.of(v)) if (shown.fact[f]) out.push(factNode(f));
  return out;
}

/** Positions: the layout of the page, or rings around the focus. Tall screens get it turned. */
function place(events, focus, portrait) {
  const base = events ? [data.picture.ex, data.picture.ey] : [data.x, data.y];
  const [from, to] = portrait ? [base[1], base[0]] : base;
  scene.x = Float32Array.from(from);
  scene.y = Float32Array.from(to);
  scene.swap = portrait;
  if (focus && scene.node.length <= 400) state.path ? row() : rings(state.near);
  else if (!focus && scene.node.length <= SPREAD) spread(portrait ? 1.7 : 1.35);
}

/** Draw a small graph out along one side, within reason, so that it fills the window it stands in. */
function spread(most) {
  const { clientWidth: width, clientHeight: height } = document.getElementById("stage");
  if (!width || scene.node.length < 3) return;
  const range = (at) => scene.node.reduce(([a, b], v) => [Math.min(a, at[v]), Math.max(b, at[v])], [Infinity, -Infinity]);
  const [x0, x1] = range(scene.x), [y0, y1] = range(scene.y);
  const slack = (width * 0.9 - 50) / Math.max(60, x1 - x0) / ((height - 130) / Math.max(60, y1 - y0));
  const at = slack > 1 ? scene.x : scene.y;
  const by = Math.min(most, Math.max(slack, 1 / slack));
  for (const v of scene.node) at[v] *= by;
}

function row() {
  const path = pathBetween(state.path[0], state.path[1]) || state.path;
  path.forEach((v, i) => {
    const step = (i - (path.length - 1) / 2) * 150;
    const sway = path.length > 3 ? (i % 2 ? 46 : -46) : 0;
    scene.x[v] = scene.swap ? sway : step;
    scene.y[v] = scene.swap ? step : sway;
  });
}

/** Rings: the first node of the focus in the middle, each step outwards in the order of its parent. */
function rings(roots) {
  const seen = new Map([[roots[0], 0]]);
  let ring = [roots[0]];
  let radius = 0;
  scene.x[roots[0]] = scene.y[roots[0]] = 0;
  while (ring.length) {
    const next = [];
    for (const v of ring) {
      const found = [...neighbours(v, scene.events)].filter((w) => scene.on[w] && !seen.has(w));
      found.sort((a, b) => data.kindOf[a] - data.kindOf[b] || a - b);
      for (const w of found) {
        seen.set(w, 0);
        next.push(w);
      }
    }
    radius = circle(next, radius);
    ring = next;
  }
  circle(scene.node.filter((v) => !seen.has(v)), radius);
}

/** Put nodes on ellipses from `radius` outwards, as many on each as have room; returns the last radius. */
function circle(nodes, radius) {
  let at = 0;
  while (at < nodes.length) {
    radius += 125;
    const room = Math.max(6, Math.floor((2 * Math.PI * radius * 1.15) / 118));
    const part = nodes.slice(at, at + room);
    const tall = scene.swap && !state.sel; // with a panel over it the rest of a phone lies across
    const wide = tall ? 0.8 : 1.45;
    part.forEach((v, i) => {
      const angle = (i / part.length) * 2 * Math.PI - Math.PI / 2 + (radius % 2) * 0.3;
      scene.x[v] = Math.cos(angle) * radius * wide;
      scene.y[v] = Math.sin(angle) * radius * (tall ? 1.25 : 0.82);
    });
    at += part.length;
  }
  return radius;
}

const CELL = 120;

/** A look-up grid over what is on the canvas, and its bounds. */
function index() {
  const grid = new Map();
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (const v of scene.node) {
    const x = scene.x[v], y = scene.y[v];
    const key = Math.floor(x / CELL) * 65536 + Math.floor(y / CELL);
    const cell = grid.get(key);
    if (cell) cell.push(v);
    else grid.set(key, [v]);
    if (x < box.x0) box.x0 = x;
    if (x > box.x1) box.x1 = x;
    if (y < box.y0) box.y0 = y;
    if (y > box.y1) box.y1 = y;
  }
  scene.grid = grid;
  scene.box = scene.node.length ? box : { x0: -100, y0: -100, x1: 100, y1: 100 };
}

/** Nodes in a rectangle; stops and returns null once there are more than `most`. */
export function inside(x0, y0, x1, y1, most) {
  const cells = (Math.floor(x1 / CELL) - Math.floor(x0 / CELL) + 1) * (Math.floor(y1 / CELL) - Math.floor(y0 / CELL) + 1);
  const out = [];
  const take = (v) => {
    const x = scene.x[v], y = scene.y[v];
    if (x >= x0 && x <= x1 && y >= y0 && y <= y1) out.push(v);
    return out.length <= most;
  };
  if (cells > scene.grid.size || cells < 0) {
    for (const v of scene.node) if (!take(v)) return null;
    return out;
  }
  for (let i = Math.floor(x0 / CELL); i <= Math.floor(x1 / CELL); i++) {
    for (let j = Math.floor(y0 / CELL); j <= Math.floor(y1 / CELL); j++) {
      for (const v of scene.grid.get(i * 65536 + j) || []) if (!take(v)) return null;
    }
  }
  return out;
}

/** The node nearest to a point within `reach`, or -1. */
export function nearest(x, y, reach) {
  let best = -1;
  let far = reach;
  for (const v of inside(x - reach, y - reach, x + reach, y + reach, Infinity)) {
    const d = Math.hypot(scene.x[v] - x, scene.y[v] - y);
    if (d < far) [best, far] = [v, d];
  }
  return best;
}
