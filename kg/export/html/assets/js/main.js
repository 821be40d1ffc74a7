// Puts the page together: read the data, open the parts, redraw what a change touches.

import { data, load, details, find, isFact } from "./data.js";
import { state, change, listen } from "./state.js";
import { el, fill, $ } from "./dom.js";
import { say, figure } from "./words.js";
import { refilter } from "./filter.js";
import { stage, scene } from "./scene.js";
import { net } from "./canvas.js";
import { openNetwork, showScene, light, viewNow } from "./network.js";
import { fit, go, reveal, zoom } from "./camera.js";
import { boxes, rankLabels, rewrap } from "./labels.js";
import { drawPanel } from "./panel.js";
import { drawFacets, drawChips } from "./facets.js";
import { openBrush, prepareBrush, drawBrush } from "./brush.js";
import { openFinder } from "./finder.js";
import { openRoute, parse, writeAddress, VIEWS } from "./route.js";
import { openKeys } from "./keys.js";
import { drawTrail } from "./trail.js";
import { drawTable } from "./table.js";
import { drawTimeline } from "./timeline.js";
import { drawMatrix } from "./matrix.js";
import { drawPlaces } from "./places.js";
import { drawList } from "./list.js";
import { take, TAKES } from "./take.js";
import { spoil } from "./backdrop.js";
import { warm } from "./search.js";

const DRAW = { table: drawTable, timeline: drawTimeline, matrix: drawMatrix, places: drawPlaces, list: drawList };
const portrait = () => window.innerWidth < 720 && window.innerHeight > window.innerWidth;

/** Texts that stand in the shell, in the language chosen. */
function translate() {
  document.documentElement.lang = state.lang === "zh" ? "zh-Hans" : "en";
  for (const node of document.querySelectorAll("[data-say]")) node.textContent = say(node.dataset.say);
  for (const node of document.querySelectorAll("[data-label]")) {
    node.setAttribute("aria-label", say(node.dataset.label));
    node.setAttribute("title", say(node.dataset.label));
  }
  $("find").placeholder = say("find");
  $("total").textContent = say("total", { docs: figure(data.docs.length), entities: figure(data.nE), edges: figure(data.nM), facts: figure(data.nF) });
  fill($("help-keys"), say("help.keys").split("\n").map((row) => row.split("|")).map(([k, t]) => [el("dt", {}, el("kbd", {}, k)), el("dd", {}, t)]).flat());
  fill($("take-list"), TAKES.map((what) => el("button", { onclick: () => ($("take").removeAttribute("open"), take(what)) }, say("take." + what))));
}

function drawTabs() {
  fill($("tabs"), VIEWS.map((view) => el("button", { "aria-pressed": String(state.view === view), onclick: () => change({ view }) }, say("view." + view))));
  document.body.dataset.view = state.view;
  $("stage").hidden = state.view !== "graph";
  $("sheet").hidden = state.view === "graph";
  if (state.view !== "graph") DRAW[state.view]($("sheet"));
}

/** What is lit: the selection with what it touches. */
function lit() {
  const sel = state.sel;
  if (!sel) return null;
  const out = new Set();
  if (sel.type === "edge") out.add(data.s[sel.i]).add(data.t[sel.i]);
  else {
    const v = sel.type === "fact" ? sel.i + data.nThings : sel.i;
    if (isFact(v)) for (let i = 1; i < data.facts.role[sel.i].length; i += 2) out.add(data.facts.role[sel.i][i]);
    else for (const e of data.byEdge.of(v)) out.add(data.s[e]).add(data.t[e]);
    if (scene.events && !isFact(v)) for (const f of data.byFact.of(v)) out.add(f + data.nThings);
    out.add(v);
  }
  return [...out].some((v) => scene.on[v]) ? out : null;
}

/** Bring the selection into view with what it touches, unless that is half the graph. */
function revealSelection(quick = false) {
  const set = lit();
  if (!set) return;
  const sel = state.sel;
  const own = sel.type === "node" ? sel.i : sel.type === "edge" ? data.s[sel.i] : sel.i + data.nThings;
  const all = [...set].filter((v) => scene.on[v]);
  const first = scene.on[own] ? own : all[0];
  reveal(all.length <= AROUND ? [first, ...all.filter((v) => v !== first)] : [first], quick);
}

const AROUND = 40;

function restage(refit) {
  stage(portrait());
  rankLabels();
  showScene();
  if (refit) fit(null, true);
}

/** Redraw what a change touches. */
function redraw(changed, how) {
  const has = (...keys) => keys.some((k) => changed.has(k));
  if (has("lang", "theme")) restyle();
  if (has("filters")) refilter();
  if (has("filters", "near", "path", "events")) restage(has("near", "path", "events") || (how.arrived && has("filters")));
  if (has("filters", "lang", "theme", "events")) drawFacets();
  if (has("filters", "lang")) drawChips();
  if (has("filters", "lang", "theme")) drawBrush();
  if (has("near", "path", "pick", "filters", "lang", "events")) drawTrail();
  if (has("sel", "near", "path", "filters", "events", "theme")) light(lit());
  if (has("sel", "lang", "theme", "near", "filters")) drawPanel();
  if (has("view", "lang", "theme", "filters", "near", "path") || (has("sel") && state.view === "timeline")) drawTabs();
  if (has("sel")) document.body.classList.toggle("panel-open", !!state.sel);
  if ((has("reveal") || how.arrived) && state.sel && state.view === "graph") revealSelection();
  writeAddress(how);
}

function restyle() {
  document.documentElement.dataset.theme = state.theme;
  rewrap();
  translate();
  spoil();
  net.vis && net.vis.redraw();
}

const handlers = {
  node: (v) => (state.pick !== null && v < data.nThings && v !== state.pick ? change({ path: [state.pick, v], near: [], pick: null }) : change({ sel: isFact(v) ? { type: "fact", i: v - data.nThings } : { type: "node", i: v } })),
  edge: (id) => {
    if (id[0] === "r") return change({ sel: { type: "fact", i: Number(id.slice(1).split(".")[0]) } });
    change({ sel: { type: "edge", i: Number(id.slice(1)) } });
  },
  nothing: () => state.sel && change({ sel: null }),
  open: (v) => change({ near: [...new Set([...state.near, v])], path: null }),
  group: (g) => go(g.x, g.y, (Math.min(net.box.clientWidth, net.box.clientHeight) / 2 / g.r) * 0.95),
  blank: () => zoom(1.6),
};

function openButtons() {
  const on = (id, fn) => $(id).addEventListener("click", fn);
  on("lang", () => change({ lang: state.lang === "zh" ? "en" : "zh" }));
  on("theme", () => change({ theme: state.theme === "dark" ? "light" : "dark" }));
  on("zoom-in", () => zoom(1.4));
  on("zoom-out", () => zoom(1 / 1.4));
  on("zoom-fit", () => fit());
  on("back", () => history.back());
  on("forward", () => history.forward());
  on("facets-toggle", () => document.body.classList.toggle("show-facets"));
  on("facets-close", () => document.body.classList.remove("show-facets"));
  on("panel-close", () => change({ sel: null }));
  on("help-open", () => $("help").showModal());
  on("help-close", () => $("help").close());
}

/** Light or dark and the language: what the browser asks for. */
function preferences() {
  const asked = (navigator.languages || [navigator.language || "zh"])[0];
  const wish = new URLSearchParams(location.hash.slice(1)).get("lang");
  state.lang = wish || (/^zh/i.test(asked) ? "zh" : "en");
  state.theme = window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

async function start() {
  preferences();
  await load();
  Object.assign(state, parse(location.hash));
  restyle();
  refilter();
  stage(portrait());
  rankLabels();
  openNetwork(handlers);
  document.body.classList.toggle("panel-open", !!state.sel);
  showScene();
  fit(null, true);
  light(lit());
  document.body.dataset.ready = "picture";
  performance.mark("kg-picture");
  await new Promise((r) => setTimeout(r));
  prepareBrush();
  openBrush();
  openFinder();
  openRoute();
  openKeys();
  openButtons();
  listen(redraw);
  redraw(new Set(["view", "lang", "sel", "near", "pick"]), { replace: true });
  drawFacets();
  window.addEventListener("resize", resized);
  document.body.classList.toggle("panel-open", !!state.sel);
  if (state.sel && !state.near.length) revealSelection(true);
  document.body.dataset.ready = "all";
  setTimeout(details, 300);
  setTimeout(warm, 500);
}

/** For scripts and tests: where a node stands on the screen, the boxes of the names drawn, the width of a line. */
window.cadreKg = {
  at: (id) => {
    const v = find(id);
    const frame = net.box.getBoundingClientRect();
    const [x, y] = viewNow().at(scene.x[v], scene.y[v]);
    return v < 0 || !scene.on[v] ? null : [frame.left + x, frame.top + y];
  },
  names: () => boxes.map((b) => [...b]),
  line: () => net.thick * viewNow().scale,
};

let wide = window.innerWidth;
function resized() {
  drawBrush();
  if (portrait() !== scene.swap) restage(true);
  else if (Math.abs(wide - window.innerWidth) > 40) fit(null, true);
  wide = window.innerWidth;
}

start();
