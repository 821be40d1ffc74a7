// What the panel says while nothing is chosen: what this is, what is in it, where to begin.

import { data } from "./data.js";
import { change, filterBy } from "./state.js";
import { el, icon } from "./dom.js";
import { say, name, figure, word } from "./words.js";
import { STANDINGS, standing, groupOf } from "./standing.js";
import { faceLook } from "./looks.js";
import { source } from "./quotes.js";

/** The opening panel. */
export function summary() {
  return [
    el("h2", {}, say("summary.title")),
    el("p", { class: "lead" }, say("summary.counts", {
      docs: figure(data.docs.length), entities: figure(data.nE), facts: figure(data.nF), edges: figure(data.nM),
    })),
    el("p", {}, say("hint")),
    people(),
    hubs(),
    sources(),
    doubts(),
    el("p", { class: "faint small" }, say("summary.care")),
  ];
}

/** Persons and groups by standing. */
function people() {
  const by = new Map(STANDINGS.map((face) => [face, []]));
  for (let v = 0; v < data.nE; v++) {
    const g = groupOf(v);
    if ((g === "person" || g === "group") && standing(v)) by.get(standing(v)).push(v);
  }
  const rows = [...by].filter(([, list]) => list.length);
  if (!rows.length) return null;
  return el("section", {}, el("h3", {}, say("summary.people")), el("ul", { class: "standings" }, rows.map(([face, list]) =>
    el("li", { class: "standing " + face }, icon(faceLook(face), 20), el("span", {}, el("b", {}, say("face." + face)), " ",
      named(list.slice(0, 6)), list.length > 6 ? rest(list.slice(6)) : "",
      el("small", {}, say("face.note." + face)))))));
}

const named = (list) => list.map((v, i) => [i ? say("list.comma") : "", pick(v)]).flat();

/** "and n more", which gives way to their names, a hundred at most. */
function rest(list) {
  const names = () => [say("list.comma"), ...named(list.slice(0, 100)), list.length > 100 ? " …" : ""];
  return el("button", { class: "link", onclick: (e) => e.currentTarget.replaceWith(...names()) }, say("and.more", { n: figure(list.length) }));
}

const pick = (v) => el("button", { class: "link", lang: "zh-Hans", onclick: () => change({ sel: { type: "node", i: v }, reveal: v }) }, name(v));

/** The best connected things, as a place to begin. */
function hubs() {
  const best = [];
  for (let v = 0; v < data.nE; v++) {
    best.push(v);
    if (best.length > 400) cut(best);
  }
  cut(best);
  if (best.length < 3) return null;
  return el("section", {}, el("h3", {}, say("summary.hubs")), el("p", {}, best.slice(0, 8).map((v, i) => [i ? say("list.comma") : "", pick(v)]).flat()));
}

function cut(list) {
  list.sort((a, b) => data.byEdge.count(b) - data.byEdge.count(a) || a - b);
  list.length = Math.min(list.length, 8);
}

function sources() {
  const some = data.docs.slice(0, 12);
  return el("section", {}, el("h3", {}, say("filter.doc"), el("span", { class: "count" }, figure(data.docs.length))),
    el("ul", { class: "sources" }, some.map((d) => el("li", {}, source(d[0]), " ",
      el("button", { class: "quiet tiny", "aria-label": say("summary.only", { title: d[1] || d[0] }), onclick: () => only(d[0]) }, say("filter.only"))))));
}

const only = (id) => {
  const at = data.facts.docs.indexOf(id);
  if (at >= 0) filterBy({ doc: new Set([at]) });
};

function doubts() {
  const rows = data.detail.issues;
  if (!rows.length) return null;
  return el("details", { class: "more" }, el("summary", {}, say("summary.doubts", { n: figure(rows.length) })),
    el("ul", {}, rows.slice(0, 60).map(([code, , , , quote]) => el("li", {}, el("code", {}, code), ` ${word("issue/" + code)} `, quote ? el("q", { lang: "zh-Hans" }, quote) : null))));
}
