// The facts as a table: sorted by any column, cut by the same filters, taken away as CSV.

import { data, roles, factKind, iri, factNode } from "./data.js";
import { state, change } from "./state.js";
import { el, fill, icon } from "./dom.js";
import { say, name, word, figure, code } from "./words.js";
import { faceOf } from "./standing.js";
import { faceLook } from "./looks.js";
import { shown, placesOf } from "./filter.js";
import { timeText, sentence } from "./sentence.js";
import { source } from "./quotes.js";
import { csvLine } from "./rdf.js";

const PAGE = 100;
const sorting = { by: "date", up: true, rows: PAGE, sift: "", timer: 0 };
const names = (f, ...wanted) => roles(f).filter(([r]) => wanted.includes(r)).map(([, v]) => name(v)).join(say("list.comma"));

const COLUMNS = {
  date: (f) => timeText(f),
  kind: (f) => word(factKind(f)),
  agent: (f) => names(f, "agent", "prescribedBy") || say("not.stated"),
  patient: (f) => names(f, "patient", "member", "object", "mechanism"),
  measure: (f) => names(f, "measure", "method", "role"),
  ground: (f) => names(f, "ground"),
  place: (f) => [...new Set(placesOf(f))].map(name).join(say("list.comma")),
  stance: (f) => code("stance", data.facts.stances[data.facts.stance[f]]),
  sure: (f) => `${data.facts.sure[f]}%`,
};
const KEY = {
  date: (f) => data.facts.from[f] ?? data.facts.to[f] ?? 1e9,
  sure: (f) => data.facts.sure[f],
};

function sorted() {
  const list = [];
  const words = sorting.sift.toLowerCase().split(/\s+/).filter(Boolean);
  for (let f = 0; f < data.nF; f++) if (shown.fact[f] && (!words.length || says(f, words))) list.push(f);
  const key = KEY[sorting.by] || COLUMNS[sorting.by];
  const keys = new Map(list.map((f) => [f, key(f)]));
  const order = (a, b) => (typeof a === "number" ? a - b : a.localeCompare(b, "zh-Hans-u-co-pinyin"));
  list.sort((a, b) => order(keys.get(a), keys.get(b)) || a - b);
  return sorting.up ? list : list.reverse();
}

/** Draw the table. */
export function drawTable(box) {
  const find = el("input", { type: "search", class: "sift", value: sorting.sift, placeholder: say("table.sift"), "aria-label": say("table.sift"), oninput: () => {
    clearTimeout(sorting.timer);
    sorting.timer = setTimeout(() => {
      Object.assign(sorting, { sift: find.value, rows: PAGE });
      drawRows(body, count);
    }, 120);
  } });
  const count = el("p", { class: "faint", role: "status" }), body = el("div");
  fill(box, el("div", { class: "view-head" }, el("h2", {}, say("view.table")), find, count), body);
  drawRows(body, count);
}

function drawRows(body, count) {
  const list = sorted();
  const again = (patch) => () => (Object.assign(sorting, patch), drawRows(body, count));
  const heads = Object.keys(COLUMNS).map((c) => el("th", { scope: "col", "aria-sort": sorting.by === c ? (sorting.up ? "ascending" : "descending") : "none" },
    el("button", { onclick: again({ by: c, up: sorting.by === c ? !sorting.up : true, rows: PAGE }) }, say("col." + c), el("span", { "aria-hidden": "true" }, sorting.by === c ? (sorting.up ? " ▲" : " ▼") : ""))));
  fill(count, say("table.count", { n: figure(list.length) }));
  fill(body,
    el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": say("view.table") },
      el("table", {}, el("thead", {}, el("tr", {}, heads)), el("tbody", {}, list.slice(0, sorting.rows).map(row)))),
    list.length > sorting.rows ? el("button", { class: "wide", onclick: again({ rows: sorting.rows + 400 }) }, say("table.more", { n: figure(list.length - sorting.rows) })) : null,
    list.length ? null : el("p", { class: "empty" }, say("nothing")));
}

/** Whether a fact says the words typed over the table, in any column or in its sentence. */
function says(f, words) {
  const text = [...Object.values(COLUMNS).map((column) => column(f)), sentence(f)].join("\n").toLowerCase();
  return words.every((w) => text.includes(w));
}

function row(f) {
  const pick = () => change({ sel: { type: "fact", i: f } });
  const cells = Object.keys(COLUMNS).map((c) => {
    const text = COLUMNS[c](f);
    if (c === "kind") return el("td", {}, el("button", { class: "link", onclick: pick }, icon(faceLook(faceOf(f)), 16), text));
    return el("td", { class: text === say("not.stated") ? "unknown" : c === "date" ? "date" : null }, text);
  });
  return el("tr", { class: state.sel && state.sel.type === "fact" && state.sel.i === f ? "picked" : null, title: sentence(f), ondblclick: pick }, cells);
}

/** The whole table, filtered and sorted as it is, as CSV. */
export function tableCsv() {
  const head = ["iri", ...Object.keys(COLUMNS).map((c) => say("col." + c)), say("col.sentence"), say("col.source")];
  const rows = sorted().map((f) => [iri(data.id[factNode(f)]), ...Object.keys(COLUMNS).map((c) => COLUMNS[c](f)), sentence(f),
    data.facts.doc[f].map((d) => source(data.facts.docs[d]).map((x) => x.textContent || x).join("")).join("; ")]);
  return [head, ...rows].map(csvLine).join("\r\n") + "\r\n";
}
