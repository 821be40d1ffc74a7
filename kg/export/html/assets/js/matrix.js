// Measure by year: how many facts carry each measure in each year. Ranges count in every year they touch.

import { data } from "./data.js";
import { filterBy } from "./state.js";
import { el, fill } from "./dom.js";
import { say, name, figure, days, word } from "./words.js";
import { shown, measuresOf } from "./filter.js";
import { kindFace, STANDINGS } from "./standing.js";
import { factKind } from "./data.js";

const year = (d) => new Date(Date.UTC(1900, 0, 1 + d)).getUTCFullYear();

/** What names a measure without giving it. */
const ENDING = ["Overturning", "Lifting"];

/** Rows a fact counts in: its measures, else the kind of standing it gives. */
function rowsOf(f) {
  if (ENDING.includes(factKind(f))) return [];
  const measures = measuresOf(f);
  if (measures.length) return measures.map((v) => "m" + v);
  return STANDINGS.includes(kindFace(f)) ? ["k" + factKind(f)] : [];
}

/** Years a fact touches; a range open at the end counts in its first year only. */
function yearsOf(f) {
  const a = data.facts.from[f], b = data.facts.to[f];
  if (a === null && b === null) return ["?"];
  if (a === null || b === null) return [year(a ?? b)];
  const out = [];
  for (let y = year(a); y <= Math.min(year(b), year(a) + 60); y++) out.push(y);
  return out;
}

/** Draw the matrix. */
export function drawMatrix(box) {
  const cells = new Map(), years = new Set();
  for (let f = 0; f < data.nF; f++) {
    if (!shown.fact[f]) continue;
    for (const r of rowsOf(f)) {
      if (!cells.has(r)) cells.set(r, new Map());
      for (const y of yearsOf(f)) {
        years.add(y);
        cells.get(r).set(y, (cells.get(r).get(y) || 0) + 1);
      }
    }
  }
  const heading = el("div", { class: "view-head" }, el("h2", {}, say("view.matrix")), el("p", { class: "faint" }, say("matrix.hint")));
  if (!cells.size) return fill(box, heading, el("p", { class: "empty" }, say("nothing")));
  const columns = [...years].filter((y) => y !== "?").sort();
  if (years.has("?")) columns.push("?");
  const most = Math.max(...[...cells.values()].flatMap((r) => [...r.values()]));
  const order = [...cells.keys()].sort((a, b) => kindOf(a).localeCompare(kindOf(b)) || rank(a) - rank(b) || a.localeCompare(b));
  fill(box, heading, el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": say("view.matrix") }, el("table", { class: "matrix" },
    el("thead", {}, el("tr", {}, el("th", { scope: "col" }, say("col.measure")), columns.map((y) => el("th", { scope: "col" }, y === "?" ? say("not.dated") : String(y))))),
    el("tbody", {}, order.map((r) => el("tr", {}, el("th", { scope: "row" }, title(r)), columns.map((y) => cell(r, y, cells.get(r).get(y) || 0, most))))))));
}

const kindOf = (r) => (r[0] === "k" ? "~" + r : data.id[Number(r.slice(1))].split("/").slice(0, 2).join("/"));
const rank = (r) => (r[0] === "m" ? data.nodes.rank[r.slice(1)] || 0 : 0);
const title = (r) => (r[0] === "k" ? word(r.slice(1)) : name(Number(r.slice(1))));

/** A cell; choosing it filters to its measure and year. */
function cell(r, y, n, most) {
  if (!n) return el("td", { class: "none" }, "·");
  const step = Math.min(5, 1 + Math.floor((n / most) * 4.99));
  const go = () => filterBy({
    ...(r[0] === "m" ? { measure: new Set([Number(r.slice(1))]) } : { kind: new Set([r.slice(1)]) }),
    ...(y === "?" ? {} : { from: days(String(y)), to: days(String(y), true) }),
  });
  return el("td", {}, el("button", { class: "heat h" + step, onclick: go, "aria-label": `${title(r)}, ${y === "?" ? say("not.dated") : y}: ${n}` }, figure(n)));
}
