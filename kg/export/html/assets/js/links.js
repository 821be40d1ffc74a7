// Buttons that select.

import { change } from "./state.js";
import { el } from "./dom.js";

/** A button that selects an edge. */
export function edgeLink(e, text) {
  return el("button", { class: "link", lang: "zh-Hans", onclick: () => change({ sel: { type: "edge", i: e } }) }, text);
}
