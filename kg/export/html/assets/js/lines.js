// Lines of the live part as vis-network wants them: roles, edges, and many between two as one.

import { data } from "./data.js";
import { state } from "./state.js";
import { net, LIVE_LINES } from "./canvas.js";
import { scene, roleLines } from "./scene.js";
import { edgeLook, lineLook, colours } from "./looks.js";
import { faceOf } from "./standing.js";

const PARALLEL = 4;

/** Edges between live nodes; many between the same two become one with its number. */
export function visEdges(on) {
  const pairs = new Map();
  const put = (a, b, item) => {
    const key = a < b ? a * data.n + b : b * data.n + a;
    if (pairs.has(key)) pairs.get(key).push(item);
    else pairs.set(key, [item]);
  };
  for (const e of edgesAmong(on)) put(data.s[e], data.t[e], { id: "e" + e, from: data.s[e], to: data.t[e], look: edgeLook(e) });
  if (net.whole) for (const [f, i] of roleLines()) put(f + data.nThings, data.facts.role[f][i + 1], roleItem(f, i));
  const out = [];
  for (const items of pairs.values()) {
    if (items.length <= PARALLEL) items.forEach((it, k) => out.push(visEdge(it, k, items)));
    else out.push({ ...visEdge(items[0], 0, [items[0]]), id: "b" + items[0].id.slice(1), width: 4 * net.thick, many: items.length });
  }
  return out;
}

function roleItem(f, i) {
  const look = lineLook(faceOf(f));
  return { id: `r${f}.${i}`, from: f + data.nThings, to: data.facts.role[f][i + 1], look: { ...look, width: 1.3, dash: false }, role: true };
}

function* edgesAmong(on) {
  if (net.whole) {
    yield* scene.edge;
    return;
  }
  const seen = new Set();
  for (const v of on) {
    for (const e of data.byEdge.of(v)) {
      if (seen.has(e) || !on.has(data.s[e]) || !on.has(data.t[e])) continue;
      seen.add(e);
      yield e;
      if (seen.size > LIVE_LINES) return;
    }
  }
}

/** Parallel lines bend to both sides, turned by direction so that they do not fall on each other. */
function visEdge(item, k, items) {
  const side = (k - (items.length - 1) / 2) * 0.28 * (item.from < item.to ? 1 : -1);
  const faint = net.lit && !(net.lit.has(item.from) && net.lit.has(item.to));
  const picked = state.sel && state.sel.type === "edge" && item.id === "e" + state.sel.i;
  return {
    id: item.id, from: item.from, to: item.to, dashes: item.look.dash, width: (item.look.width + (picked ? 2.5 : 0)) * net.thick,
    color: { color: picked ? colours().hit : item.look.color, opacity: faint ? 0.1 : scene.node.length > 250 && !net.lit ? 0.5 : 0.9, inherit: false },
    arrows: { to: { enabled: !item.role && item.look.face !== "frame" } },
    smooth: items.length === 1 ? false : { enabled: true, type: side < 0 ? "curvedCCW" : "curvedCW", roundness: Math.abs(side) },
  };
}
