// Finding by characters, by pinyin, by initials and by alias. Each letter typed is matched against the
// characters themselves with all their readings, so `zg`, `zigui`, `秭归` and `zi归` all find the same.

import { data, aliases } from "./data.js";
import { name } from "./words.js";

const index = { names: null, readings: null };
const ENOUGH = 600; // hits after which a short query looks no further

/** Split the readings once. */
function prepare() {
  if (index.names) return;
  index.readings = new Map(Object.entries(data.pinyin).map(([c, r]) => [c, r.split(" ")]));
  index.names = [];
  for (let v = 0; v < data.nThings; v++) {
    const main = data.id[v].startsWith("voc/") ? [name(v), data.label[v]] : [data.label[v]];
    for (const text of new Set([...main, ...aliases(v)])) index.names.push([text.toLowerCase(), v, text, initials(text.toLowerCase())]);
  }
}

const bit = (letter) => 1 << (letter.charCodeAt(0) % 31);

/** The first letters of all readings of a text as bits: what a query cannot begin with is passed over. */
function initials(text) {
  let bits = 0;
  for (const c of text) {
    bits |= bit(c);
    for (const r of index.readings.get(c) || []) bits |= bit(r);
  }
  return bits;
}

/** Up to `most` hits, best first: `{v, text, at, length}`. */
export function search(query, most = 12) {
  prepare();
  const q = query.trim().toLowerCase().replace(/\s+/g, "");
  if (!q) return [];
  const plain = /^[a-z0-9'ü]+$/.test(q);
  const best = new Map();
  const head = bit(q);
  for (const [low, v, text, bits] of index.names) {
    if (!(bits & head)) continue;
    if (best.size >= ENOUGH) break;
    const hit = direct(low, q) || byReading(low, q, plain);
    if (!hit) continue;
    const score = hit.score + Math.min(20, data.byEdge.count(v)) * 0.2 - low.length * 0.05;
    const old = best.get(v);
    if (!old || old.score < score) best.set(v, { v, text, score, at: hit.at, length: hit.length });
  }
  return [...best.values()].sort((a, b) => b.score - a.score || a.v - b.v).slice(0, most);
}

function direct(text, q) {
  const at = text.indexOf(q);
  if (at < 0) return null;
  return { at, length: q.length, score: text === q ? 100 : at === 0 ? 80 : 60 };
}

function byReading(text, q, plain) {
  if (!plain && !/[a-z]/.test(q)) return null;
  const head = q[0];
  for (let at = 0; at < text.length; at++) {
    const rs = index.readings.get(text[at]);
    if (text[at] !== head && !(rs && rs.some((r) => r[0] === head))) continue;
    const end = follow(text, at, q, 0, 0);
    if (end < 0) continue;
    return { at, length: end - at, score: (at === 0 ? 50 : 30) + (end === text.length ? 10 : 0) };
  }
  return null;
}

/** Where the match ends, or -1: each character takes a whole reading, its beginning or its initial. */
function follow(text, at, q, used, depth) {
  if (used === q.length) return at;
  if (at === text.length || depth > 24) return -1;
  const rest = q.slice(used);
  if (text[at] === rest[0]) {
    const end = follow(text, at + 1, q, used + 1, depth + 1);
    if (end >= 0) return end;
  }
  for (const r of index.readings.get(text[at]) || []) {
    if (r[0] !== rest[0]) continue;
    for (const piece of r.length > 1 ? [r, r.slice(0, 2), r[0]] : [r]) {
      if (rest.startsWith(piece) || (piece === r && r.startsWith(rest))) {
        const took = Math.min(piece.length, rest.length);
        const end = follow(text, at + 1, q, used + took, depth + 1);
        if (end >= 0) return end;
      }
    }
  }
  return -1;
}
