// Everything as text: what stands in for the canvas for a screen reader, and for anyone who likes lists.

import { data, isFact, predicate } from "./data.js";
import { el, fill } from "./dom.js";
import { say, name, kindName, word, figure } from "./words.js";
import { scene } from "./scene.js";
import { standings } from "./standing.js";
import { link } from "./panel.js";
import { edgeLink } from "./links.js";

const MOST = 300;

/** Draw the two lists. */
export function drawList(box) {
  const nodes = scene.node.filter((v) => !isFact(v));
  fill(box, el("div", { class: "view-head" }, el("h2", {}, say("view.list")), el("p", { class: "faint" }, say("list.hint"))),
    el("div", { class: "lists" },
      el("section", {}, el("h3", {}, say("list.nodes", { n: figure(nodes.length) })), el("ul", {}, nodes.slice(0, MOST).map(nodeLine)), more(nodes)),
      el("section", {}, el("h3", {}, say("list.edges", { n: figure(scene.edge.length) })), el("ul", {}, scene.edge.slice(0, MOST).map(edgeLine)), more(scene.edge))));
}

const more = (list) => (list.length > MOST ? el("p", { class: "faint" }, say("panel.more", { n: figure(list.length - MOST) })) : null);

function nodeLine(v) {
  const faces = standings(v).map(([face]) => say("face." + face)).join(say("list.comma"));
  return el("li", {}, link(v), el("span", { class: "faint" }, ` ${kindName(v)}${faces ? " · " + faces : ""} · ${say("list.degree", { n: figure(data.byEdge.count(v)) })}`));
}

function edgeLine(e) {
  return el("li", {}, edgeLink(e, `${name(data.s[e])} — ${word(predicate(e))} → ${name(data.t[e])}`));
}
