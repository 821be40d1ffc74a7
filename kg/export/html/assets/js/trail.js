// Where the reader is: the whole graph, then each step inwards, and the buttons back and forward.

import { state, change } from "./state.js";
import { el, fill, $ } from "./dom.js";
import { say, name, figure } from "./words.js";
import { scene, pathBetween } from "./scene.js";

/** Draw the trail over the canvas. */
export function drawTrail() {
  const steps = [el("button", { class: "crumb", onclick: () => change({ near: [], path: null, pick: null }), "aria-current": inFocus() ? null : "true" }, say("trail.all"))];
  state.near.forEach((v, i) => steps.push(crumb(v, i)));
  if (state.path) {
    const found = pathBetween(...state.path);
    steps.push(el("span", { class: "crumb", "aria-current": "true" }, say(found ? "trail.path" : "trail.nopath", {
      a: name(state.path[0]), b: name(state.path[1]), n: found ? figure(found.length - 1) : "",
    })));
  }
  fill($("trail-steps"), steps.flatMap((s, i) => (i ? [el("span", { "aria-hidden": "true" }, "›"), s] : [s])));
  fill($("trail-count"), inFocus() ? say("trail.count", { n: figure(scene.node.length) }) : "");
  $("asking").hidden = state.pick === null;
  if (state.pick !== null) fill($("asking"), say("path.pick", { a: name(state.pick) }), " ", el("button", { onclick: () => change({ pick: null }) }, say("cancel")));
}

const inFocus = () => state.near.length > 0 || state.path;

function crumb(v, i) {
  const last = i === state.near.length - 1;
  return el("button", { class: "crumb", lang: "zh-Hans", "aria-current": last ? "true" : null, onclick: () => change({ near: state.near.slice(0, i + 1), path: null }) }, name(v));
}
