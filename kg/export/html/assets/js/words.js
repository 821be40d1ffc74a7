// Texts of the interface and labels of the vocabulary, in the language chosen.

import { data, classes } from "./data.js";
import { state } from "./state.js";

const texts = JSON.parse(document.getElementById("kg-words").textContent);
export const tiles = JSON.parse(document.getElementById("kg-provinces").textContent);

/** Interface text by key, with `{name}` places filled; `{n|text|texts}` is a number with its noun. */
export function say(key, values = {}) {
  const pair = texts[key];
  if (!pair) return key;
  const text = pair[state.lang === "zh" ? 0 : 1];
  return text.replace(/\{(\w+)\|([^|}]*)\|([^}]*)\}/g, (_, name, one, many) => `${values[name]} ${String(values[name]) === "1" ? one : many}`).replace(/\{(\w+)\}/g, (_, name) => (name in values ? String(values[name]) : ""));
}

export const hasText = (key) => key in texts;

/** Label of a class, predicate, role, code or term of the vocabulary. */
export function word(local) {
  const pair = data.words[local];
  if (!pair) return hasText(local) ? say(local) : local;
  return pair[state.lang === "zh" ? 0 : 1];
}

/** Label of a code of a scheme (`stance`, `review` …). */
export const code = (scheme, value) => {
  const local = `voc/${scheme}/${value}`;
  if (data.words[local] && data.words[local][0] !== local) return word(local);
  return hasText(`${scheme}.${value}`) ? say(`${scheme}.${value}`) : value;
};

/** What a node is called: terms in the language chosen, everything else by its own name. */
export function name(v) {
  const pair = data.words[data.id[v]];
  if (pair && pair[0] !== data.id[v]) return state.lang === "zh" ? pair[0] : pair[1];
  return data.label[v] || data.id[v];
}

/** The class of a node in words. */
export const kindName = (v) => word(classes(v)[0]);

/** A whole number as people write it. */
export const figure = (n) => n.toLocaleString(state.lang === "zh" ? "zh-CN" : "en-GB");

/** `2023-04-18` of days since 1900. */
export function day(n) {
  if (n === null || n === undefined) return "";
  return new Date(Date.UTC(1900, 0, 1 + n)).toISOString().slice(0, 10);
}

/** Days since 1900 of a date that may be `2023` or `2023-04`; the last day where `end`. */
export function days(text, end = false) {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text || "");
  if (!found) return null;
  const [, y, m, d] = found.map(Number);
  const at = end && !d ? Date.UTC(y, m || 12, 0) : Date.UTC(y, (m || 1) - 1, d || 1);
  return Math.round((at - Date.UTC(1900, 0, 1)) / 86400000);
}
