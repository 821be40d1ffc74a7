// Everything as text: what stands in for the canvas for a screen reader, and for anyone who likes lists.

import { data, isFact, predicate } from "./data.js";
import { el, fill } from "./dom.js";
import { say, name, kindName, word, figure } from "./words.js";
import { scene } from "./scene.js";
import { shown } from "./filter.js";
import { standings } from "./standing.js";
import { link } from "./panel.js";
import { edgeLink } from "./links.js";
import { change } from "./state.js";
import { sentence } from "./sentence.js";

const PAGE = 300;
const most = { nodes: PAGE, edges: PAGE, facts: PAGE };

/** Draw the two lists. */
export function drawList(box) {
  const nodes = scene.node.filter((v) => !isFact(v));
  fill(box, el("div", { class: "view-head" }, el("h2", {}, say("view.list")), el("p", { class: "faint" }, say("list.hint"))),
    el("div", { class: "lists" },
      part("nodes", nodes, nodeLine, box), part("edges", edgesOf(), edgeLine, box),
      scene.events ? part("facts", scene.node.filter(isFact), factLine, box) : null));
}

/** Relations between what is on the canvas, those that lead to an event too, drawn or not. */
function edgesOf() {
  const on = (v) => scene.on[v] || (isFact(v) && shown.node[v] && !scene.local);
  const out = [];
  for (let e = 0; e < data.nM; e++) if (shown.edge[e] && on(data.s[e]) && on(data.t[e])) out.push(e);
  return out;
}

/** One of the two lists, with a button for more of it. */
function part(key, all, line, box) {
  const more = () => {
    most[key] += 1000;
    drawList(box);
  };
  return el("section", {}, el("h3", {}, say("list." + key, { n: figure(all.length) })), el("ul", {}, all.slice(0, most[key]).map(line)),
    all.length > most[key] ? el("button", { class: "wide", onclick: more }, say("table.more", { n: figure(all.length - most[key]) })) : null);
}

function nodeLine(v) {
  const faces = standings(v).map(([face]) => say("face." + face)).join(say("list.comma"));
  return el("li", {}, link(v), el("span", { class: "faint" }, ` ${kindName(v)}${faces ? " · " + faces : ""} · ${say("list.degree", { n: figure(data.byEdge.count(v)) })}`));
}

function edgeLine(e) {
  return el("li", {}, edgeLink(e, `${name(data.s[e])} — ${word(predicate(e))} → ${name(data.t[e])}`));
}

function factLine(v) {
  const i = v - data.nThings;
  return el("li", {}, el("button", { class: "link", lang: "zh-Hans", onclick: () => change({ sel: { type: "fact", i } }) }, sentence(i)));
}
