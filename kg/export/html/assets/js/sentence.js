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
  const time = timeText(f);
  const agent = by.agent || unknownAgent(f);
  const values = { ...by, agent, time: time ? say("sentence.time", { time }) : "" };
  const kind = factKind(f);
  const key = hasText("sentence." + kind) ? "sentence." + kind : "sentence.other";
  const parties = roles(f).filter(([r]) => r !== "agent" && r !== "reportedIn").map(([, v]) => called(v)).join(say("list.comma"));
  const optional = (part, text) => (by[part] ? say(text, { [part]: by[part] }) : "");
  return tidy(say(key, {
    ...values, kind: word(kind), parties: parties || called(factNode(f)),
    methods: optional("method", "sentence.methods"), grounds: optional("ground", "sentence.grounds"),
    at: optional("place", "sentence.at"), what: by.object || "", whom: by.patient || say("not.stated"),
    with: by.measure || by.role || "",
  }));
}

const called = (v) => name(v);

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
