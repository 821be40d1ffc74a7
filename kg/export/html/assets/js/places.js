// Where: a tile for every province, shaded by the number of facts, and the places of one level by number.
// Tiles stand for provinces by position only; no boundary is drawn, so none can be wrong.

import { data, kind } from "./data.js";
import { state, filterBy } from "./state.js";
import { el, fill, svg } from "./dom.js";
import { say, name, figure, tiles } from "./words.js";
import { above, areaOf, counted, placesOf } from "./filter.js";

const LEVELS = ["province", "city", "county", "below"];
const MOST = 60;
const choice = { level: "", area: null, most: MOST };

/** Draw the tiles and the list. */
export function drawPlaces(box) {
  if (choice.area !== state.filters.area) Object.assign(choice, { level: "", area: state.filters.area, most: MOST });
  const counts = counted("area", (f) => placesOf(f).flatMap(above));
  const provinces = Object.entries(tiles).filter(([code]) => code !== "00" && code !== "10");
  const most = Math.max(1, ...provinces.map(([code]) => counts.get(areaOf(code + "0000")) || 0));
  const map = el("div", { class: "tiles", role: "group", "aria-label": say("places.tiles") },
    provinces.map(([code, tile]) => tileOf(code, tile, counts, most)));
  fill(box, el("div", { class: "view-head" }, el("h2", {}, say("view.places")), el("p", { class: "faint" }, say("places.hint"))),
    el("div", { class: "places" }, el("div", { class: "map" }, map, key(most), rest()), list(counts, box)));
}

function tileOf(code, tile, counts, most) {
  const v = areaOf(code + "0000");
  const n = v < 0 ? 0 : counts.get(v) || 0;
  const chosen = v >= 0 && state.filters.area >= 0 && above(state.filters.area).includes(v);
  return el("button", {
    class: `tile h${step(n, most)} c${tile.at[0]} r${tile.at[1]}`, "aria-pressed": String(chosen), disabled: !n,
    "aria-label": `${tile[state.lang].replace("\u00ad", "")}: ${n}`, onclick: () => toggle(v),
  }, el("span", {}, state.lang === "zh" ? tile.zh : tile.en), el("b", {}, n ? figure(n) : ""));
}

const step = (n, most) => (n ? Math.min(5, 1 + Math.floor((n / most) * 4.99)) : 0);
const toggle = (v) => filterBy({ area: state.filters.area === v ? -1 : v });

/** What the shades mean. */
function key(most) {
  const shades = [1, 2, 3, 4, 5].filter((s) => s <= most).map((s) => el("i", { class: "shade h" + (most < 5 ? step(s, most) : s) }));
  return el("p", { class: "key faint small" }, say("places.key", { n: 1 }), el("span", { "aria-hidden": "true" }, shades), figure(most));
}

/** How many facts the tiles leave out. */
function rest() {
  const nowhere = counted("area", (f) => (placesOf(f).length ? [] : [0])).get(0) || 0;
  return nowhere ? el("p", { class: "faint small" }, say("places.nowhere", { n: figure(nowhere) })) : null;
}

/** The level of a place by its code: province, prefecture, county, or what lies below; "" for the nation. */
function levelOf(v) {
  const found = /^place\/(\d{6})(.?)/.exec(data.id[v]);
  if (!found || found[2]) return "below";
  if (found[1] === "100000") return "";
  return found[1].endsWith("0000") ? "province" : found[1].endsWith("00") ? "city" : "county";
}

/** Places of one level, those inside the chosen one or all, by number. */
function list(counts, box) {
  const all = [...counts].filter(([v]) => kind(v) === "Place" && levelOf(v) && (state.filters.area < 0 || above(v).includes(state.filters.area)));
  if (!all.length) return el("p", { class: "empty" }, say("places.none"));
  const levels = LEVELS.filter((l) => all.some(([v]) => levelOf(v) === l));
  const level = levels.includes(choice.level) ? choice.level : first(levels);
  const rows = all.filter(([v]) => levelOf(v) === level).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const most = rows[0][1];
  const pick = (patch) => () => (Object.assign(choice, patch), drawPlaces(box));
  return el("section", { class: "levels" },
    el("div", { class: "row", role: "group", "aria-label": say("places.level") }, levels.map((l) =>
      el("button", { "aria-pressed": String(l === level), onclick: pick({ level: l, most: MOST }) }, say("places." + l)))),
    el("ol", { class: "bars" }, rows.slice(0, choice.most).map(([v, n]) => bar(v, n, most))),
    rows.length > choice.most ? el("button", { class: "wide", onclick: pick({ most: choice.most + 200 }) }, say("table.more", { n: figure(rows.length - choice.most) })) : null);
}

/** Prefectures at first; inside a chosen place the level under it. */
function first(levels) {
  const own = state.filters.area < 0 ? "province" : levelOf(state.filters.area);
  return levels.find((l) => LEVELS.indexOf(l) > LEVELS.indexOf(own)) || levels[levels.length - 1];
}

function bar(v, n, most) {
  const up = above(v).slice(1, 3).filter((p) => levelOf(p)).reverse().map(name).join(" › ");
  return el("li", {}, el("button", { class: "bar", "aria-pressed": String(state.filters.area === v), onclick: () => toggle(v) },
    el("span", { class: "bar-name", lang: "zh-Hans" }, name(v), up ? el("small", { class: "faint" }, up) : null),
    barOf(n / most), el("span", { class: "bar-n" }, figure(n))));
}

const barOf = (part) => svg("svg", { class: "bar-line", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" },
  svg("rect", { width: 100, height: 10, class: "bar-bed" }), svg("rect", { width: Math.max(1, part * 100), height: 10, class: "bar-on" }));
