// Evidence as a reader sees it: the quote marked in the words around it, with its place in the source.

import { data } from "./data.js";
import { el } from "./dom.js";
import { say, figure } from "./words.js";

/** The quote itself. */
export function quoteOf(i) {
  const [, , , passage, a, b] = data.detail.evidence[i];
  return passage < 0 ? data.detail.loose[i] : data.detail.passages[passage].slice(a, b);
}

/** A figure with the passage, the quote and in it the names concerned marked. */
export function quoteBlock(i, names = []) {
  const [doc, start, end, passage, a, b] = data.detail.evidence[i];
  const text = passage < 0 ? data.detail.loose[i] : data.detail.passages[passage];
  const [from, to] = passage < 0 ? [0, text.length] : [a, b];
  const before = short(text.slice(0, from), true), after = short(text.slice(to), false);
  return el("figure", { class: "quote" },
    el("blockquote", {}, before, el("mark", {}, ...named(text.slice(from, to), names)), after),
    el("figcaption", {}, ...source(data.detail.docs[doc]), " ", el("span", { class: "faint" }, say("quote.offsets", { a: figure(start), b: figure(end) }))));
}

const short = (text, front) => (text.length <= 120 ? text : front ? "…" + text.slice(-118) : text.slice(0, 118) + "…");

/** The quote with the names in it set apart. */
function named(text, names) {
  const found = names.filter((n) => n && text.includes(n)).sort((x, y) => text.indexOf(x) - text.indexOf(y))[0];
  if (!found) return [text];
  const at = text.indexOf(found);
  return [text.slice(0, at), el("b", {}, found), ...named(text.slice(at + found.length), names)];
}

/** Title of a source, as a link where its address is known and safe. */
export function source(id) {
  const row = data.docs.find((d) => d[0] === id);
  if (!row) return [id];
  const title = row[1] || id;
  const when = row[3] ? ` · ${row[3]}${row[4] === "inferred" ? say("date.inferred") : ""}` : "";
  const safe = /^https?:\/\//.test(row[2]);
  return [safe ? el("a", { href: row[2], rel: "noopener noreferrer", target: "_blank" }, title) : title, when];
}
