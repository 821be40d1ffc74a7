// Colours and lines. Two sets, light and dark; all pairs that carry meaning differ in lightness or in
// shape and dash as well as in hue (after Okabe and Ito), and none of the shapes is left to colour alone.

import { SIGNS, FACE_SIGNS } from "./glyphs.js";
import { state } from "./state.js";
import { groupOf, standing, faceOf, edgeFace } from "./standing.js";
import { data, isFact } from "./data.js";

const LIGHT = {
  paper: "#faf9f5", ink: "#1f2733", soft: "#5b6472", line: "#9aa3ad", halo: "rgba(250,249,245,0.92)", hit: "#0b57d0",
  person: "#5c86b8", group: "#5c86b8", discipline: "#27406e", org: "#6f8698", media: "#a9791c", place: "#b9bfc6",
  document: "#e3bd4f", mechanism: "#a183c9", post: "#cfd6dc", change: "#4f7f78", term: "#f3e3df", event: "#8b95a1",
  cleared: "#00806a", accused: "#6b5b95", investigated: "#a86a00", sanctioned: "#bf4a1d", criminal: "#76263a", convicted: "#430d1a", undone: "#1f5f8b",
  accuser: "#7b5a3a", exposed: "#a03d70", conduct: "#8d7b74", demand: "#8a6fb8", document2: "#5f7f9c",
  post2: "#8b97a3", inspection: "#3f7d8c", other: "#8b95a1", frame: "#a4acb5", denied: "#5b6472",
};
const DARK = {
  paper: "#14181f", ink: "#e8ebef", soft: "#a3adba", line: "#66707d", halo: "rgba(20,24,31,0.9)", hit: "#8ab4ff",
  person: "#7fa9dc", group: "#7fa9dc", discipline: "#8fa6dd", org: "#8aa1b3", media: "#d3a446", place: "#6b7480",
  document: "#e3bd4f", mechanism: "#b79be0", post: "#566270", change: "#7fb5ad", term: "#4a3733", event: "#8b95a1",
  cleared: "#58e2c4", accused: "#b3a3e0", investigated: "#e5a53a", sanctioned: "#f0794a", criminal: "#d4586f", convicted: "#e0405a", undone: "#7cc0ee",
  accuser: "#c79d74", exposed: "#e07fb0", conduct: "#a8958d", demand: "#b79be0", document2: "#86aed0",
  post2: "#93a0ad", inspection: "#69b3c4", other: "#8b95a1", frame: "#4b545f", denied: "#a3adba",
};

export const colours = () => (state.theme === "dark" ? DARK : LIGHT);

/** Colour of a face of facts or edges. */
export function faceColour(face) {
  const c = colours();
  return face === "document" ? c.document2 : face === "post" ? c.post2 : c[face] || c.other;
}

/** Sign and colours of a face. */
export function faceLook(face) {
  const c = colours();
  const sign = FACE_SIGNS[face] || FACE_SIGNS.other;
  const tone = faceColour(face);
  return {
    sign, look: sign.hollow
      ? { fill: c.paper, line: tone, ink: tone, dash: sign.dash, width: 2 }
      : { fill: tone, line: c.paper, ink: c.paper, width: 1.2 },
  };
}

/** Sign and colours of a family of things. */
export function groupLook(group) {
  const c = colours();
  const line = group === "term" ? c.sanctioned : state.theme === "dark" ? "#0d1117" : "#3c4653";
  const ink = group === "document" ? "#3c4653" : group === "media" ? "#ffffff" : c.paper;
  return { sign: SIGNS[group], look: { fill: c[group], line, ink, width: group === "term" ? 1.4 : 1.1 } };
}

/** How a node is drawn: sign, colours, size, and the badge of its standing. */
export function nodeLook(v) {
  if (isFact(v)) return { ...faceLook(faceOf(v - data.nThings)), size: 8, badge: "" };
  const group = groupOf(v);
  const base = groupLook(group);
  const size = (group === "term" || group === "post" ? 6.5 : 8) + Math.min(8, Math.sqrt(data.byEdge.count(v)) * 1.5);
  return { ...base, size, badge: standing(v) };
}

const WIDTH = { cleared: 2.4, sanctioned: 2.6, criminal: 2.6, convicted: 3.2, accuser: 2, investigated: 2, exposed: 1.8, accused: 1.8, frame: 1.1 };
const DASH = { investigated: [9, 5], accused: [2, 4], exposed: [9, 4, 2, 4], demand: [5, 4], frame: false, accuser: [12, 3], criminal: [14, 4], denied: [2, 6] };

/** How an edge is drawn, by its face. */
export function edgeLook(e) {
  return lineLook(edgeFace(e));
}

export function lineLook(face) {
  return { color: faceColour(face), width: WIDTH[face] || 1.3, dash: DASH[face] || false, face };
}
