// The two data blocks of the page, and the look-ups everything else works with.

export const data = {};

/** Text of a block, inflated where it is compressed. */
async function read(name) {
  const block = document.getElementById(name);
  const body = block.textContent;
  if (block.type !== "application/gzip") return JSON.parse(body);
  const bytes = Uint8Array.fromBase64 ? Uint8Array.fromBase64(body) : decode(body);
  block.textContent = "";
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

function decode(body) {
  const raw = atob(body);
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
  return bytes;
}

/** Read the core block and index it. */
export async function load() {
  const core = await read("kg-core");
  const [entities, terms, facts, edges] = core.size;
  Object.assign(data, core, {
    nE: entities, nT: terms, nF: facts, nM: edges, nThings: entities + terms, n: entities + terms + facts,
  });
  data.id = core.nodes.id;
  data.label = core.nodes.label;
  data.kindOf = core.nodes.kind;
  data.kinds = core.nodes.kinds.map((row) => row[0]);
  data.s = Int32Array.from(core.edges.s);
  data.t = Int32Array.from(core.edges.t);
  data.p = core.edges.p;
  data.byEdge = rows(data.n, data.nM, (e) => [data.s[e], data.t[e]]);
  data.byFact = rows(data.n, data.nF, fillers);
  data.x = Float32Array.from(core.picture.x);
  data.y = Float32Array.from(core.picture.y);
  data.detail = null;
  data.index = null;
}

/** The details: quotes, witnesses, properties. Read on first need, kept afterwards. */
export function details() {
  if (!data.waiting) data.waiting = read("kg-detail").then((d) => (data.detail = d));
  return data.waiting;
}

/** Compressed rows: for each node the list of items that touch it, without repeats. */
function rows(n, items, ends) {
  const count = new Int32Array(n + 1);
  for (let i = 0; i < items; i++) for (const v of new Set(ends(i))) count[v + 1]++;
  for (let v = 0; v < n; v++) count[v + 1] += count[v];
  const list = new Int32Array(count[n]);
  const at = count.slice();
  for (let i = 0; i < items; i++) for (const v of new Set(ends(i))) list[at[v]++] = i;
  return { of: (v) => list.subarray(count[v], count[v + 1]), count: (v) => count[v + 1] - count[v] };
}

/** Node numbers in the roles of a fact. */
export function fillers(f) {
  const row = data.facts.role[f];
  const out = [];
  for (let i = 1; i < row.length; i += 2) out.push(row[i]);
  return out;
}

/** `[[role name, node], …]` of a fact. */
export function roles(f) {
  const row = data.facts.role[f];
  const out = [];
  for (let i = 0; i < row.length; i += 2) out.push([data.names[row[i]], row[i + 1]]);
  return out;
}

export const isEntity = (v) => v < data.nE;
export const isTerm = (v) => v >= data.nE && v < data.nThings;
export const isFact = (v) => v >= data.nThings;
export const factNode = (f) => data.nThings + f;
export const kind = (v) => data.kinds[data.kindOf[v]];
export const factKind = (f) => kind(factNode(f));
export const predicate = (e) => data.names[data.p[e]];
export const edgeId = (e) => "edge/" + data.edges.h[e];
export const aliases = (v) => data.nodes.alias[v] || [];

/** Every class of a node, nearest first. */
export const classes = (v) => data.nodes.kinds[data.kindOf[v]];

/** Number of a node by its id, or -1. */
export function find(id) {
  if (!data.index) data.index = new Map(data.id.map((local, i) => [local, i]));
  return data.index.has(id) ? data.index.get(id) : -1;
}

/** Number of an edge by its id, or -1. */
export const findEdge = (id) => data.edges.h.indexOf(id.replace(/^edge\//, ""));

/** The full IRI of a local id. */
export const iri = (id) => (id.startsWith("voc/") ? data.iri.voc : data.iri.base) + id;

/** Neighbours of a node along plain edges, or along roles where facts are shown. */
export function neighbours(v, withFacts) {
  const out = new Set();
  for (const e of data.byEdge.of(v)) out.add(data.s[e] === v ? data.t[e] : data.s[e]);
  if (isFact(v)) for (const w of fillers(v - data.nThings)) out.add(w);
  else if (withFacts) for (const f of data.byFact.of(v)) out.add(factNode(f));
  out.delete(v);
  return out;
}
