// The left side: legend and filters in one, each choice with the number of facts it would show.

import { data, factKind, isTerm, kind } from "./data.js";
import { state, filterBy, emptyFilters, change } from "./state.js";
import { el, fill, icon, $ } from "./dom.js";
import { say, name, word, figure, code, day } from "./words.js";
import { GROUPS, FACES, groupOf, kindFace } from "./standing.js";
import { groupLook, faceLook } from "./looks.js";
import { above, bandsOf, counted, measuresOf, placesOf, shown } from "./filter.js";

const openSections = new Set(["types", "events"]);

/** Draw legend and filters. */
export function drawFacets() {
  fill($("facets"),
    section("types", types()), section("events", events()), section("measure", measures()), section("weight", weights()),
    section("area", areas()), section("doc", docs()), section("stance", stances()), section("sure", sure()));
}

function section(key, body) {
  if (!body) return null;
  const box = el("details", { class: "facet", open: openSections.has(key) }, el("summary", {}, say("filter." + key)), body);
  box.addEventListener("toggle", () => openSections[box.open ? "add" : "delete"](key));
  return box;
}

/** One line: a sign, a word, a number, pressed or not. */
function choice(text, n, on, toggle, sign = null, cls = "") {
  return el("li", {}, el("button", { class: "choice " + cls, "aria-pressed": String(on), onclick: toggle },
    sign ? icon(sign, 20) : null, el("span", { class: "choice-text" }, text), el("span", { class: "choice-n" }, figure(n))));
}

const toggled = (set, key) => {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
};

/** Families of things, with how many pass the other filters: pressed means shown. */
function types() {
  const counts = new Map();
  const drawn = (v) => !isTerm(v) || state.events || data.byEdge.count(v) > 0;
  for (let v = 0; v < data.nThings; v++) if (drawn(v)) counts.set(groupOf(v), (counts.get(groupOf(v)) || 0) + shown.would[v]);
  const rows = GROUPS.filter((g) => counts.has(g)).map((g) => {
    const off = state.filters.hide.has(g);
    return choice(say("group." + g), counts.get(g), !off, () => filterBy({ hide: toggled(state.filters.hide, g) }), groupLook(g), off ? "off" : "");
  });
  return el("ul", {}, rows);
}

/** Kinds of facts under their face. */
function events() {
  const counts = counted("kind", (f) => [factKind(f)]);
  const face = new Map();
  for (let f = 0; f < data.nF; f++) if (!face.has(factKind(f))) face.set(factKind(f), kindFace(f));
  const kinds = [...face.keys()].sort((a, b) => FACES.indexOf(face.get(a)) - FACES.indexOf(face.get(b)) || a.localeCompare(b));
  if (!kinds.length) return null;
  return el("div", {},
    data.picture.ex ? el("label", { class: "switch" }, el("input", { type: "checkbox", checked: state.events, onchange: (e) => change({ events: e.target.checked }) }), say("filter.asnodes")) : null,
    el("ul", {}, kinds.map((k) => choice(word(k), counts.get(k) || 0, state.filters.kind.has(k), () => filterBy({ kind: toggled(state.filters.kind, k) }), faceLook(face.get(k))))));
}

function measures() {
  const counts = counted("measure", measuresOf);
  const list = [...new Set([...counts.keys(), ...state.filters.measure])].sort((a, b) => scheme(a).localeCompare(scheme(b)) || (data.nodes.rank[a] || 0) - (data.nodes.rank[b] || 0));
  return list.length ? el("ul", {}, list.map((v) => choice(name(v), counts.get(v) || 0, state.filters.measure.has(v), () => filterBy({ measure: toggled(state.filters.measure, v) })))) : null;
}

const scheme = (v) => data.id[v].split("/")[1] || "";

/** Bands across the schemes, with the word that they sort and claim nothing. */
function weights() {
  const counts = counted("weight", bandsOf);
  const bands = [...new Set([...counts.keys(), ...state.filters.weight])].sort();
  if (!bands.length) return null;
  return el("div", {}, el("p", { class: "note" }, say("weight.note")), el("ul", {}, bands.map((b) =>
    choice(word(b), counts.get(b) || 0, state.filters.weight.has(b), () => filterBy({ weight: toggled(state.filters.weight, b) })))));
}

/** Places as a tree that opens towards the chosen one. */
function areas() {
  const counts = counted("area", (f) => placesOf(f).flatMap(above));
  const places = [...counts.keys()].filter((v) => kind(v) === "Place");
  if (!places.length) return null;
  const chosen = state.filters.area < 0 ? [] : above(state.filters.area);
  const parent = (v) => above(v)[1] ?? -1;
  const branch = (up, depth) => places.filter((v) => parent(v) === up).sort((a, b) => counts.get(b) - counts.get(a)).slice(0, 60).flatMap((v) => [
    choice(name(v), counts.get(v), state.filters.area === v, () => filterBy({ area: state.filters.area === v ? parent(v) : v }), null, "depth" + Math.min(3, depth)),
    ...(chosen.includes(v) || places.length <= 8 ? branch(v, depth + 1) : []),
  ]);
  return el("ul", {}, branch(-1, 0));
}

function docs() {
  const counts = counted("doc", (f) => data.facts.doc[f]);
  const list = data.facts.docs.map((_, i) => i).sort((a, b) => (counts.get(b) || 0) - (counts.get(a) || 0)).slice(0, 40);
  return list.length ? el("ul", {}, list.map((i) => choice(docTitle(i), counts.get(i) || 0, state.filters.doc.has(i), () => filterBy({ doc: toggled(state.filters.doc, i) })))) : null;
}

const docTitle = (i) => (data.docs.find((d) => d[0] === data.facts.docs[i]) || [])[1] || data.facts.docs[i];

function stances() {
  const counts = counted("stance", (f) => [data.facts.stance[f]]);
  return el("ul", {}, data.facts.stances.map((s, i) => choice(code("stance", s), counts.get(i) || 0, state.filters.stance.has(i), () => filterBy({ stance: toggled(state.filters.stance, i) }))));
}

function sure() {
  const value = state.filters.sure;
  return el("label", { class: "range" }, say("sure.least", { n: value }),
    el("input", { type: "range", min: 0, max: 100, step: 5, value, onchange: (e) => filterBy({ sure: Number(e.target.value) }) }));
}

/** The filters in force, each to be taken off, and what is on show. */
export function drawChips() {
  const q = state.filters;
  const chip = (text, patch) => el("button", { class: "chip", onclick: () => filterBy(patch), "aria-label": say("chip.remove", { text }) }, text, el("span", { "aria-hidden": "true" }, " ×"));
  const without = (key, value) => ({ [key]: toggled(q[key], value) });
  const chips = [
    ...[...q.hide].map((g) => chip(say("chip.hidden", { text: say("group." + g) }), without("hide", g))),
    ...[...q.kind].map((k) => chip(word(k), without("kind", k))),
    ...[...q.measure].map((v) => chip(name(v), without("measure", v))),
    ...[...q.weight].map((b) => chip(word(b), without("weight", b))),
    q.area >= 0 ? chip(name(q.area), { area: -1 }) : null,
    ...[...q.doc].map((i) => chip(docTitle(i).slice(0, 14), without("doc", i))),
    ...[...q.stance].map((i) => chip(code("stance", data.facts.stances[i]), without("stance", i))),
    q.sure ? chip(say("sure.least", { n: q.sure }), { sure: 0 }) : null,
    q.from !== null || q.to !== null ? chip(say("chip.time", { a: day(q.from) || "…", b: day(q.to) || "…" }), { from: null, to: null }) : null,
  ].filter(Boolean);
  fill($("chips"), chips, chips.length > 1 ? el("button", { class: "chip clear", onclick: () => change({ filters: emptyFilters() }) }, say("chip.all")) : null);
  fill($("counts"), say("counts", { nodes: figure(shown.nodes), edges: figure(shown.edges), facts: figure(shown.facts) }));
}
