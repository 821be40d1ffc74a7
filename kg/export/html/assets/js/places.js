// Where: a tile for every province, shaded by the number of facts, and the prefectures of the one chosen.
// Tiles stand for areas by position only; no boundary is drawn, so none can be wrong.

import { kind } from "./data.js";
import { state, filterBy } from "./state.js";
import { el, fill, svg } from "./dom.js";
import { say, name, figure, tiles } from "./words.js";
import { above, areaOf, counted, placesOf } from "./filter.js";

/** Draw the tiles and the list. */
export function drawPlaces(box) {
  const counts = counted("area", (f) => placesOf(f).flatMap(above));
  const most = Math.max(1, ...Object.keys(tiles).map((code) => counts.get(areaOf(code + "0000")) || 0));
  const map = el("div", { class: "tiles", role: "group", "aria-label": say("places.tiles") },
    Object.entries(tiles).filter(([code]) => code !== "00" && code !== "10").map(([code, tile]) => tileOf(code, tile, counts, most)));
  fill(box, el("div", { class: "view-head" }, el("h2", {}, say("view.places")), el("p", { class: "faint" }, say("places.hint"))),
    el("div", { class: "places" }, map, lists(counts)));
}

function tileOf(code, tile, counts, most) {
  const v = areaOf(code + "0000");
  const n = v < 0 ? 0 : counts.get(v) || 0;
  const step = n ? Math.min(5, 1 + Math.floor((n / most) * 4.99)) : 0;
  const chosen = v >= 0 && state.filters.area >= 0 && above(state.filters.area).includes(v);
  return el("button", {
    class: `tile h${step} c${tile.at[0]} r${tile.at[1]}`, "aria-pressed": String(chosen), disabled: !n,
    "aria-label": `${tile[state.lang]}: ${n}`, onclick: () => filterBy({ area: state.filters.area === v ? -1 : v }),
  }, el("span", {}, state.lang === "zh" ? tile.zh : tile.en), el("b", {}, n ? figure(n) : ""));
}

/** Places with facts, those inside the chosen one or all, by number. */
function lists(counts) {
  const rows = [...counts].filter(([v]) => kind(v) === "Place" && (state.filters.area < 0 || above(v).includes(state.filters.area)));
  rows.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const most = Math.max(1, ...rows.map((r) => r[1]));
  if (!rows.length) return el("p", { class: "empty" }, say("places.none"));
  return el("ol", { class: "bars" }, rows.slice(0, 60).map(([v, n]) => el("li", {},
    el("button", { class: "bar", "aria-pressed": String(state.filters.area === v), onclick: () => filterBy({ area: state.filters.area === v ? -1 : v }) },
      el("span", { class: "bar-name", lang: "zh-Hans" }, above(v).slice(0, 3).reverse().map(name).join(" › ")),
      barOf(n / most), el("span", { class: "bar-n" }, figure(n))))));
}

const barOf = (part) => svg("svg", { class: "bar-line", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" },
  svg("rect", { width: 100, height: 10, class: "bar-bed" }), svg("rect", { width: Math.max(1, part * 100), height: 10, class: "bar-on" }));
