// The vis-network that pyvis brings: camera, gestures and the live part of the graph.

import { data, roles, isFact } from "./data.js";
import { state } from "./state.js";
import { LIVE, LIVE_LINES, net } from "./canvas.js";
import { visEdges } from "./lines.js";
import { scene, inside, nearest } from "./scene.js";
import { drawSign } from "./glyphs.js";
import { nodeLook, edgeLook, faceLook, faceColour, colours } from "./looks.js";
import { edgeFace } from "./standing.js";
import { boxes, drawLabels, drawTag } from "./labels.js";
import { drawBehind, sharpen, spoil } from "./backdrop.js";
import { drawOverview, overviewAt } from "./overview.js";
import { word } from "./words.js";

/** Make the network in its element. `on` are the handlers: node, edge, nothing, open. */
export function openNetwork(on) {
  net.box = document.getElementById("mynetwork");
  net.nodes = new vis.DataSet();
  net.edges = new vis.DataSet();
  const options = JSON.parse(document.getElementById("kg-options").textContent);
  net.vis = new vis.Network(net.box, { nodes: net.nodes, edges: net.edges }, options);
  net.vis.on("beforeDrawing", behind);
  net.vis.on("afterDrawing", over);
  net.vis.on("click", (p) => clicked(p, on));
  net.vis.on("doubleClick", (p) => opened(p, on));
  for (const name of ["zoom", "dragEnd", "animationFinished", "resize"]) net.vis.on(name, settle);
  net.vis.on("dragging", (p) => p.nodes.forEach(moved));
  net.box.addEventListener("mousemove", hover);
  net.box.addEventListener("mouseleave", () => point(-1));
}

/** Show the scene anew: live whole where it is small enough, behind pictures where not. */
export function showScene() {
  net.whole = scene.node.length <= LIVE && scene.edge.length <= LIVE_LINES;
  spoil();
  net.nodes.clear();
  net.edges.clear();
  if (net.whole) live(scene.node);
  else settle.now();
  net.vis.redraw();
}

/** Make exactly these nodes live, with the lines between them. */
function live(list) {
  const wanted = new Set(list);
  const gone = net.nodes.getIds().filter((v) => !wanted.has(v));
  const fresh = list.filter((v) => !net.nodes.get(v));
  net.edges.clear();
  if (gone.length) net.nodes.remove(gone);
  if (fresh.length) net.nodes.add(fresh.map(visNode));
  net.edges.add(visEdges(wanted));
}

function visNode(v) {
  return { id: v, x: scene.x[v], y: scene.y[v], shape: "custom", ctxRenderer: signOf };
}

/** vis-network asks for a drawing of each live node. */
function signOf({ ctx, id, x, y }) {
  const look = nodeLook(id);
  look.size *= enlarged();
  return {
    drawNode() {
      const faint = net.lit && !net.lit.has(id);
      ctx.globalAlpha = faint ? 0.24 : 1;
      if (isPicked(id) || net.hover === id) ring(ctx, x, y, look.size + 5, isPicked(id));
      const tiny = look.size * net.vis.getScale() < 4.6;
      drawSign(ctx, look.sign, x, y, look.size, tiny && look.badge ? { ...look.look, fill: faceColour(look.badge), line: faceColour(look.badge) } : look.look);
      if (look.badge && !tiny) badge(ctx, look.badge, x + look.size * 0.8, y - look.size * 0.8);
      ctx.globalAlpha = 1;
    },
    nodeDimensions: { width: look.size * 2, height: look.size * 2 },
  };
}

const isPicked = (v) => state.sel && ((state.sel.type === "node" && state.sel.i === v) || (state.sel.type === "fact" && state.sel.i + data.nThings === v));

function ring(ctx, x, y, r, strong) {
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 7);
  ctx.strokeStyle = colours().hit;
  ctx.lineWidth = strong ? 3 : 1.5;
  ctx.stroke();
}

function badge(ctx, face, x, y) {
  const { sign, look } = faceLook(face);
  drawSign(ctx, sign, x, y, 8 * enlarged(), { ...look, width: 1.8 });
}

/** Signs keep a readable size on the screen when the camera is far: smaller where there are many. */
export function enlarged() {
  const least = Math.max(2.3, Math.min(7.6, 0.11 * Math.sqrt((net.box.clientWidth * net.box.clientHeight) / (scene.node.length + 1))));
  return Math.max(1, least / (8 * net.vis.getScale()));
}

/** Light up some nodes and dim the rest; null lights all. */
export function light(set) {
  net.lit = set;
  const on = new Set(net.nodes.getIds());
  const old = net.edges.getIds();
  const now = visEdges(on);
  const keep = new Set(now.map((e) => e.id));
  net.edges.remove(old.filter((id) => !keep.has(id)));
  net.edges.update(now);
  net.vis.redraw();
}

function behind(ctx) {
  net.frames++;
  if (!net.whole) drawBehind(ctx);
}

function over(ctx) {
  const view = viewNow();
  const ratio = ctx.canvas.width / ctx.canvas.clientWidth;
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  const closed = net.whole ? null : drawOverview(ctx, view);
  const first = [net.hover, state.sel && state.sel.type === "node" ? state.sel.i : -1].filter((v) => v >= 0 && scene.on[v]);
  net.labelled = closed && closed.bare && !first.length ? 0 : drawLabels(ctx, view, first, net.lit, enlarged(), closed);
  placeTags(ctx, view);
  ctx.restore();
}

/** Words on lines: the line picked or pointed at, and the lines of a picked node; `[text, colour, a, b, must]`. */
function tags() {
  const out = [];
  const add = (e, must = true) => {
    const a = data.s[e], b = data.t[e];
    if (!scene.on[a] || !scene.on[b] || (scene.events && data.edges.f[e].some((f) => scene.on[f + data.nThings]))) return;
    out.push([word(data.names[data.p[e]]), edgeLook(e).color, a, b, must]);
  };
  const id = net.overEdge;
  if (id && id[0] === "e") add(Number(id.slice(1)));
  if (id && id[0] === "r") {
    const [f, i] = id.slice(1).split(".").map(Number);
    out.push([word(roles(f)[i / 2][0]), colours().soft, f + data.nThings, data.facts.role[f][i + 1], true]);
  }
  if (state.sel && state.sel.type === "edge") add(state.sel.i);
  if (state.sel && state.sel.type === "node" && data.byEdge.count(state.sel.i) <= 12) {
    for (const e of data.byEdge.of(state.sel.i)) if (edgeFace(e) !== "frame") add(e, false);
  }
  return out;
}

/** Draw each word where its line has room for it, off the names; left out where there is none. */
function placeTags(ctx, view) {
  const taken = [...boxes];
  for (const [text, colour, a, b, must] of tags()) {
    const half = Array.from(text).reduce((n, c) => n + (c > "\u2e80" ? 6 : 3.4), 7);
    const boxAt = (t) => {
      const [x, y] = view.at(scene.x[a] * (1 - t) + scene.x[b] * t, scene.y[a] * (1 - t) + scene.y[b] * t);
      return [x - half, y - 10, x + half, y + 10];
    };
    const free = (r) => !taken.some((o) => o[0] < r[2] && o[2] > r[0] && o[1] < r[3] && o[3] > r[1]);
    const spot = [0.5, 0.6, 0.4, 0.7, 0.3].map(boxAt).find(free) || (must ? boxAt(0.5) : null);
    if (!spot) continue;
    taken.push(spot);
    drawTag(ctx, text, (spot[0] + spot[2]) / 2, (spot[1] + spot[3]) / 2, colour);
  }
}

/** The camera, with `at(x, y)` from graph to screen. */
export function viewNow() {
  const scale = net.vis.getScale();
  const c = net.vis.getViewPosition();
  const width = net.box.clientWidth, height = net.box.clientHeight;
  return {
    scale, width, height, centre: c,
    at: (x, y) => [(x - c.x) * scale + width / 2, (y - c.y) * scale + height / 2],
    from: (px, py) => [(px - width / 2) / scale + c.x, (py - height / 2) / scale + c.y],
  };
}

let waiting = 0;

/** Lines keep a readable width on the screen too; redone when the zoom has changed enough to see. */
export function thicken() {
  const now = Math.max(1, Math.max(0.4, Math.min(1, 14 / Math.sqrt(scene.node.length + 1))) / net.vis.getScale());
  if (Math.abs(now / net.thick - 1) < 0.2) return;
  net.thick = now;
  light(net.lit);
}

/** After the camera has moved: choose what is live and sharpen the picture behind. */
function settle() {
  thicken();
  if (net.whole) return;
  clearTimeout(waiting);
  waiting = setTimeout(settle.now, 140);
}
settle.now = () => {
  thicken();
  const v = viewNow();
  const [x0, y0] = v.from(0, 0);
  const [x1, y1] = v.from(v.width, v.height);
  live(inside(x0, y0, x1, y1, LIVE) || picked());
  net.vis.redraw();
  sharpen({ x0, y0, x1, y1 }, v.width * Math.min(2, window.devicePixelRatio || 1));
  net.vis.redraw();
};
export const settled = () => settle.now();

/** When too much is in view, only the selection and what it touches is live. */
function picked() {
  if (!state.sel || state.sel.type !== "node" || !scene.on[state.sel.i]) return [];
  const out = new Set([state.sel.i]);
  for (const e of data.byEdge.of(state.sel.i)) {
    if (out.size > 200) break;
    for (const v of [data.s[e], data.t[e]]) if (scene.on[v] && !isFact(v)) out.add(v);
  }
  return [...out];
}

function clicked(p, on) {
  const v = nodeAt(p);
  if (v >= 0) return on.node(v);
  const id = String(p.edges[0] || "");
  if (id) return on.edge(id);
  const [x, y] = viewNow().from(p.pointer.DOM.x, p.pointer.DOM.y);
  const group = net.whole ? null : overviewAt(x, y, viewNow());
  return group ? on.group(group) : on.nothing();
}

function opened(p, on) {
  const v = nodeAt(p);
  if (v >= 0) on.open(v);
  else on.blank(viewNow().from(p.pointer.DOM.x, p.pointer.DOM.y));
}

function nodeAt(p) {
  if (p.nodes.length) return p.nodes[0];
  if (p.edges.length && net.whole) return -1;
  const v = viewNow();
  if (!net.whole && overviewAt(...v.from(p.pointer.DOM.x, p.pointer.DOM.y), v)) return -1;
  return nearest(...v.from(p.pointer.DOM.x, p.pointer.DOM.y), 9 / v.scale);
}

function hover(event) {
  const frame = net.box.getBoundingClientRect();
  const px = event.clientX - frame.left, py = event.clientY - frame.top;
  const view = viewNow();
  const v = event.buttons ? net.hover : nearest(...view.from(px, py), Math.max(12, 10 / view.scale));
  const edge = v >= 0 || event.buttons ? null : net.vis.getEdgeAt({ x: px, y: py }) || null;
  point(v, edge);
}

function point(v, edge = null) {
  if (v === net.hover && edge === net.overEdge) return;
  net.hover = v;
  net.overEdge = edge;
  net.box.classList.toggle("pointing", v >= 0 || !!edge);
  net.vis.redraw();
}

function moved(v) {
  const at = net.vis.getPosition(v);
  scene.x[v] = at.x;
  scene.y[v] = at.y;
}
