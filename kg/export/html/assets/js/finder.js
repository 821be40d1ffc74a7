// The search box and its suggestions (the combobox pattern of WAI-ARIA).

import { data } from "./data.js";
import { state, change } from "./state.js";
import { el, fill, icon, $ } from "./dom.js";
import { say, name, kindName } from "./words.js";
import { search } from "./search.js";
import { groupOf, standing } from "./standing.js";
import { groupLook, faceLook } from "./looks.js";

const box = { hits: [], at: -1 };

/** Wire the box. */
export function openFinder() {
  const input = $("find");
  input.addEventListener("input", () => suggest(input.value));
  input.addEventListener("keydown", keys);
  input.addEventListener("blur", () => setTimeout(close, 150));
  input.addEventListener("focus", () => input.value && suggest(input.value));
}

function suggest(text) {
  box.hits = text.trim() ? search(text) : [];
  box.at = box.hits.length ? 0 : -1;
  draw(text);
}

function draw(text) {
  const list = $("hits");
  list.hidden = !text.trim();
  $("find").setAttribute("aria-expanded", String(!list.hidden));
  fill(list, box.hits.map(hitRow), box.hits.length ? null : el("li", { class: "faint none", role: "option", "aria-disabled": "true", "aria-selected": "false" }, say("find.none")));
  mark();
}

function hitRow(hit, i) {
  const shownName = name(hit.v);
  const alias = hit.text !== shownName;
  const alike = box.hits.some((other) => other !== hit && other.text === hit.text);
  const sub = [kindName(hit.v), alike ? beside(hit.v) : "", standing(hit.v) ? say("face." + standing(hit.v)) : "", alias ? shownName : ""].filter(Boolean).join(" · ");
  return el("li", { id: "hit" + i, role: "option", "aria-selected": "false", onmousedown: (e) => (e.preventDefault(), choose(i)) },
    icon(groupLook(groupOf(hit.v)), 18), standing(hit.v) ? icon(faceLook(standing(hit.v)), 14) : null,
    el("span", { class: "hit", lang: "zh-Hans" }, hit.text.slice(0, hit.at), el("mark", {}, hit.text.slice(hit.at, hit.at + hit.length)), hit.text.slice(hit.at + hit.length)),
    el("small", {}, sub));
}

/** What tells things of one name apart: the first neighbour that has a name of its own. */
function beside(v) {
  const e = data.byEdge.of(v)[0];
  return e === undefined ? "" : name(data.s[e] === v ? data.t[e] : data.s[e]);
}

function mark() {
  [...$("hits").children].forEach((row, i) => row.id && row.setAttribute("aria-selected", String(i === box.at)));
  const row = $("hit" + box.at);
  if (row) {
    $("find").setAttribute("aria-activedescendant", row.id);
    row.scrollIntoView({ block: "nearest" });
  } else $("find").removeAttribute("aria-activedescendant");
}

function keys(e) {
  const move = { ArrowDown: 1, ArrowUp: -1 }[e.key];
  if (move && box.hits.length) {
    e.preventDefault();
    box.at = (box.at + move + box.hits.length) % box.hits.length;
    mark();
  } else if (e.key === "Enter" && box.at >= 0) {
    e.preventDefault();
    choose(box.at);
  } else if (e.key === "Escape") {
    if ($("find").value) $("find").value = "";
    else $("find").blur();
    close();
    e.stopPropagation();
  }
}

function close() {
  $("hits").hidden = true;
  $("find").setAttribute("aria-expanded", "false");
}

/** Take a hit: the other end of a path where one is asked for, else the selection. */
function choose(i) {
  const v = box.hits[i].v;
  close();
  $("find").value = "";
  if (state.pick !== null) change({ path: [state.pick, v], near: [], pick: null, view: "graph", sel: { type: "node", i: v } });
  else change({ sel: { type: "node", i: v }, view: state.view === "table" || state.view === "matrix" || state.view === "places" ? "graph" : state.view, reveal: v });
}
