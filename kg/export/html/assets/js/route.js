// The address carries the view, so that a link shows what its sender saw and the browser's own
// back and forward work.

import { data, edgeId, factNode, find, findEdge } from "./data.js";
import { state, change, emptyFilters } from "./state.js";
import { day, days } from "./words.js";

export const VIEWS = ["graph", "table", "timeline", "matrix", "places", "list"];
const BAND = "voc/severity-band/band-";
const route = { last: null };

/** The state as the part of the address after `#`. */
export function address() {
  const q = state.filters;
  const out = new URLSearchParams();
  const put = (key, value) => value !== "" && value !== null && value !== undefined && out.set(key, value);
  const ids = (list) => list.map((v) => data.id[v]).join(",");
  if (state.view !== "graph") put("view", state.view);
  if (state.sel) put(state.sel.type, state.sel.type === "edge" ? edgeId(state.sel.i) : data.id[state.sel.type === "fact" ? factNode(state.sel.i) : state.sel.i]);
  put("near", ids(state.near));
  if (state.path) put("path", ids(state.path));
  if (state.events) put("events", "1");
  put("hide", [...q.hide].sort().join(","));
  put("kind", [...q.kind].sort().join(","));
  put("measure", ids([...q.measure]));
  put("weight", [...q.weight].map((b) => b.slice(BAND.length)).sort().join(","));
  if (q.area >= 0) put("area", data.id[q.area]);
  put("doc", [...q.doc].map((i) => data.facts.docs[i]).join(","));
  put("stance", [...q.stance].map((i) => data.facts.stances[i]).join(","));
  put("sure", q.sure || "");
  put("from", day(q.from));
  put("to", day(q.to));
  return out.toString().replace(/%2F/g, "/").replace(/%2C/g, ",");
}

/** The state an address asks for; what it names and the page does not hold is left out. */
export function parse(text) {
  const get = new URLSearchParams(text.replace(/^#/, ""));
  const list = (key) => (get.get(key) || "").split(",").filter(Boolean);
  const nodes = (key) => list(key).map(find).filter((v) => v >= 0);
  const path = nodes("path");
  const among = (key, all) => new Set(list(key).map((x) => all.indexOf(x)).filter((i) => i >= 0));
  const filters = {
    ...emptyFilters(), hide: new Set(list("hide")), kind: new Set(list("kind")), measure: new Set(nodes("measure")),
    weight: new Set(list("weight").filter((n) => /^\d$/.test(n)).map((n) => BAND + n)), area: get.get("area") ? find(get.get("area")) : -1,
    doc: among("doc", data.facts.docs), stance: among("stance", data.facts.stances), sure: Number(get.get("sure")) || 0,
    from: days(get.get("from")), to: days(get.get("to"), true),
  };
  return {
    view: VIEWS.includes(get.get("view")) ? get.get("view") : "graph", sel: selection(get), near: nodes("near"),
    path: path.length === 2 ? path : null, events: get.get("events") === "1" && !!data.picture.ex, filters, pick: null,
  };
}

function selection(get) {
  for (const key of ["node", "fact"]) {
    const v = get.get(key) ? find(get.get(key)) : -1;
    if (v >= 0) return v >= data.nThings ? { type: "fact", i: v - data.nThings } : { type: "node", i: v };
  }
  const e = get.get("edge") ? findEdge(get.get("edge")) : -1;
  return e >= 0 ? { type: "edge", i: e } : null;
}

/** Follow the address when the reader goes back, forward or pastes one. */
export function openRoute() {
  window.addEventListener("hashchange", () => {
    if (location.hash.slice(1) === route.last) return;
    route.last = location.hash.slice(1);
    change(parse(location.hash), { replace: true, arrived: true });
  });
}

/** Write the address after a change; a new step in history unless only filters or the same step. */
export function writeAddress(how = {}) {
  const text = address();
  if (text === route.last) return;
  const silent = how.replace || route.last === null;
  route.last = text;
  const url = text ? "#" + text : location.pathname + location.search;
  try {
    history[silent ? "replaceState" : "pushState"](null, "", url);
  } catch {
    location.hash = text;
  }
}
window.addEventListener("popstate", () => {
  if (!data.id) return;
  route.last = location.hash.slice(1);
  change(parse(location.hash), { replace: true, arrived: true });
});
