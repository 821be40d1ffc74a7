// The strip of time under the canvas: facts by year or month, and a window drawn over it to filter.

import { data } from "./data.js";
import { state, filterBy } from "./state.js";
import { fill, svg, $ } from "./dom.js";
import { say, day, days, figure } from "./words.js";
import { shown, counted } from "./filter.js";

const H = 34;
const strip = { low: 0, high: 0, bins: [], width: 0, drag: null, moved: false };

/** Bins over the dated facts, by month up to eight years and by year beyond; null when nothing is dated. */
export function prepareBrush() {
  let low = Infinity, high = -Infinity;
  for (let f = 0; f < data.nF; f++) {
    for (const d of [data.facts.from[f], data.facts.to[f]]) if (d !== null) [low, high] = [Math.min(low, d), Math.max(high, d)];
  }
  $("brush").hidden = low === Infinity;
  if (low === Infinity) return;
  const first = Number(day(low).slice(0, 4)), last = Number(day(high).slice(0, 4));
  const byMonth = last - first < 8;
  strip.bins = [];
  for (let y = first; y <= last; y++) {
    for (let m = 1; m <= (byMonth ? 12 : 1); m++) {
      const key = byMonth ? `${y}-${String(m).padStart(2, "0")}` : String(y);
      strip.bins.push({ key, from: days(key), to: days(key, true) });
    }
  }
  [strip.low, strip.high] = [strip.bins[0].from, strip.bins[strip.bins.length - 1].to];
}

/** Every bin a fact's range touches; open ends reach to the edge of the strip. */
function binsOf(f) {
  const a = data.facts.from[f], b = data.facts.to[f];
  if (a === null && b === null) return [];
  const lo = a ?? b, hi = b ?? a;
  const out = [];
  for (let i = bin(lo); i <= bin(hi) && i < strip.bins.length; i++) out.push(i);
  return out;
}

function bin(d) {
  let lo = 0, hi = strip.bins.length - 1;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (strip.bins[mid].to < d) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

/** Draw the bars and the window. */
export function drawBrush() {
  if ($("brush").hidden) return;
  const box = $("brush-chart");
  strip.width = Math.max(200, box.clientWidth);
  const counts = counted("time", binsOf);
  const most = Math.max(1, ...counts.values());
  const step = strip.width / strip.bins.length;
  const root = svg("svg", { width: strip.width, height: H + 16, "aria-hidden": "true" });
  strip.bins.forEach((b, i) => {
    const n = counts.get(i) || 0;
    const tall = n ? Math.max(3, (n / most) * H) : 1;
    const bar = svg("rect", { x: i * step + 0.5, y: H - tall, width: Math.max(1, step - 1), height: tall, class: inWindow(b) ? "bar-on" : "bar-off" });
    const title = svg("title");
    title.textContent = `${b.key}: ${n}`;
    bar.append(title);
    root.append(bar);
  });
  ticks(root, step);
  const { from, to } = state.filters;
  if (from !== null || to !== null) root.append(svg("rect", { class: "window", x: px(from ?? strip.low), y: 0, width: Math.max(3, px(to ?? strip.high) - px(from ?? strip.low)), height: H }));
  fill(box, root);
  $("brush-from").value = from === null ? "" : day(from);
  $("brush-to").value = to === null ? "" : day(to);
  fill($("brush-text"), say(from === null && to === null ? "brush.all" : "brush.some", { n: figure(shown.facts) }));
}

const inWindow = (b) => (state.filters.from === null || b.to >= state.filters.from) && (state.filters.to === null || b.from <= state.filters.to);

function ticks(root, step) {
  let last = -99;
  strip.bins.forEach((b, i) => {
    const x = i * step;
    if ((b.key.length > 4 && !b.key.endsWith("-01")) || x - last < 44 || x > strip.width - 30) return;
    last = x;
    const t = svg("text", { x: x + 1, y: H + 13, class: "axis" });
    t.textContent = b.key.slice(0, 4);
    root.append(t);
  });
}

const px = (d) => ((d - strip.low) / (strip.high - strip.low)) * strip.width;

/** Drag on the strip to choose a window; a click on a bar chooses it. */
export function openBrush() {
  const box = $("brush-chart");
  const at = (e) => Math.max(0, Math.min(strip.bins.length - 1, Math.floor(((e.clientX - box.getBoundingClientRect().left) / strip.width) * strip.bins.length)));
  box.addEventListener("pointerdown", (e) => {
    strip.drag = at(e);
    box.setPointerCapture(e.pointerId);
  });
  box.addEventListener("pointermove", (e) => strip.drag !== null && choose(strip.drag, at(e)));
  box.addEventListener("pointerup", (e) => {
    if (strip.drag !== null) choose(strip.drag, at(e));
    strip.drag = null;
    strip.moved = false;
  });
  for (const [id, key, end] of [["brush-from", "from", false], ["brush-to", "to", true]]) {
    $(id).addEventListener("change", (e) => filterBy({ [key]: e.target.value ? days(e.target.value, end) : null }));
  }
}

function choose(a, b) {
  const from = strip.bins[Math.min(a, b)].from, to = strip.bins[Math.max(a, b)].to;
  if (from !== state.filters.from || to !== state.filters.to) {
    filterBy({ from, to }, { replace: strip.moved });
    strip.moved = true;
  }
}
