"""Invented graphs for the page: a small one with every standing a person can have, and large ones."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from kg.ids import digest
from kg.model import (
    Document,
    Edge,
    Entity,
    Evidence,
    Fact,
    Graph,
    Issue,
    Merge,
    Property,
    Ref,
    Role,
    Scalar,
    Span,
    Text,
    Time,
    Witness,
)

TEXT_A = (
    "湖北省纪委监委5月6日通报，2023年4月，秭归县纪委监委为12名受到失实举报的党员干部澄清正名，"
    "采取会议澄清、书面澄清等形式。秭归县归水镇党委书记甲某此前被匿名举报收受礼金，经查举报不实，"
    "县纪委监委于2023年4月18日当面为其澄清。公安机关依法对诬告者丙试样予以刑事拘留。"
    "2023年2月，秭归县住建局原副局长乙样例因不担当不作为受到政务记大过处分。"
    "咸宁市水利局干部丁某涉嫌严重违纪违法，目前正接受纪律审查和监察调查。"
    "联系邮箱：someone@example.org 电话13900000000。"
)
TEXT_B = (
    "咸宁市委办公室近日印发《关于激励干部担当作为的实施意见》，要求建立容错纠错机制，落实监督建议函制度，"
    "保护敢担当的干部。咸宁市纪委监委有关负责人表示，失责必问、问责必严。2022年以来，该市共通报7起不作为典型案例。"
    "戊例某因收受礼品礼金受到党内警告、政务撤职处分；己样某被举报一事仍在核实。庚某某被检察机关批准逮捕。"
)
DOCS = (
    Document(
        "text/a",
        TEXT_A,
        TEXT_A,
        "秭归县为受到失实举报的干部澄清正名",
        "https://example.org/a",
        "2023-05-06",
        "given",
        "a.txt",
    ),
    Document("text/b", TEXT_B, TEXT_B, "咸宁市鼓励干部担当作为", "", "2023-05", "inferred", "b.txt"),
)


def quote(doc: Document, words: str) -> Evidence:
    """The evidence for the first place where the words stand."""
    start = doc.text.index(words)
    return Evidence(Span(doc.id, start, start + len(words)), words)


class Maker:
    """Collects entities, facts and edges and puts them in order."""

    def __init__(self) -> None:
        self.entities: dict[str, Entity] = {}
        self.facts: list[Fact] = []
        self.edges: dict[str, Edge] = {}

    def entity(
        self, local: str, kind: str, label: str, aliases: tuple[str, ...] = (), **props: Scalar
    ) -> str:
        """Add an entity; its mention is its label where the texts hold it."""
        found = tuple(quote(d, label) for d in DOCS if label in d.text)
        merges = tuple(Merge(a, "alias-in-brackets", None, 0.95) for a in aliases)
        rows = tuple(Property(k, v) for k, v in sorted(props.items()))
        self.entities[local] = Entity(local, kind, label, aliases, rows, found, merges)
        return local

    def fact(
        self, draft: Fact, doc: Document, words: Iterable[str], plain: Iterable[tuple[str, str, str]] = ()
    ) -> str:
        """Add a fact drafted without id and witness; it gets both, and the plain edges it gives."""
        local = "fact/" + digest(draft.kind, draft.label, *(r.filler for r in draft.roles), length=12)
        spans = tuple(quote(doc, w) for w in words)
        rule = f"relate.{draft.kind.lower()}"
        claim = "claim/" + digest(local, doc.id, length=12)
        witness = Witness(claim, doc.id, spans, rule, draft.confidence, draft.stance)
        self.facts.append(replace(draft, id=local, witnesses=(witness,)))
        for s, p, t in plain:
            self.edge(s, p, t, (local,), spans)
        return local

    def edge(
        self, s: str, p: str, t: str, facts: tuple[str, ...] = (), spans: tuple[Evidence, ...] = ()
    ) -> None:
        """Add a plain edge, joining facts of an edge that is there."""
        key = digest(s, p, t, length=12)
        old = self.edges.get(key)
        if old:
            facts, spans = tuple(sorted({*old.facts, *facts})), tuple(dict.fromkeys((*old.evidence, *spans)))
        self.edges[key] = Edge(s, p, t, facts, spans)

    def graph(self, documents: tuple[Document, ...] = DOCS, issues: tuple[Issue, ...] = ()) -> Graph:
        """All in order."""
        return Graph(
            documents,
            tuple(sorted(self.entities.values(), key=lambda e: e.id)),
            tuple(sorted(self.facts, key=lambda f: f.id)),
            tuple(sorted(self.edges.values(), key=lambda e: (e.source, e.predicate, e.target))),
            issues,
        )


TIMES = {
    "april": Time("2023-04", "2023年4月", "explicit", "2023-04-01", "2023-04-30"),
    "day": Time("2023-04-18", "2023年4月18日", "explicit", "2023-04-18", "2023-04-18"),
    "feb": Time("2023-02", "2023年2月", "explicit", "2023-02-01", "2023-02-28"),
    "since": Time("2022/..", "2022年以来", "relative", "2022-01-01", ""),
    "about": Time("2023-05~", "近日", "relative", "2023-04-15", "2023-05-31"),
}


def small() -> Graph:
    """About forty entities and every standing: cleared, accused, investigated, sanctioned, arrested."""
    m = Maker()
    parts = Path(__file__).with_name("small.txt").read_text(encoding="utf-8").split("\n\n")
    entities, edges, facts = ([r for r in p.splitlines() if r and r[0] != "#"] for p in parts)
    keys = {row.split("|")[0].strip(): row.split("|")[1].strip() for row in entities}
    for row in entities:
        _, local, kind, label, aliases, props = (c.strip() for c in row.split("|"))
        m.entity(local, kind, label, tuple(aliases.split()), **_values(props, keys))
    for row in edges:
        source, predicate, target = row.split()
        m.edge(keys[source], predicate, keys[target])
    for row in facts:
        _fact(m, [c.strip() for c in row.split("|")], keys)
    start = TEXT_A.index("someone")
    return m.graph(
        issues=(
            Issue("N01", "text/a", start, start + 19, ""),
            Issue("E02", "text/b", 0, 4, TEXT_B[:4], "sample"),
        )
    )


def _values(text: str, keys: dict[str, str]) -> dict[str, Scalar]:
    """``name=value`` pairs: quoted text, number, true, or a key or term to point to."""
    out: dict[str, Scalar] = {}
    for name, value in (p.split("=", 1) for p in text.split()):
        if value[0] == '"':
            out[name] = Text(value.strip('"'), "zh" if value[1] > "\u2e80" else "")
        elif value in ("true", "false"):
            out[name] = value == "true"
        else:
            out[name] = int(value) if value.isdigit() else Ref(keys.get(value, value))
    return out


def _fact(m: Maker, row: list[str], keys: dict[str, str]) -> None:
    kind, label, roles, words, time, standing, props, edges = row
    text, spans = words.split(": ", 1)
    status, stance, sure = (*standing.split(), *("", "asserted", "0.9")[len(standing.split()) :])
    pairs = [r.split("=", 1) for r in roles.split()]
    draft = Fact(
        "",
        kind,
        label,
        tuple(Role(name, keys.get(value, value)) for name, value in pairs),
        tuple(Property(k, v) for k, v in sorted(_values(props, keys).items())),
        TIMES.get(time, Time()),
        status.strip("-"),
        stance,
        float(sure),
    )
    plain = [_edge(e.split(), keys) for e in edges.split(",") if e.strip()]
    keys[kind] = m.fact(draft, DOCS[0] if text == "a" else DOCS[1], spans.split("; "), plain)


def _edge(parts: list[str], keys: dict[str, str]) -> tuple[str, str, str]:
    source, predicate, target = parts
    return keys[source], predicate, keys.get(target, target)


MEASURES = tuple(
    f"voc/{code}"
    for code in ("gov-sanction/major-demerit", "gov-sanction/removal", "party-sanction/expulsion")
)
SURNAMES = "甲乙丙丁戊己庚辛壬癸"
GIVEN = "例样试某范式"
PROVINCES = tuple(f"{n}0000" for n in (11, 13, 21, 32, 33, 34, 37, 41, 42, 43, 44, 45, 51, 52, 61))


def large(nodes: int, seed: int = 7) -> Graph:
    """``nodes`` entities, about twice as many edges and half as many facts with evidence, seeded."""
    rng, m = random.Random(seed), Maker()  # noqa: S311 chance with a seed, no secret
    docs = tuple(_text(i) for i in range(max(3, nodes // 20)))
    places = [m.entity(f"place/{p}", "Place", f"示例省{p[:2]}", identifier=Text(p)) for p in PROVINCES]
    for p in PROVINCES:
        for k in range(1, max(2, nodes // 400)):
            if k < 90:
                city = m.entity(
                    f"place/{p[:2]}{k:02d}00",
                    "Place",
                    f"示例市{p[:2]}{k:02d}",
                    containedInPlace=Ref(f"place/{p}"),
                )
                m.edge(city, "containedIn", f"place/{p}")
                places.append(city)
    orgs = []
    for k in range(nodes // 10):
        place = places[int(len(places) * rng.random() ** 1.6)]
        code = place[6:12]
        orgs.append(
            m.entity(
                f"org/{code}-cdi-{k:06x}",
                "JointDisciplineOrgan",
                f"示例{code}第{k}纪检组",
                jurisdiction=Ref(place),
            )
        )
        m.edge(orgs[-1], "locatedIn", place)
    target = nodes - len(m.entities)
    for k in range(target):
        org = orgs[int(len(orgs) * rng.random() ** 2)]
        name = rng.choice(SURNAMES) + rng.choice(GIVEN) + rng.choice(GIVEN)
        who = m.entity(f"person/{org[4:10]}-{k:08x}", "Person", name)
        doc = docs[k % len(docs)]
        m.edge(who, "memberOf", org)
        if k % 2:
            _event(m, rng, k, (org, who, m.entities[org].properties[0].value.id), doc)  # type: ignore[union-attr]
    people = [e for e in m.entities if e.startswith("person/")]
    while len(m.edges) < 2 * nodes:
        m.edge(rng.choice(people), "memberOf", orgs[int(len(orgs) * rng.random() ** 3)])
    return m.graph(docs)


POOL = (
    "示例",
    "样本",
    "机关",
    "处理",
    "事由",
    "材料",
    "会议",
    "书面",
    "通报",
    "核查",
    "群众",
    "项目",
    "资金",
    "审批",
    "整改",
)


def _text(i: int) -> Document:
    """Twelve sentences, each with words of its own so that texts do not compress like one."""
    rng = random.Random(i)  # noqa: S311 chance with a seed, no secret
    body = "".join(
        f"第{k}条：示例机关于某年某月对样本干部作出处理，{''.join(rng.choices(POOL, k=24))}。"
        for k in range(12)
    )
    return Document(f"text/{i:06x}", body, body, f"示例通报第{i}号", "", "2023-05", "given", f"{i}.txt")


def _event(m: Maker, rng: random.Random, k: int, ends: tuple[str, str, str], doc: Document) -> None:
    org, who, place = ends
    kind = rng.choice(["Clearing", "GovernmentSanction", "PartySanction", "Investigation", "Accusation"])
    year, month = 2014 + k // 2 % 10, 1 + k % 12
    time = Time(
        f"{year}-{month:02d}",
        f"{year}年{month}月",
        "explicit",
        f"{year}-{month:02d}-01",
        f"{year}-{month:02d}-28",
    )
    words = [f"第{k % 12}条：示例机关于某年某月对样本干部作出处理"]
    roles = [("agent", org), ("patient", who), ("place", place)]
    measure = rng.choice(MEASURES)
    verb = {"Clearing": "cleared", "Investigation": "investigated", "Accusation": ""}.get(kind, "punished")
    if verb == "punished":
        roles.append(("measure", measure))
    plain = [(org, verb, who)] if verb else []
    stance = "alleged" if kind == "Accusation" else "asserted"
    sure = 0.5 + rng.randrange(50) / 100
    filled = tuple(Role(n, f) for n, f in roles)
    m.fact(Fact("", kind, f"{kind} {k}", filled, (), time, "stated", stance, sure), doc, words, plain)


NASTY = '</script><script>window.broken = 1</script><img src=x onerror="window.broken = 2">'


def nasty() -> Graph:
    """The small graph with markup in a name, an alias, a title and a quote."""
    graph = small()
    text = TEXT_A + NASTY
    first = replace(graph.documents[0], text=text, folded=text, title=NASTY)
    start = len(TEXT_A)
    item = Evidence(Span("text/a", start, len(text)), NASTY)

    def changed(entity: Entity) -> Entity:
        if entity.id != "person/420527-aaaaaaa1":
            return entity
        return replace(entity, label=NASTY, aliases=(NASTY + "2",), mentions=(item,))

    at = next(i for i, f in enumerate(graph.facts) if f.witnesses[0].doc == "text/a")
    fact = graph.facts[at]
    said = replace(fact.witnesses[0], evidence=(*fact.witnesses[0].evidence, item))
    return replace(
        graph,
        documents=(first, graph.documents[1]),
        entities=tuple(changed(e) for e in graph.entities),
        facts=(*graph.facts[:at], replace(fact, witnesses=(said,)), *graph.facts[at + 1 :]),
    )
