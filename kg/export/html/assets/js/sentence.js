// A fact in one sentence, and its roles row by row with what is not stated said to be so.

import { data, roles, factKind, classes, factNode } from "./data.js";
import { say, hasText, word, name, code } from "./words.js";

/** Roles a reader expects of each kind (docs/model.md); a missing one is shown as not stated. */
const EXPECTED = {
  Issuance: ["agent", "object"], Drafting: ["agent", "object"], Adoption: ["agent", "object"], Revision: ["agent", "object"],
  Repeal: ["agent", "object"], EntryIntoForce: ["object"], Forwarding: ["agent", "object"], Reporting: ["agent", "object"],
  Statement: ["agent"], Notification: ["agent", "patient", "ground", "place"], Clearing: ["agent", "patient", "method", "ground", "place"],
  Accusation: ["agent", "patient", "ground"], AccuserHandling: ["agent", "patient", "measure", "ground", "place"],
  PartySanction: ["agent", "patient", "measure", "ground"], GovernmentSanction: ["agent", "patient", "measure", "ground"],
  OrganizationalMeasure: ["agent", "patient", "measure", "ground"], Accountability: ["agent", "patient", "measure", "ground"],
  Sanctioning: ["agent", "patient", "measure", "ground"], CriminalProceeding: ["agent", "patient", "measure"],
  Overturning: ["agent", "patient", "measure"], Lifting: ["agent", "patient", "measure"],
  Investigation: ["agent", "patient", "ground"], Conduct: ["agent", "ground"], Inspection: ["agent", "patient"],
  Appointment: ["agent", "patient", "role"], Removal: ["agent", "patient", "role"], Tenure: ["member", "role", "organization"],
  Requirement: ["prescribedBy", "mechanism", "addressee"], Publication: ["agent", "object"], Republication: ["agent", "object"],
};

/** `[[role, [nodes]], …]`, expected ones first; an empty list means not stated. */
export function roleTable(f) {
  const filled = new Map();
  for (const [role, v] of roles(f)) filled.set(role, [...(filled.get(role) || []), v]);
  const expected = EXPECTED[factKind(f)] || classes(factNode(f)).map((c) => EXPECTED[c]).find(Boolean) || [];
  const order = [...expected, ...[...filled.keys()].filter((r) => !expected.includes(r))];
  return order.map((role) => [role, filled.get(role) || []]);
}

/** The sentence, from the template of its kind; without one, the kind and its parties. */
export function sentence(f) {
  const by = Object.fromEntries(roleTable(f).map(([role, list]) => [role, list.length ? list.map(called).join(say("list.comma")) : ""]));
  const kind = factKind(f), key = "sentence." + kind, time = timeText(f);
  const optional = (part, text) => (by[part] ? say(text, { [part]: by[part] }) : "");
  const content = prop(f, "content");
  const parties = roles(f).filter(([r]) => !ASIDE.includes(r)).map(([, v]) => called(v)).join(say("list.comma"));
  return tidy(say(hasText(key) ? key : "sentence.other", {
    ...by, agent: by.agent || unknownAgent(f), time: time ? say("sentence.time", { time }) : "", kind: word(kind),
    parties: content || parties || called(factNode(f)), content: content || by.mechanism || called(factNode(f)), count: counted(f),
    methods: optional("method", "sentence.methods"), grounds: optional("ground", "sentence.grounds"), at: optional("place", "sentence.at"),
    organ: optional("organization", "sentence.organ"), addressee: by.addressee ? say("sentence.addressee", { addressee: by.addressee }) : "",
    what: by.object || "", whom: by.patient || say("not.stated"), named: by.patient || "", with: by.measure || by.role || "",
    tense: prop(f, "ended") === true ? say("sentence.former") : say("sentence.present"),
  }));
}

const ASIDE = ["agent", "reportedIn", "announcedBy", "mayOverlap"];

/** A plain property of a fact or entity, once the details are read; else "". */
function prop(f, name, v = factNode(f)) {
  const found = data.detail && (data.detail.props[v] || []).find(([p]) => p === name);
  const value = found ? found[1] : "";
  return value !== null && typeof value === "object" ? value.t || (value.i ? word(value.i) : "") : value;
}

/** `5 cases` of a notice that gives a number. */
const counted = (f) => {
  const n = prop(f, "count");
  return n ? say("sentence.count", { n, unit: prop(f, "countUnit") }) : "";
};

/** A name as it stands in a sentence: titles of rules in title marks, groups with what they are of. */
function called(v) {
  const text = name(v);
  const of = classes(v)[0] === "AgentGroup" ? prop(0, "groupOf", v) : "";
  if (of && !text.includes(of)) return say("sentence.group", { text, of });
  return classes(v).some((c) => TITLED.includes(c)) && !text.includes("《") ? say("sentence.title", { text }) : text;
}

const TITLED = ["NormativeDocument", "PartyRegulation", "PartyNormativeDocument", "StateLaw"];

/** Who acted, where the text names nobody: said as the status says it. */
function unknownAgent(f) {
  const status = data.facts.agents[data.facts.agent[f]];
  return status === "anonymous" ? say("agent.anonymous") : say("agent.unknown");
}

const tidy = (text) => text.replace(/\s+/g, " ").replace(/ ([,.;:])/g, "$1").replace(/^ | $/g, "");

/** The date as a reader reads it: what the text gives, as the range it is. */
export function timeText(f) {
  const edtf = data.facts.edtf[f];
  if (!edtf) return "";
  const [a, b] = edtf.split("/");
  if (b === undefined) return one(a);
  if (b === ".." || b === "") return say("time.since", { a: one(a) });
  if (a === ".." || a === "") return say("time.until", { b: one(b) });
  return say("time.range", { a: one(a), b: one(b) });
}

function one(text) {
  const about = /[~?%]$/.test(text);
  const bare = text.replace(/[~?%]/g, "");
  return about ? say("time.about", { a: bare }) : bare;
}

/** Stance in words, for anything that is not simply asserted. */
export function stanceText(f) {
  const stance = data.facts.stances[data.facts.stance[f]];
  return stance === "asserted" ? "" : code("stance", stance);
}
