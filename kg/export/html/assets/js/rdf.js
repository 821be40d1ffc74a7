// The part in hand as Turtle, JSON-LD, CSV, and the question that finds it in the whole graph.

import { data, roles, factNode, kind, aliases, iri, isTerm, isFact, edgeId, predicate } from "./data.js";

const RDFS = "http://www.w3.org/2000/01/rdf-schema#";
const SKOS = "http://www.w3.org/2004/02/skos/core#";
const XSD = "http://www.w3.org/2001/XMLSchema#";
const EDTF = "http://id.loc.gov/datatypes/edtf/EDTF";
/** Texts that are more than words, as the Turtle of the build types them. */
const TYPED = { published: EDTF, validFrom: EDTF, validTo: EDTF, term: XSD + "duration", url: XSD + "anyURI" };

const quoted = (text) => JSON.stringify(String(text)).replace(/\u2028|\u2029/g, " ");
const ref = (v) => `<${iri(data.id[v])}>`;
const typed = (text, type) => `${quoted(text)}^^<${type}>`;

/** A property as it is written: `kg:` and its name, or the IRI of the vocabulary it comes from. */
function prop(name, kindName = "") {
  const found = data.iris[`${kindName}/${name}`] || data.iris[name];
  return found ? `<${found}>` : "kg:" + name;
}

/** `[predicate, Turtle value]` rows of a node; `kg:` names as in the ontology. */
function rowsOf(v) {
  const rows = isTerm(v) ? [] : [["a", "kg:" + kind(v)]];
  rows.push([isTerm(v) ? "kg:fullName" : "rdfs:label", quoted(data.label[v]) + "@zh"]);
  for (const a of v < data.nE ? aliases(v) : []) rows.push(["skos:altLabel", quoted(a) + "@zh"]);
  for (const [p, value] of (data.detail.props[v] || [])) rows.push([prop(p), literal(value, p)]);
  if (isFact(v)) rows.push(...factRows(v - data.nThings));
  return rows;
}

function factRows(f) {
  const facts = data.facts;
  const rows = roles(f).map(([role, v]) => [prop(role, kind(factNode(f))), ref(v)]);
  if (facts.edtf[f]) rows.push(["kg:dateEDTF", typed(facts.edtf[f], EDTF)]);
  const [words, basis] = data.detail.times[f];
  if (words) rows.push(["kg:dateText", quoted(words) + "@zh"]);
  if (basis) rows.push(["kg:dateBasis", `<${iri("voc/date-basis/" + basis)}>`]);
  const status = facts.agents[facts.agent[f]];
  if (status) rows.push(["kg:agentStatus", `<${iri("voc/agent-status/" + status)}>`]);
  rows.push(["kg:stance", `<${iri("voc/stance/" + facts.stances[facts.stance[f]])}>`]);
  rows.push(["kg:confidence", decimal(facts.sure[f] / 100)]);
  for (const w of data.detail.witnesses[f]) {
    for (const i of w[6]) rows.push(["kg:evidence", `<${iri(evidenceId(i))}>`]);
  }
  return rows;
}

export function evidenceId(i) {
  const [doc, start, end] = data.detail.evidence[i];
  return `ev/${data.detail.docs[doc]}/${start}-${end}`;
}

/** The shortest form with a point, as the build writes it. */
function decimal(n) {
  const text = n.toFixed(6).replace(/0+$/, "");
  return text.endsWith(".") ? text + "0" : text;
}

function literal(value, name = "") {
  if (typeof value === "number") return Number.isInteger(value) ? String(value) : decimal(value);
  if (typeof value === "boolean") return String(value);
  if ("n" in value) return ref(value.n);
  if ("i" in value) return `<${iri(value.i)}>`;
  if (TYPED[name]) return typed(value.t, TYPED[name]);
  return quoted(value.t) + (value.l ? "@" + value.l : "");
}

/** Turtle of `{nodes, facts, edges}`; the ends of edges and roles come along with their labels. */
export function turtleOf(part) {
  const whole = closed(part);
  const out = [`@prefix kg: <${data.iri.ns}> .`, `@prefix rdfs: <${RDFS}> .`, `@prefix skos: <${SKOS}> .`, ""];
  for (const v of whole.nodes) out.push(`${ref(v)}\n    ${rowsOf(v).map(([p, o]) => `${p} ${o}`).join(" ;\n    ")} .`, "");
  for (const e of whole.edges) out.push(`${ref(data.s[e])} ${prop(predicate(e))} ${ref(data.t[e])} .`);
  return out.join("\n").trim() + "\n";
}

function closed(part) {
  const nodes = new Set(part.nodes);
  for (const f of part.facts) {
    nodes.add(factNode(f));
    for (const [, v] of roles(f)) nodes.add(v);
  }
  for (const e of part.edges) nodes.add(data.s[e]).add(data.t[e]);
  return { nodes: [...nodes].sort((a, b) => a - b), edges: part.edges };
}

/** JSON-LD of the same. */
export function jsonldOf(part) {
  const whole = closed(part);
  const graph = new Map(whole.nodes.map((v) => [v, { "@id": iri(data.id[v]) }]));
  for (const v of whole.nodes) {
    const node = graph.get(v);
    for (const [p, o] of rowsOf(v)) add(node, p === "a" ? "@type" : jsonKey(p), p === "a" ? o : jsonValue(o));
  }
  for (const e of whole.edges) add(graph.get(data.s[e]), jsonKey(prop(predicate(e))), { "@id": iri(data.id[data.t[e]]) });
  const context = { kg: data.iri.ns, rdfs: RDFS, skos: SKOS };
  return JSON.stringify({ "@context": context, "@graph": [...graph.values()] }, null, 1);
}

const jsonKey = (p) => p.replace(/^<|>$/g, "");

function add(node, key, value) {
  if (!(key in node)) node[key] = value;
  else node[key] = Array.isArray(node[key]) ? [...node[key], value] : [node[key], value];
}

function jsonValue(text) {
  if (text[0] === "<") return { "@id": text.slice(1, -1) };
  if (/^\d+\.\d+$/.test(text)) return { "@value": text, "@type": XSD + "decimal" };
  if (text[0] !== '"') return JSON.parse(text);
  const end = text.lastIndexOf('"') + 1;
  const value = JSON.parse(text.slice(0, end));
  if (text.startsWith("^^", end)) return { "@value": value, "@type": text.slice(end + 3, -1) };
  const lang = text.slice(end + 1);
  return lang ? { "@value": value, "@language": lang } : value;
}

/** A SPARQL query for everything said of a node, or for one edge with its facts. */
export function sparqlOf(v, e = -1) {
  const start = `PREFIX kg: <${data.iri.ns}>\nPREFIX rdfs: <${RDFS}>\n`;
  if (e >= 0) {
    return `${start}# ${edgeId(e)}\nSELECT ?fact ?label WHERE {\n  ${ref(data.s[e])} ${prop(predicate(e))} ${ref(data.t[e])} .\n` +
      `  OPTIONAL { ?fact ?role1 ${ref(data.s[e])} ; ?role2 ${ref(data.t[e])} ; rdfs:label ?label }\n}\n`;
  }
  return `${start}SELECT ?p ?o ?label WHERE {\n  { ${ref(v)} ?p ?o } UNION { ?o ?p ${ref(v)} }\n  OPTIONAL { ?o rdfs:label|kg:fullName ?label }\n}\n`;
}

/** One CSV line; a cell that a spreadsheet would run as a formula is kept as text. */
export function csvLine(cells) {
  return cells.map((c) => {
    const text = String(c ?? "");
    const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? "'" + text : text;
    return /[",\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
  }).join(",");
}
