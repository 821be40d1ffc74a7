// A line of time for each person or agency: what happened when, uncertain dates as wide as they are.

import { data } from "./data.js";
import { state, change } from "./state.js";
import { el, fill, svg } from "./dom.js";
import { say, name, figure, days } from "./words.js";
import { faceOf, groupOf } from "./standing.js";
import { faceLook, faceColour } from "./looks.js";
import { shown } from "./filter.js";
import { sentence, timeText } from "./sentence.js";

const choice = { group: "person", most: 40 };
const LANE = 30;
let LEFT = 150; // narrower on a phone

/** Draw the lanes. */
export function drawTimeline(box) {
  const lanes = lanesOf();
  const span = bounds(lanes);
  const pickers = ["person", "org", "place"].map((g) => el("button", { "aria-pressed": String(choice.group === g), onclick: () => { choice.group = g; drawTimeline(box); } }, say("timeline." + g)));
  const head = el("div", { class: "view-head" }, el("h2", {}, say("view.timeline")), el("div", { class: "row", role: "group", "aria-label": say("timeline.by") }, pickers));
  if (!lanes.length || !span) {
    fill(box, head, el("p", { class: "empty" }, say(lanes.length ? "timeline.undated" : "nothing")));
    return;
  }
  const width = Math.max(330, Math.min(1500, box.clientWidth - 40));
  LEFT = width < 500 ? 96 : 150;
  const axis = scale(span, width);
  fill(box, head, el("p", { class: "faint" }, say("timeline.hint")),
    el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": say("view.timeline") }, chart(lanes.slice(0, choice.most), axis, width)),
    lanes.length > choice.most ? el("button", { class: "wide", onclick: () => { choice.most += 100; drawTimeline(box); } }, say("table.more", { n: figure(lanes.length - choice.most) })) : null);
}

const wanted = (v) => {
  const g = groupOf(v);
  return choice.group === "org" ? g === "org" || g === "discipline" || g === "media" : choice.group === "person" ? g === "person" || g === "group" : g === choice.group;
};

/** `[[node, [facts]], …]`, the fullest first; the selected node comes first of all. */
function lanesOf() {
  const out = [];
  for (let v = 0; v < data.nE; v++) {
    if (!wanted(v) || !shown.node[v]) continue;
    const facts = [...data.byFact.of(v)].filter((f) => shown.fact[f]);
    if (facts.length) out.push([v, facts]);
  }
  const dated = (row) => row[1].filter((f) => timeText(f)).length;
  const first = state.sel && state.sel.type === "node" ? state.sel.i : -1;
  return out.sort((a, b) => (b[0] === first) - (a[0] === first) || dated(b) - dated(a) || b[1].length - a[1].length || a[0] - b[0]);
}

function bounds(lanes) {
  let low = Infinity, high = -Infinity;
  for (const [, facts] of lanes) {
    for (const f of facts) {
      for (const d of [data.facts.from[f], data.facts.to[f]]) if (d !== null) [low, high] = [Math.min(low, d), Math.max(high, d)];
    }
  }
  return low === Infinity ? null : [low - 40, high + 40];
}

/** Days to pixels, and the years to mark. */
function scale([low, high], width) {
  const x = (d) => LEFT + ((Math.max(low, Math.min(high, d)) - low) / Math.max(1, high - low)) * (width - LEFT - 70);
  const years = [];
  const first = new Date(Date.UTC(1900, 0, 1 + low)).getUTCFullYear(), last = new Date(Date.UTC(1900, 0, 1 + high)).getUTCFullYear();
  const step = Math.max(1, Math.ceil((last - first) / 12));
  for (let y = first; y <= last; y += step) if (days(String(y)) >= low) years.push([y, x(days(String(y)))]);
  return { x, years, low, high };
}

function chart(lanes, axis, width) {
  const height = lanes.length * LANE + 34;
  const root = svg("svg", { width, height, class: "timeline", role: "list", "aria-label": say("view.timeline") });
  for (const [year, x] of axis.years) {
    root.append(svg("line", { x1: x, x2: x, y1: 22, y2: height, class: "grid" }), label(x + 3, 15, String(year), "axis"));
  }
  lanes.forEach(([v, facts], i) => root.append(lane(v, facts, 40 + i * LANE, axis, width)));
  return root;
}

function label(x, y, text, cls) {
  const t = svg("text", { x, y, class: cls });
  t.textContent = text;
  return t;
}

const short = (text) => (text.length * 13 > LEFT - 12 ? text.slice(0, Math.floor((LEFT - 26) / 13)) + "…" : text);

function lane(v, facts, y, axis, width) {
  const row = svg("g", { role: "listitem" });
  const title = label(LEFT - 12, y + 4, short(name(v)), "lane");
  title.setAttribute("text-anchor", "end");
  pressable(title, name(v), () => change({ sel: { type: "node", i: v } }));
  row.append(svg("line", { x1: LEFT, x2: width - 10, y1: y, y2: y, class: "base" }), title);
  const undated = facts.filter((f) => data.facts.from[f] === null && data.facts.to[f] === null);
  for (const f of facts) if (!undated.includes(f)) row.append(mark(f, y, axis));
  if (undated.length) row.append(label(width - 6, y + 4, say("timeline.plus", { n: undated.length }), "undated"));
  return row;
}

/** One fact: a sign at its date, on a bar as long as the date is uncertain. */
function mark(f, y, axis) {
  const face = faceOf(f);
  const a = axis.x(data.facts.from[f] ?? axis.low), b = axis.x(data.facts.to[f] ?? axis.high);
  const { sign, look } = faceLook(face);
  const group = svg("g", { class: "mark" });
  const title = svg("title");
  title.textContent = `${timeText(f)} ${sentence(f)}`;
  const open = data.facts.to[f] === null || data.facts.from[f] === null;
  group.append(title, svg("rect", { x: a, y: y - 3, width: Math.max(2, b - a), height: 6, rx: 3, fill: faceColour(face), opacity: 0.35, "stroke-dasharray": open ? "4 3" : undefined }));
  const at = svg("g", { transform: `translate(${data.facts.from[f] === null ? b : open ? a : (a + b) / 2} ${y}) scale(0.85)` });
  at.append(svg("path", { d: sign.d, fill: look.fill, stroke: look.line, "stroke-width": look.width || 1.4 }));
  if (sign.mark) at.append(svg("path", { d: sign.mark, fill: "none", stroke: look.ink, "stroke-width": 2, "stroke-linecap": "round" }));
  group.append(at);
  pressable(group, sentence(f), () => change({ sel: { type: "fact", i: f } }));
  return group;
}

/** A drawn thing that works as a button. */
function pressable(node, text, act) {
  for (const [name, value] of [["tabindex", "0"], ["role", "button"], ["aria-label", text]]) node.setAttribute(name, value);
  node.addEventListener("click", act);
  node.addEventListener("keydown", (e) => (e.key === "Enter" || e.key === " ") && (e.preventDefault(), act()));
}
