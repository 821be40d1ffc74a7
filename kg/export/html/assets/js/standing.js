// How a person stands in what is said: cleared, accused, investigated, sanctioned … Each has its own
// word, sign and colour, and none is ever shown as another.

import { data, factKind, roles, factNode, classes, predicate, isEntity } from "./data.js";

const OF_KIND = {
  Clearing: "cleared", AccuserHandling: "accuser", Investigation: "investigated", Accusation: "accused",
  PartySanction: "sanctioned", GovernmentSanction: "sanctioned", OrganizationalMeasure: "sanctioned",
  Accountability: "sanctioned", Sanctioning: "sanctioned", CriminalProceeding: "criminal", Overturning: "undone",
  Notification: "exposed", Requirement: "demand", Definition: "demand", Conduct: "conduct",
  Characterisation: "conduct", Tenure: "post", Appointment: "post", Removal: "post",
  ErrorTolerance: "cleared", Inspection: "inspection",
};
const OF_EDGE = {
  cleared: "cleared", clearedAt: "cleared", punished: "sanctioned", sanctionedWith: "sanctioned",
  handledAccuser: "accuser", investigated: "investigated", underInvestigation: "investigated",
  transferredToJustice: "criminal", restrained: "criminal", underCoerciveMeasure: "criminal", prosecuted: "criminal",
  charged: "criminal", sentenced: "convicted", convicted: "convicted", exposed: "exposed", heldPost: "post",
  memberOf: "post", appointed: "post", removed: "post", prescribes: "demand", basedOn: "demand",
  ordersRevisionOf: "demand", ordersDraftingOf: "demand", containedIn: "frame", locatedIn: "frame",
  partOf: "frame", publishedBy: "frame", inspected: "inspection",
};
/** Standings of a person, the one shown on the sign first. A cleared person shows as cleared. */
export const STANDINGS = ["cleared", "convicted", "criminal", "sanctioned", "accuser", "undone", "investigated", "exposed", "accused"];
export const FACES = [...STANDINGS, "conduct", "demand", "document", "post", "inspection", "other"];
const NOT_DONE = { alleged: "accused", denied: "denied", negated: "denied", planned: "demand", demanded: "demand" };

/** Outcomes that find no guilt, and those of a judgment (kg/graph/criminal.py). */
const NO_GUILT = ["acquittal", "non-prosecution"];
const JUDGED = ["conviction", "exemption", "surveillance", "detention-penalty", "fixed-term", "life", "death-suspended", "death",
  "suspended", "fine", "political-rights", "property-confiscation"];

/** The face of a kind of facts, whatever the stance. */
export const kindFace = (f) => OF_KIND[factKind(f)] || byClass(f);

/** The face of a fact: what kind of thing it says, after its stance. */
export function faceOf(f) {
  const stance = data.facts.stances[data.facts.stance[f]];
  const own = stage(f);
  if (stance === "asserted" || own === "demand" || own === "accused") return own;
  return NOT_DONE[stance] || own;
}

/** The face of a fact by how far a case has come: what was taken back or ended without guilt is neither sanction nor charge. */
function stage(f) {
  const own = kindFace(f);
  if (undone(f)) return "undone";
  if (own !== "criminal") return own;
  const codes = roles(f).filter(([role]) => role === "measure").map(([, v]) => data.id[v].replace("voc/criminal/", ""));
  if (codes.some((code) => NO_GUILT.includes(code))) return "undone";
  return codes.some((code) => JUDGED.includes(code)) ? "convicted" : own;
}

let taken = null;

/** Whether a later word took a fact back, as the graph has it. */
export function undone(f) {
  if (taken === null) taken = new Set(data.facts.void);
  return taken.has(f);
}

function byClass(f) {
  const all = classes(factNode(f));
  for (const name of all) if (OF_KIND[name]) return OF_KIND[name];
  return /Issuance|Drafting|Adoption|Revision|Repeal|Force|Forwarding|Reporting|Statement|Publication|Alias/.test(all[0])
    ? "document" : "other";
}

/** The face of an edge. */
export function edgeFace(e) {
  const p = predicate(e);
  // A measure taken against a false accuser leads to a measure too, but is not a sanction of an official.
  if (p === "sanctionedWith" && data.edges.f[e].some((f) => factKind(f) === "AccuserHandling")) return "accuser";
  return OF_EDGE[p] || "document";
}

/** Standings of an entity with the facts they rest on: `[[standing, [facts]], …]`. */
export function standings(v) {
  const found = new Map();
  if (!isEntity(v)) return [];
  for (const f of data.byFact.of(v)) {
    const face = faceOf(f);
    if (!STANDINGS.includes(face)) continue;
    const patient = roles(f).some(([role, who]) => who === v && role === "patient");
    if (patient) found.set(face, [...(found.get(face) || []), f]);
  }
  return STANDINGS.filter((face) => found.has(face)).map((face) => [face, found.get(face)]);
}

const main = new Map();

/** The standing the sign of a person or group shows, or "". */
export function standing(v) {
  if (!main.has(v)) {
    const group = groupOf(v);
    const first = group === "person" || group === "group" || group === "org" ? standings(v)[0] : null;
    main.set(v, first ? first[0] : "");
  }
  return main.get(v);
}

export const GROUPS = ["person", "group", "discipline", "org", "media", "place", "document", "mechanism", "post", "change", "term"];
const OF_CLASS = {
  Person: "person", AgentGroup: "group", UnresolvedAgent: "group", JointDisciplineOrgan: "discipline",
  DisciplineInspectionCommission: "discipline", SupervisoryCommission: "discipline", DispatchedGroup: "discipline",
  InspectionGroup: "discipline", MediaOrganization: "media", MediaItem: "media", Place: "place", Document: "document",
  Mechanism: "mechanism", Post: "post", OrganizationChange: "change", Term: "term", Organization: "org", Agent: "org",
};
const groups = [];

/** The family a node is drawn in. */
export function groupOf(v) {
  const k = data.kindOf[v];
  if (groups[k] === undefined) {
    const hit = classes(v).find((name) => OF_CLASS[name]);
    groups[k] = v >= data.nThings ? "event" : hit ? OF_CLASS[hit] : fromId(v);
  }
  return groups[k];
}

function fromId(v) {
  const folder = data.id[v].split("/")[0];
  return { org: "org", doc: "document", text: "media", place: "place", person: "person" }[folder] || "term";
}
