// The side panel: what is claimed of the node, edge or fact in hand, and the words it rests on.

import { data, details, aliases, edgeId, factNode, fillers, iri, isEntity, isFact, kind, predicate } from "./data.js";
import { state, change } from "./state.js";
import { el, fill, icon, copy, $ } from "./dom.js";
import { say, hasText, word, name, code, figure, kindName } from "./words.js";
import { faceOf, groupOf, standings, edgeFace, undone } from "./standing.js";
import { faceLook, groupLook } from "./looks.js";
import { roleTable, sentence, stanceText, timeText } from "./sentence.js";
import { quoteBlock, source } from "./quotes.js";
import { shown } from "./filter.js";
import { turtleOf, sparqlOf } from "./rdf.js";
import { summary } from "./summary.js";

const MANY = 40;

/** Draw the panel for the selection. */
export async function drawPanel() {
  const box = $("panel-body");
  if (!data.detail) {
    fill(box, el("p", { class: "faint" }, say("loading")));
    await details();
  }
  const sel = state.sel;
  document.body.classList.toggle("has-selection", !!sel);
  const parts = !sel ? summary() : sel.type === "edge" ? edgePanel(sel.i) : sel.type === "fact" ? factPanel(sel.i) : nodePanel(sel.i);
  fill(box, parts);
  box.scrollTop = 0;
}

function head(look, kindText, title, id) {
  return el("header", { class: "thing" },
    el("p", { class: "kind" }, icon(look, 22), kindText),
    el("h2", { lang: "zh-Hans" }, title),
    el("p", { class: "iri" }, el("code", {}, iri(id)), el("button", { class: "quiet", onclick: () => copy(iri(id), say("copied")) }, say("copy"))));
}

function copies(turtle, sparql) {
  return el("p", { class: "row" },
    el("button", { onclick: () => copy(turtle(), say("copied")) }, say("copy.turtle")),
    el("button", { onclick: () => copy(sparql(), say("copied")) }, say("copy.sparql")));
}

/** A person, organisation, place, document, mechanism or term. */
function nodePanel(v) {
  if (isFact(v)) return factPanel(v - data.nThings);
  const other = aliases(v);
  return [
    head(groupLook(groupOf(v)), kindName(v), name(v), data.id[v]),
    badges(v),
    other.length ? el("p", { class: "aliases" }, say("aliases"), el("span", { lang: "zh-Hans" }, other.join(" · "))) : null,
    actions(v),
    properties(v),
    factList(v),
    relations(v),
    mentions(v),
    copies(() => turtleOf(subject(v)), () => sparqlOf(v)),
  ];
}

const subject = (v) => ({ nodes: [v], facts: [...data.byFact.of(v)], edges: [...data.byEdge.of(v)] });

/** How a person stands, in words, with dates; the first is what the sign on the canvas shows. */
function badges(v) {
  const rows = standings(v);
  if (!rows.length) return null;
  return el("ul", { class: "standings" }, rows.map(([face, facts]) => {
    const when = [...new Set(facts.map(timeText).filter(Boolean))].join(say("list.comma"));
    return el("li", { class: "standing " + face }, icon(faceLook(face), 20),
      el("span", {}, el("b", {}, say("face." + face)), when ? ` ${when}` : "", el("small", {}, say("face.note." + face))));
  }));
}

function actions(v) {
  return el("p", { class: "row" },
    el("button", { onclick: () => change({ near: [v], path: null, view: "graph" }) }, say("act.near")),
    state.near.length ? el("button", { onclick: () => change({ near: [...new Set([...state.near, v])] }) }, say("act.more")) : null,
    el("button", { onclick: () => change({ pick: v }) }, say("act.path")),
    el("button", { onclick: () => copy(location.href, say("copied")) }, say("act.link")));
}

function properties(v) {
  const rows = data.detail.props[v] || [];
  if (!rows.length) return null;
  return el("dl", { class: "props" }, rows.flatMap(([p, value]) => [el("dt", {}, word(p)), el("dd", {}, ...shownValue(worded(p, value)))]));
}

/** A code that stands as a plain text (`merged`), in words where the page has some. */
const worded = (p, value) => (value && value.t && hasText(`${p}.${value.t}`) ? say(`${p}.${value.t}`) : value);

/** A value as an element: a link to a node, a word, a text. */
function shownValue(value) {
  if (value === null || typeof value !== "object") return [typeof value === "boolean" ? say(String(value)) : String(value)];
  if ("n" in value) return [link(value.n)];
  if ("i" in value) return [word(value.i)];
  return [el("span", value.l ? { lang: value.l } : {}, value.t)];
}

/** A button that selects a node. */
export function link(v) {
  return el("button", { class: "link", lang: "zh-Hans", onclick: () => change({ sel: { type: isFact(v) ? "fact" : "node", i: isFact(v) ? v - data.nThings : v }, reveal: v }) }, name(v));
}

function factList(v) {
  const all = [...data.byFact.of(v)];
  if (!all.length) return null;
  const passing = all.filter((f) => shown.fact[f]);
  const rest = all.filter((f) => !shown.fact[f]);
  return section("panel.facts", all.length, [...passing, ...rest].slice(0, MANY).map((f) => factCard(f, rest.includes(f))), all.length - MANY);
}

function section(key, count, children, more = 0) {
  return el("section", {}, el("h3", {}, say(key), el("span", { class: "count" }, figure(count))), children,
    more > 0 ? el("p", { class: "faint" }, say("panel.more", { n: figure(more) })) : null);
}

/** One fact as a sentence that opens to its roles and quotes. */
function factCard(f, faint) {
  const face = faceOf(f);
  const body = el("div", { class: "card-body" });
  const card = el("details", { class: "card " + face + (faint ? " filtered" : "") },
    el("summary", {}, icon(faceLook(face), 18), el("span", {}, sentence(f), tags(f))), body);
  card.addEventListener("toggle", () => card.open && !body.childNodes.length && fill(body, factBody(f), el("p", { class: "row" }, open(f))));
  return card;
}

const open = (f) => el("button", { onclick: () => change({ sel: { type: "fact", i: f } }) }, say("panel.open"));

function tags(f) {
  const stance = stanceText(f);
  const ended = undone(f);
  if (!stance && !ended && data.facts.sure[f] >= 75) return null;
  return el("span", { class: "tags" }, stance ? el("em", { class: "tag stance" }, stance) : null,
    data.facts.sure[f] < 75 ? el("em", { class: "tag" }, say("sure.low", { n: data.facts.sure[f] })) : null,
    ended ? el("em", { class: "tag" }, say("tag.undone")) : null);
}

function factPanel(f) {
  const face = faceOf(f), v = factNode(f);
  const every = { nodes: [v], facts: [f], edges: [] };
  return [
    head(faceLook(face), `${say("face." + face)} · ${word(kind(v))}`, name(v), data.id[v]),
    el("p", { class: "lead" }, sentence(f), tags(f)),
    factBody(f),
    copies(() => turtleOf(every), () => sparqlOf(v)),
  ];
}

/** Roles, dates, witnesses and quotes of a fact. */
function factBody(f) {
  const [words, basis] = data.detail.times[f];
  const names = fillers(f).filter(isEntity).flatMap((v) => [data.label[v], ...aliases(v)]);
  const status = data.facts.agents[data.facts.agent[f]];
  const rows = roleTable(f).map(([role, list]) => [
    el("dt", {}, word(role)),
    el("dd", {}, list.length ? list.map((v, i) => [i ? say("list.comma") : "", link(v)]).flat() : el("span", { class: "unknown" }, say("not.stated")),
      role === "agent" && status && status !== "stated" && (list.length || status !== "not-stated") ? el("small", { class: "faint" }, ` (${code("agent-status", status)})`) : null),
  ]);
  const time = [el("dt", {}, say("panel.date")), el("dd", {}, timeText(f) || el("span", { class: "unknown" }, say("not.dated")),
    words ? el("small", {}, say("date.words", { words, basis: code("date-basis", basis) })) : null)];
  const props = (data.detail.props[factNode(f)] || []).flatMap(([p, value]) => [el("dt", {}, word(p)), el("dd", {}, ...shownValue(value))]);
  return [el("dl", { class: "props" }, rows.flat(), time, props), data.detail.witnesses[f].map((w) => witness(w, names))];
}

/** What one document says: its quotes, the rule, how sure, and whether a person has looked. */
function witness([id, doc, rule, sure, stance, review, quotes], names) {
  return el("div", { class: "witness" },
    quotes.map((i) => quoteBlock(i, names)),
    quotes.length ? null : el("p", {}, source(data.detail.docs[doc])),
    el("p", { class: "faint small" }, say("witness", {
      rule: data.detail.rules[rule], sure: Math.round(sure * 100), stance: code("stance", stance), review: code("review-status", review),
    }), " ", el("code", {}, id)));
}

function relations(v) {
  const edges = [...data.byEdge.of(v)];
  if (!edges.length) return null;
  const groups = new Map();
  for (const e of edges) {
    const key = (data.s[e] === v ? "→ " : "← ") + word(predicate(e));
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(e);
  }
  const rows = [...groups].map(([key, list]) => el("li", {}, el("span", { class: "faint" }, key + " "),
    list.slice(0, MANY).map((e, i) => [i ? say("list.comma") : "", link(data.s[e] === v ? data.t[e] : data.s[e]),
      el("button", { class: "quiet tiny", "aria-label": say("panel.why"), title: say("panel.why"), onclick: () => change({ sel: { type: "edge", i: e } }) }, "?")]).flat(),
    list.length > MANY ? ` … ${figure(list.length - MANY)}` : ""));
  return section("panel.relations", edges.length, [el("ul", { class: "relations" }, rows)]);
}

function mentions(v) {
  const found = data.detail.mentions[v] || [];
  if (!found.length) return null;
  const why = (data.detail.merges[v] || []).map(([text, rule, score]) => el("li", {}, el("q", {}, text), ` ${data.detail.rules[rule]} (${score})`));
  return el("details", { class: "more" }, el("summary", {}, say("panel.mentions", { n: figure(found.length) })),
    found.slice(0, MANY).map((i) => quoteBlock(i)),
    why.length ? el("div", {}, el("h4", {}, say("panel.merges")), el("ul", {}, why)) : null);
}

function edgePanel(e) {
  const face = edgeFace(e);
  const [a, b] = [data.s[e], data.t[e]];
  const facts = data.edges.f[e], quotes = data.detail.edges[e];
  return [
    head(faceLook(face), say("kind.edge"), `${name(a)} — ${word(predicate(e))} → ${name(b)}`, edgeId(e)),
    el("p", { class: "lead" }, link(a), ` ${word(predicate(e))} `, link(b)),
    facts.length ? section("panel.facts", facts.length, facts.slice(0, MANY).map((f) => factCard(f, !shown.fact[f]))) : null,
    quotes.length ? section("panel.quotes", quotes.length, quotes.map((i) => quoteBlock(i, [data.label[a], data.label[b]]))) : null,
    !facts.length && !quotes.length ? el("p", { class: "faint" }, say("edge.bare")) : null,
    copies(() => turtleOf({ nodes: [a, b], facts, edges: [e] }), () => sparqlOf(a, e)),
  ];
}
