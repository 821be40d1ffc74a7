// Finding by characters, by pinyin, by initials and by alias. Each letter typed is matched against the
// characters themselves with all their readings, so `zg`, `zigui`, `秭归` and `zi归` all find the same.

import { data, aliases } from "./data.js";

const index = { names: [], exact: new Map(), readings: null, order: null, next: 0 };
const ENOUGH = 600; // hits after which a short query looks no further; the best connected names come first
const SLICE = 4000;

/** Names in the order they are looked through: the best connected first. */
function begin() {
  index.readings = new Map(Object.entries(data.pinyin).map(([c, r]) => [c, r.split(" ")]));
  const n = data.nThings;
  index.order = Float64Array.from({ length: n }, (_, v) => (1e6 - data.byEdge.count(v)) * n + v).sort().map((key) => key % n);
}

/** Take in names up to a number of nodes. */
function takeIn(end) {
  if (!index.order) begin();
  for (; index.next < Math.min(end, data.nThings); index.next++) {
    const v = index.order[index.next];
    for (const text of new Set([data.label[v], ...(data.words[data.id[v]] || []), ...aliases(v)])) {
      const low = text.toLowerCase();
      index.names.push([low, v, text, ...letters(low)]);
      if (!index.exact.has(low)) index.exact.set(low, index.names.length - 1);
    }
  }
}

/** Get ready while nobody waits, a slice at a time, so that the first letter typed is answered at once. */
export function warm() {
  takeIn(index.next + SLICE);
  if (index.next < data.nThings) setTimeout(warm);
}

const bit = (letter) => 1 << (letter.charCodeAt(0) % 31);

/** As bits, the letters a match in this text can begin with and those it can hold: others are passed over. */
function letters(text) {
  let first = 0, any = 0;
  for (const c of text) {
    first |= bit(c);
    for (const r of index.readings.get(c) || []) {
      first |= bit(r);
      for (const l of r) any |= bit(l);
    }
  }
  return [first, any | first];
}

/** Up to `most` hits, best first: `{v, text, at, length}`. */
export function search(query, most = 12) {
  takeIn(Infinity);
  const typed = query.trim().toLowerCase(), q = typed.replace(/\s+/g, "");
  if (!q) return [];
  const best = new Map();
  const head = bit(q), whole = [...q].reduce((bits, c) => bits | bit(c), 0), read = /[a-z]/.test(q);
  const see = ([low, v, text, first, any]) => {
    if (!(first & head) || (any & whole) !== whole) return;
    const hit = direct(low, typed) || (typed === q ? null : direct(low, q)) || (read ? byReading(low, q) : null);
    if (!hit) return;
    const score = hit.score + Math.min(20, data.byEdge.count(v)) * 0.2 - low.length * 0.05;
    const old = best.get(v);
    if (!old || old.score < score) best.set(v, { v, text, score, at: hit.at, length: hit.length });
  };
  for (const text of new Set([typed, q])) if (index.exact.has(text)) see(index.names[index.exact.get(text)]);
  for (let i = 0; i < index.names.length && best.size < ENOUGH; i++) see(index.names[i]);
  return [...best.values()].sort((a, b) => b.score - a.score || a.v - b.v).slice(0, most);
}

function direct(text, q) {
  const at = text.indexOf(q);
  if (at < 0) return null;
  return { at, length: q.length, score: text === q ? 100 : at === 0 ? 80 : 60 };
}

/** By readings; a name read in its characters' rarer ways comes after those read as usual. */
function byReading(text, q) {
  const head = q[0];
  for (let at = 0; at < text.length; at++) {
    const rs = index.readings.get(text[at]);
    if (text[at] !== head && !(rs && rs.some((r) => r[0] === head))) continue;
    const end = follow(text, at, q, 0, 0, 9);
    if (end < 0) continue;
    const usual = follow(text, at, q, 0, 0, 1);
    return { at, length: end - at, score: (at === 0 ? 50 : 30) + (end === text.length ? 10 : 0) + (usual >= 0 ? 9 : 0) };
  }
  return null;
}

/** Where the match ends, or -1: each character takes one of its first `ways` readings, its beginning or its initial. */
function follow(text, at, q, used, depth, ways) {
  if (used === q.length) return at;
  if (at === text.length || depth > 24) return -1;
  if (text[at] === q[used]) {
    const end = follow(text, at + 1, q, used + 1, depth + 1, ways);
    if (end >= 0) return end;
  }
  const rs = index.readings.get(text[at]);
  for (let k = 0; rs && k < Math.min(ways, rs.length); k++) {
    const end = rs[k][0] === q[used] ? taking(rs[k], text, at, q, used, depth, ways) : -1;
    if (end >= 0) return end;
  }
  return -1;
}

/** The same after one reading: whole, its first two letters, its initial, or as far as the query goes. */
function taking(reading, text, at, q, used, depth, ways) {
  const left = q.length - used;
  if (left < reading.length && q.startsWith(reading.slice(0, left), used)) return at + 1;
  for (const length of reading.length > 2 ? [reading.length, 2, 1] : reading.length > 1 ? [2, 1] : [1]) {
    if (!q.startsWith(reading.slice(0, length), used)) continue;
    const end = follow(text, at + 1, q, used + length, depth + 1, ways);
    if (end >= 0) return end;
  }
  return -1;
}
