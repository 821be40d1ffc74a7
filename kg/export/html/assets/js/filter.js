// Which facts, edges and nodes pass the filters. The rules are plain, so that each filter equals a
// SPARQL query: docs/page.md gives the query beside the rule.

import { data, roles, fillers, factKind, isTerm, find, factNode } from "./data.js";
import { state } from "./state.js";
import { groupOf } from "./standing.js";

export const shown = { fact: null, edge: null, node: null, would: null, facts: 0, edges: 0, nodes: 0, failed: null };
const FACETS = ["kind", "measure", "weight", "area", "doc", "stance", "sure", "time"];

/** Places a place lies in, itself first, following `containedIn`. */
const within = new Map();
export function above(v) {
  if (!within.has(v)) {
    const seen = [v];
    for (let at = v; ; ) {
      const up = [...data.byEdge.of(at)].find((e) => data.s[e] === at && data.names[data.p[e]] === "containedIn");
      at = up === undefined ? -1 : data.t[up];
      if (at < 0 || seen.includes(at)) break;
      seen.push(at);
    }
    within.set(v, seen);
  }
  return within.get(v);
}

/** Places a fact has: its `place`, else the places its parties are `locatedIn` or cleared at. */
export function placesOf(f) {
  const own = roles(f).filter(([role]) => role === "place").map(([, v]) => v);
  if (own.length) return own;
  const out = [];
  for (const v of fillers(f)) {
    if (v >= data.nThings) continue;
    if (groupOf(v) === "place") out.push(v);
    else for (const e of data.byEdge.of(v)) if (data.s[e] === v && data.names[data.p[e]] === "locatedIn") out.push(data.t[e]);
  }
  return out;
}

/** Measures of a fact: terms in its role `measure`. */
export const measuresOf = (f) => roles(f).filter(([r, v]) => r === "measure" && isTerm(v)).map(([, v]) => v);

/** Bands of a fact: those its measures fall into across the schemes (docs/decisions/009). */
export const bandsOf = (f) => measuresOf(f).map((v) => data.nodes.band[v]).filter(Boolean);

const TESTS = {
  kind: (f, q) => !q.kind.size || q.kind.has(factKind(f)),
  measure: (f, q) => !q.measure.size || measuresOf(f).some((v) => q.measure.has(v)),
  weight: (f, q) => !q.weight.size || bandsOf(f).some((b) => q.weight.has(b)),
  area: (f, q) => q.area < 0 || placesOf(f).some((v) => above(v).includes(q.area)),
  doc: (f, q) => !q.doc.size || data.facts.doc[f].some((d) => q.doc.has(d)),
  stance: (f, q) => !q.stance.size || q.stance.has(data.facts.stance[f]),
  sure: (f, q) => !q.sure || data.facts.sure[f] >= q.sure,
  time: (f, q) => (q.from === null && q.to === null) || overlaps(f, q.from, q.to),
};

/** A dated fact overlaps the window; a range with an open end reaches on; the undated do not. */
export function overlaps(f, from, to) {
  const { from: lows, to: highs, edtf } = data.facts;
  if (lows[f] === null && highs[f] === null && !edtf[f]) return false;
  return (to === null || lows[f] === null || lows[f] <= to) && (from === null || highs[f] === null || highs[f] >= from);
}

/** True when some filter looks at facts, so that nodes without a passing fact go. */
export function factual(q = state.filters) {
  return !!(q.kind.size || q.measure.size || q.weight.size || q.area >= 0 || q.doc.size || q.stance.size || q.sure ||
    q.from !== null || q.to !== null);
}

/** Work out `shown` from the filters. */
export function refilter() {
  const q = state.filters;
  const on = FACETS.map((name) => [name, active(name, q)]);
  const failed = new Uint8Array(data.nF);
  for (let k = 0; k < on.length; k++) {
    if (!on[k][1]) continue;
    const test = TESTS[on[k][0]];
    for (let f = 0; f < data.nF; f++) if (!test(f, q)) failed[f] |= 1 << k;
  }
  shown.failed = failed;
  shown.fact = failed.map((bits) => (bits ? 0 : 1));
  shown.facts = sum(shown.fact);
  spread(q);
}

function active(name, q) {
  const value = q[name];
  if (name === "time") return q.from !== null || q.to !== null;
  return name === "area" ? value >= 0 : value instanceof Set ? value.size > 0 : value > 0;
}

/** From facts to edges and nodes. */
function spread(q) {
  const strict = factual(q);
  const node = new Uint8Array(data.n);
  const edge = new Uint8Array(data.nM);
  const would = new Uint8Array(data.nThings).fill(strict ? 0 : 1);
  for (let f = 0; f < data.nF; f++) {
    if (!shown.fact[f]) continue;
    node[factNode(f)] = 1;
    if (strict) for (const v of fillers(f)) if (v < data.nThings) would[v] = 1;
  }
  for (let v = 0; v < data.nThings; v++) if (would[v] && !q.hide.has(groupOf(v))) node[v] = 1;
  for (let e = 0; e < data.nM; e++) {
    const facts = data.edges.f[e];
    const ends = node[data.s[e]] && node[data.t[e]];
    edge[e] = facts.length ? (ends && facts.some((f) => shown.fact[f]) ? 1 : 0) : ends ? 1 : 0;
  }
  Object.assign(shown, { node, edge, would, nodes: sum(node.subarray(0, data.nE)), edges: sum(edge) });
}

function sum(bits) {
  let n = 0;
  for (let i = 0; i < bits.length; i++) n += bits[i];
  return n;
}

/** Facts that pass every filter but the one named: what a choice in that filter would show. */
export function counted(facet, keysOf) {
  const bit = 1 << FACETS.indexOf(facet);
  const counts = new Map();
  for (let f = 0; f < data.nF; f++) {
    if (shown.failed[f] & ~bit) continue;
    for (const key of new Set(keysOf(f))) counts.set(key, (counts.get(key) || 0) + 1);
  }
  return counts;
}

/** Node number of an area given by its id or code. */
export const areaOf = (id) => find(id.startsWith("place/") ? id : "place/" + id);
