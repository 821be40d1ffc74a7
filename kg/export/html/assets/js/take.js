// Taking away what is on show: pictures and data of the current view.

import { data, edgeId, isFact, predicate, iri, details } from "./data.js";
import { state } from "./state.js";
import { scene, roleLines } from "./scene.js";
import { shown } from "./filter.js";
import { net } from "./canvas.js";
import { viewNow } from "./network.js";
import { keep, tell, $ } from "./dom.js";
import { say, name, kindName, word } from "./words.js";
import { svgSign } from "./glyphs.js";
import { nodeLook, edgeLook, faceLook, colours, lineLook } from "./looks.js";
import { faceOf } from "./standing.js";
import { wrap } from "./labels.js";
import { turtleOf, jsonldOf, csvLine } from "./rdf.js";
import { tableCsv } from "./table.js";
import { paper, safe } from "./paper.js";

const MOST = 5000;

/** Nodes, facts and edges on show: those of the scene, and facts that pass among them. */
export function current() {
  const facts = [];
  for (let f = 0; f < data.nF; f++) {
    if (!shown.fact[f]) continue;
    const row = data.facts.role[f];
    let all = row.length > 0;
    for (let i = 1; i < row.length; i += 2) if (row[i] < data.nThings && !scene.on[row[i]]) all = false;
    if (all || !scene.local) facts.push(f);
  }
  return { nodes: scene.node.filter((v) => !isFact(v)), facts, edges: edgesOn() };
}

function edgesOn() {
  const out = [];
  for (let e = 0; e < data.nM; e++) if (shown.edge[e] && scene.on[data.s[e]] && scene.on[data.t[e]]) out.push(e);
  return out;
}

export const TAKES = ["png", "svg", "ttl", "jsonld", "csv"];

/** Make one of the files. */
export async function take(what) {
  if (what === "png") return state.view === "graph" ? png() : sheetPng();
  if (what === "svg") return keep(fileName("svg"), state.view === "graph" ? svgOf() : sheetSvg(), "image/svg+xml");
  await details();
  if (what === "ttl") return keep(fileName("ttl"), turtleOf(current()), "text/turtle");
  if (what === "jsonld") return keep(fileName("jsonld"), jsonldOf(current()), "application/ld+json");
  if (state.view === "table") return keep(fileName("csv"), "\ufeff" + tableCsv(), "text/csv");
  const rows = SHEETS[state.view];
  return keep(fileName("csv"), "\ufeff" + (rows ? rows().map(csvLine).join("\r\n") + "\r\n" : edgesCsv()), "text/csv");
}

const cells = (row, wanted) => [...row.querySelectorAll(wanted)].map((c) => c.textContent.replace(/^·$/, "0"));

/** Views whose figures are taken away as they stand: the matrix, and the places of the level shown. */
const SHEETS = {
  matrix: () => [...$("sheet").querySelectorAll("tr")].map((row) => cells(row, "th, td")),
  places: () => [[say("col.place"), say("places.within"), say("places.facts")], ...[...$("sheet").querySelectorAll(".bar")].map((row) => {
    const [whole, n] = cells(row, ".bar-name, .bar-n");
    const [up] = cells(row, "small");
    return [up ? whole.slice(0, -up.length) : whole, up || "", n];
  })],
};

const fileName = (ending) => `${(data.title || "graph").replace(/[\\/:*?"<>|\s]+/g, "_").slice(0, 60)}.${ending}`;

function edgesCsv() {
  const head = ["source", "source_label", "predicate", "predicate_label", "target", "target_label", "edge", "facts"];
  const rows = current().edges.map((e) => [iri(data.id[data.s[e]]), name(data.s[e]), predicate(e), word(predicate(e)),
    iri(data.id[data.t[e]]), name(data.t[e]), iri(edgeId(e)), data.edges.f[e].map((f) => iri(data.id[f + data.nThings])).join(" ")]);
  return [head, ...rows].map(csvLine).join("\r\n") + "\r\n";
}

const sheetSvg = () => paper($("sheet"), colours(), data.title);

/** The sheet as a picture twice as fine as the screen, as far as a canvas reaches. */
function sheetPng() {
  const picture = new Image();
  const url = URL.createObjectURL(new Blob([sheetSvg()], { type: "image/svg+xml" }));
  picture.onload = () => {
    const ratio = Math.min(2, 8000 / Math.max(picture.width, picture.height));
    const to = document.createElement("canvas");
    [to.width, to.height] = [picture.width * ratio, picture.height * ratio];
    to.getContext("2d").drawImage(picture, 0, 0, to.width, to.height);
    URL.revokeObjectURL(url);
    to.toBlob((blob) => keep(fileName("png"), blob), "image/png");
  };
  picture.src = url;
}

/** The canvas as it is, on paper colour, with title and legend line under it. */
function png() {
  const from = net.box.querySelector("canvas");
  const to = document.createElement("canvas");
  const ratio = from.width / from.clientWidth;
  const foot = 44 * ratio;
  to.width = from.width;
  to.height = from.height + foot;
  const ctx = to.getContext("2d");
  ctx.fillStyle = colours().paper;
  ctx.fillRect(0, 0, to.width, to.height);
  ctx.drawImage(from, 0, 0);
  ctx.fillStyle = colours().soft;
  ctx.font = `${13 * ratio}px sans-serif`;
  ctx.fillText(data.title, 16 * ratio, from.height + foot * 0.62);
  to.toBlob((blob) => keep(fileName("png"), blob), "image/png");
}

/** The view as SVG with real text; only what is in sight, up to a stated number of nodes. */
export function svgOf() {
  const view = viewNow();
  const seen = scene.node.filter((v) => {
    const [x, y] = view.at(scene.x[v], scene.y[v]);
    return x > -50 && y > -50 && x < view.width + 50 && y < view.height + 50;
  });
  if (seen.length > MOST) {
    tell(say("take.many", { n: MOST }));
    seen.length = MOST;
  }
  const on = new Set(seen);
  const at = (v) => view.at(scene.x[v], scene.y[v]).map((n) => Math.round(n * 10) / 10);
  const lines = scene.edge.filter((e) => on.has(data.s[e]) && on.has(data.t[e])).map((e) => line(at(data.s[e]), at(data.t[e]), edgeLook(e), word(predicate(e))));
  for (const [f, i] of roleLines()) {
    const a = f + data.nThings, b = data.facts.role[f][i + 1];
    if (on.has(a) && on.has(b)) lines.push(line(at(a), at(b), { ...lineLook(faceOf(f)), width: 1.2, dash: false }, ""));
  }
  const signs = seen.map((v) => sign(v, ...at(v), Math.min(1.6, Math.max(0.4, view.scale))));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${view.width}" height="${view.height + 30}" font-family="sans-serif">` +
    `<title>${safe(data.title)}</title><rect width="100%" height="100%" fill="${colours().paper}"/>${lines.join("")}${signs.join("")}` +
    `<text x="14" y="${view.height + 18}" font-size="12" fill="${colours().soft}">${safe(data.title)}</text></svg>\n`;
}

function line(a, b, look, text) {
  const dash = look.dash ? ` stroke-dasharray="${look.dash.join(" ")}"` : "";
  return `<path d="M${a}L${b}" stroke="${look.color}" stroke-width="${look.width}"${dash} opacity="0.85"><title>${safe(text)}</title></path>`;
}

function sign(v, x, y, scale) {
  const look = nodeLook(v);
  const size = look.size * scale;
  const badge = look.badge ? faceLook(look.badge) : null;
  const mark = badge ? svgSign(badge.sign, x + size * 0.8, y - size * 0.8, 6.5 * scale, badge.look) : "";
  const rows = wrap(name(v)).map((row, i) => `<tspan x="${x}" dy="${i ? 14 : 0}">${safe(row)}</tspan>`).join("");
  return `<g><title>${safe(`${kindName(v)}: ${name(v)}${look.badge ? " · " + say("face." + look.badge) : ""}`)}</title>${svgSign(look.sign, x, y, size, look.look)}${mark}` +
    `<text x="${x}" y="${y + size + 14}" font-size="12" text-anchor="middle" fill="${colours().ink}" stroke="${colours().paper}" stroke-width="3" paint-order="stroke">${rows}</text></g>`;
}
