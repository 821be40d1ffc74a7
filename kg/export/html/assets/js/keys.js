// Everything by keyboard; `?` shows the list.

import { $ } from "./dom.js";
import { data, isFact } from "./data.js";
import { state, change, emptyFilters } from "./state.js";
import { scene } from "./scene.js";
import { zoom, pan, fit, reveal } from "./camera.js";
import { VIEWS } from "./route.js";

/** The node next to the selected one in a direction, or the best connected one to begin with. */
function step(dx, dy) {
  const here = state.sel && state.sel.type === "node" && scene.on[state.sel.i] ? state.sel.i : -1;
  if (here < 0) return select(scene.node.reduce((a, b) => (a < 0 || data.byEdge.count(b) > data.byEdge.count(a) ? b : a), -1));
  let best = -1, least = Infinity;
  for (const v of scene.node) {
    const x = scene.x[v] - scene.x[here], y = scene.y[v] - scene.y[here];
    const along = x * dx + y * dy, across = Math.abs(x * dy - y * dx);
    if (v === here || along <= 0 || across > along * 1.6) continue;
    const far = along + across * 1.5;
    if (far < least) [best, least] = [v, far];
  }
  select(best);
}

function select(v) {
  if (v < 0) return;
  change({ sel: isFact(v) ? { type: "fact", i: v - data.nThings } : { type: "node", i: v } }, { replace: true });
  reveal([v]);
}

const chosen = () => (state.sel && state.sel.type === "node" ? state.sel.i : -1);

const ANYWHERE = {
  "/": () => $("find").focus(),
  "?": () => $("help").showModal(),
  f: () => document.body.classList.toggle("show-facets"),
  "[": () => history.back(),
  "]": () => history.forward(),
  l: () => change({ lang: state.lang === "zh" ? "en" : "zh" }),
  x: () => change({ filters: emptyFilters() }),
};
const ON_CANVAS = {
  ArrowLeft: () => step(-1, 0), ArrowRight: () => step(1, 0), ArrowUp: () => step(0, -1), ArrowDown: () => step(0, 1),
  "+": () => zoom(1.3), "=": () => zoom(1.3), "-": () => zoom(1 / 1.3), 0: () => fit(),
  Enter: () => $("panel").focus(),
  n: () => chosen() >= 0 && change({ near: [chosen()], path: null }),
  e: () => chosen() >= 0 && change({ near: [...new Set([...state.near, chosen()])], path: null }),
  p: () => chosen() >= 0 && (change({ pick: chosen() }), $("find").focus()),
};
const MOVES = { ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] };

/** Listen. */
export function openKeys() {
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName)) return;
    if (e.key === "Escape") return escape();
    if (/^[1-6]$/.test(e.key)) return change({ view: VIEWS[Number(e.key) - 1] });
    const here = document.activeElement === $("canvas");
    if (here && e.shiftKey && MOVES[e.key]) return e.preventDefault(), pan(...MOVES[e.key]);
    const act = (here && ON_CANVAS[e.key]) || ANYWHERE[e.key];
    if (!act) return;
    e.preventDefault();
    act();
  });
}

/** One step out: a search for a path, the selection, the focus, in this order. */
function escape() {
  if ($("help").open) return;
  if (document.body.classList.contains("show-facets") && matchMedia("(max-width: 900px)").matches) return document.body.classList.remove("show-facets");
  if (state.pick !== null) return change({ pick: null });
  if (state.sel) return change({ sel: null });
  if (state.near.length || state.path) change({ near: [], path: null });
}
