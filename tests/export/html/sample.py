"""Invented graphs for the page: a small one with every standing a person can have, and large ones."""

from __future__ import annotations

import random
from collections.abc import Iterable

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
    "咸宁市水利局干部丁某涉嫌严重违纪违法，目前正接受纪律审查和监察调查。联系邮箱：someone@example.org 电话13900000000。"
)
TEXT_B = (
    "咸宁市委办公室近日印发《关于激励干部担当作为的实施意见》，要求建立容错纠错机制，落实监督建议函制度，"
    "保护敢担当的干部。咸宁市纪委监委有关负责人表示，失责必问、问责必严。2022年以来，该市共通报7起不作为典型案例。"
    "戊例某因收受礼品礼金受到党内警告、政务撤职处分；己样某被举报一事仍在核实。庚某某被检察机关批准逮捕。"
)
DOCS = (
    Document("text/a", TEXT_A, TEXT_A, "秭归县为受到失实举报的干部澄清正名", "https://example.org/a", "2023-05-06", "given", "a.txt"),
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

    def entity(self, local: str, kind: str, label: str, aliases: tuple[str, ...] = (), **props: Scalar) -> str:
        """Add an entity; its mention is its label where the texts hold it."""
        found = tuple(quote(d, label) for d in DOCS if label in d.text)
        merges = tuple(Merge(a, "alias-in-brackets", None, 0.95) for a in aliases)
        rows = tuple(Property(k, v) for k, v in sorted(props.items()))
        self.entities[local] = Entity(local, kind, label, aliases, rows, found, merges)
        return local

    def fact(
        self, kind: str, label: str, roles: Iterable[tuple[str, str]], doc: Document, words: Iterable[str],
        time: Time | None = None, agent: str = "", stance: str = "asserted", sure: float = 0.9,
        props: tuple[Property, ...] = (), plain: Iterable[tuple[str, str, str]] = (),
    ) -> str:  # fmt: skip
        """Add a fact with one witness and the plain edges it gives."""
        rows = tuple(Role(n, f) for n, f in roles)
        local = "fact/" + digest(kind, label, *(f for _, f in roles), length=12)
        spans = tuple(quote(doc, w) for w in words)
        witness = Witness("claim/" + digest(local, doc.id, length=12), doc.id, spans, f"relate.{kind.lower()}", sure, stance)
        self.facts.append(Fact(local, kind, label, rows, props, time or Time(), agent, stance, sure, (witness,)))
        for s, p, t in plain:
            self.edge(s, p, t, (local,), spans)
        return local

    def edge(self, s: str, p: str, t: str, facts: tuple[str, ...] = (), spans: tuple[Evidence, ...] = ()) -> None:
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


def small() -> Graph:
    """About forty entities and every standing: cleared, accused, investigated, sanctioned, arrested."""
    m, (a, b) = Maker(), DOCS
    prov = m.entity("place/420000", "Place", "湖北省", (), identifier=Text("420000"))
    shan = m.entity("place/420527", "Place", "秭归县", (), identifier=Text("420527"), containedInPlace=Ref("place/420500"))
    yun = m.entity("place/421200", "Place", "咸宁市", (), identifier=Text("421200"), containedInPlace=Ref(prov))
    city = m.entity("place/420500", "Place", "宜昌市", (), identifier=Text("420500"), containedInPlace=Ref(prov))
    town = m.entity("place/420527-h1", "Place", "归水镇", (), containedInPlace=Ref(shan))
    for low, high in ((shan, city), (city, prov), (yun, prov), (town, shan)):
        m.edge(low, "containedIn", high)
    pcdi = m.entity("org/420000-cdi-sc", "JointDisciplineOrgan", "湖北省纪委监委", ("省纪委监委",), jurisdiction=Ref(prov))
    scdi = m.entity("org/420527-cdi-sc", "JointDisciplineOrgan", "秭归县纪委监委", ("县纪委监委",), jurisdiction=Ref(shan))
    ycdi = m.entity("org/421200-cdi-sc", "JointDisciplineOrgan", "咸宁市纪委监委", (), jurisdiction=Ref(yun))
    zj = m.entity("org/420527-housing", "GovernmentDepartment", "秭归县住建局", ("县住建局",), jurisdiction=Ref(shan))
    water = m.entity("org/421200-water", "GovernmentDepartment", "咸宁市水利局", (), jurisdiction=Ref(yun))
    dw = m.entity("org/420527-party-h1", "PartyCommittee", "归水镇党委", (), jurisdiction=Ref(town))
    office = m.entity("org/421200-party-office", "PartyCommittee", "咸宁市委办公室", ("市委办公室",), jurisdiction=Ref(yun))
    police = m.entity("org/420527-police", "PublicSecurityOrgan", "公安机关", (), jurisdiction=Ref(shan))
    paper = m.entity("org/420000-paper", "MediaOrganization", "楚地日报", (), jurisdiction=Ref(prov))
    for org, place in ((pcdi, prov), (scdi, shan), (ycdi, yun), (zj, shan), (water, yun), (dw, town), (office, yun), (police, shan), (paper, prov)):
        m.edge(org, "locatedIn", place)
    m.edge(scdi, "partOf", pcdi)
    m.edge(ycdi, "partOf", pcdi)
    jia = m.entity("person/420527-aaaaaaa1", "Person", "甲某")
    yi = m.entity("person/420527-aaaaaaa2", "Person", "乙样例")
    bing = m.entity("person/420527-aaaaaaa3", "Person", "丙试样")
    ding = m.entity("person/421200-aaaaaaa4", "Person", "丁某")
    wu = m.entity("person/421200-aaaaaaa5", "Person", "戊例某")
    ji = m.entity("person/421200-aaaaaaa6", "Person", "己样某")
    geng = m.entity("person/421200-aaaaaaa7", "Person", "庚某某")
    group = m.entity("group/bbbbbbb1", "AgentGroup", "12名党员干部", (), cardinality=12, countUnit=Ref("voc/unit/person"), groupOf=Text("党员干部", "zh"))
    post1 = m.entity("post/ccccccc1", "Post", "秭归县住建局副局长", (), postIn=Ref(zj))
    post2 = m.entity("post/ccccccc2", "Post", "归水镇党委书记", (), postIn=Ref(dw))
    doc1 = m.entity("doc/421200-2023-opinion-ddddddd1", "NormativeDocument", "关于激励干部担当作为的实施意见", ("实施意见",), genre=Ref("voc/genre/opinion"), title=Text("关于激励干部担当作为的实施意见", "zh"))
    note = m.entity("doc/421200-nd-notice-ddddddd2", "NoticeDocument", "咸宁市不作为典型案例通报")
    item = m.entity("text/a", "MediaItem", "秭归县为受到失实举报的干部澄清正名", (), published=Text("2023-05-06"), url=Text("https://example.org/a"))
    mech1 = m.entity("mechanism/eeeeeee1", "Mechanism", "容错纠错机制", ("容错机制",))
    mech2 = m.entity("mechanism/eeeeeee2", "Mechanism", "监督建议函制度")
    april = Time("2023-04", "2023年4月", "explicit", "2023-04-01", "2023-04-30")
    day = Time("2023-04-18", "2023年4月18日", "explicit", "2023-04-18", "2023-04-18")
    feb = Time("2023-02", "2023年2月", "explicit", "2023-02-01", "2023-02-28")
    since = Time("2022/..", "2022年以来", "relative", "2022-01-01", "")
    untrue = ("ground", "voc/complaint/untrue")
    m.fact("Clearing", "秭归县为12名干部澄清正名", [("agent", scdi), ("patient", group), ("place", shan), ("method", "voc/clearing-method/meeting"), ("method", "voc/clearing-method/written"), untrue, ("reportedIn", item)], a, ["2023年4月，秭归县纪委监委为12名受到失实举报的党员干部澄清正名"], april, "stated", props=(Property("methodListOpen", True),), plain=[(scdi, "cleared", group), (group, "clearedAt", shan)])
    m.fact("Clearing", "为甲某澄清", [("agent", scdi), ("patient", jia), ("place", shan), untrue], a, ["县纪委监委于2023年4月18日当面为其澄清", "归水镇党委书记甲某"], day, "stated", plain=[(scdi, "cleared", jia), (jia, "clearedAt", shan)])
    m.fact("Accusation", "甲某被匿名举报", [("patient", jia), ("ground", "voc/conduct/gifts")], a, ["甲某此前被匿名举报收受礼金"], None, "anonymous", "alleged", 0.6)
    m.fact("AccuserHandling", "公安机关拘留诬告者", [("agent", police), ("patient", bing), ("measure", "voc/accuser-measure/criminal-detention"), ("ground", "voc/conduct/false-accusation"), ("place", shan)], a, ["公安机关依法对诬告者丙试样予以刑事拘留"], None, "stated", plain=[(police, "handledAccuser", bing), (bing, "sanctionedWith", "voc/accuser-measure/criminal-detention")])
    conduct = m.fact("Conduct", "乙样例不作为", [("agent", yi), ("ground", "voc/conduct/inaction")], a, ["乙样例因不担当不作为"], None, "stated")
    m.fact("GovernmentSanction", "乙样例受到政务记大过处分", [("patient", yi), ("measure", "voc/gov-sanction/major-demerit"), ("ground", conduct), ("place", shan)], a, ["2023年2月，秭归县住建局原副局长乙样例因不担当不作为受到政务记大过处分"], feb, "not-stated", plain=[(yi, "sanctionedWith", "voc/gov-sanction/major-demerit")])
    m.fact("Tenure", "乙样例任副局长", [("member", yi), ("role", post1), ("organization", zj)], a, ["秭归县住建局原副局长乙样例"], props=(Property("ended", True),), plain=[(yi, "heldPost", post1), (yi, "memberOf", zj)])
    m.fact("Tenure", "甲某任党委书记", [("member", jia), ("role", post2), ("organization", dw)], a, ["归水镇党委书记甲某"], plain=[(jia, "heldPost", post2), (jia, "memberOf", dw)])
    m.fact("Investigation", "丁某接受审查调查", [("patient", ding), ("place", yun)], a, ["咸宁市水利局干部丁某涉嫌严重违纪违法，目前正接受纪律审查和监察调查"], None, "not-stated", sure=0.8, plain=[(ding, "underInvestigation", yun)])
    m.fact("Tenure", "丁某为水利局干部", [("member", ding), ("organization", water)], a, ["咸宁市水利局干部丁某"], plain=[(ding, "memberOf", water)])
    m.fact("Issuance", "咸宁市委办公室印发实施意见", [("agent", office), ("object", doc1)], b, ["咸宁市委办公室近日印发《关于激励干部担当作为的实施意见》"], Time("2023-05~", "近日", "relative", "2023-04-15", "2023-05-31"), "stated", plain=[(office, "issued", doc1)])
    for mech, words in ((mech1, "要求建立容错纠错机制"), (mech2, "落实监督建议函制度")):
        m.fact("Requirement", words, [("prescribedBy", doc1), ("mechanism", mech)], b, [words], stance="demanded", sure=0.85, props=(Property("content", Text(words, "zh")),), plain=[(doc1, "prescribes", mech)])
    m.fact("Statement", "咸宁市纪委监委表态", [("agent", ycdi)], b, ["咸宁市纪委监委有关负责人表示，失责必问、问责必严"], None, "metonym", props=(Property("content", Text("失责必问、问责必严", "zh")),))
    m.fact("Notification", "咸宁市通报7起案例", [("agent", ycdi), ("object", note), ("ground", "voc/conduct/inaction"), ("place", yun)], b, ["2022年以来，该市共通报7起不作为典型案例"], since, "inferred", sure=0.7, props=(Property("count", 7),), plain=[(ycdi, "exposed", note)])
    wug = "戊例某因收受礼品礼金受到党内警告、政务撤职处分"
    m.fact("PartySanction", "戊例某受到党内警告", [("patient", wu), ("measure", "voc/party-sanction/warning"), ("ground", "voc/conduct/gifts")], b, [wug], None, "not-stated", plain=[(wu, "sanctionedWith", "voc/party-sanction/warning")])
    m.fact("GovernmentSanction", "戊例某被政务撤职", [("agent", ycdi), ("patient", wu), ("measure", "voc/gov-sanction/removal"), ("ground", "voc/conduct/gifts"), ("place", yun)], b, [wug], since, "inferred", plain=[(ycdi, "punished", wu), (wu, "sanctionedWith", "voc/gov-sanction/removal")])
    m.fact("Accusation", "己样某被举报", [("patient", ji), ("place", yun)], b, ["己样某被举报一事仍在核实"], None, "not-stated", "alleged", 0.6)
    m.fact("CriminalProceeding", "庚某某被批准逮捕", [("patient", geng), ("measure", "voc/criminal/arrest"), ("place", yun)], b, ["庚某某被检察机关批准逮捕"], None, "metonym", plain=[(geng, "chargedOrConvicted", "voc/criminal/arrest")])
    start = a.text.index("someone")
    issues = (Issue("N01", a.id, start, start + 19, ""), Issue("E02", b.id, 0, 4, b.text[0:4], "sample"))
    return m.graph(issues=issues)


MEASURES = (
    "voc/gov-sanction/major-demerit", "voc/gov-sanction/removal", "voc/party-sanction/expulsion", "voc/party-sanction/warning",
)  # fmt: skip
SURNAMES = "甲乙丙丁戊己庚辛壬癸"
GIVEN = "例样试某范式"
PROVINCES = ("110000", "130000", "210000", "320000", "330000", "340000", "370000", "410000", "420000", "430000", "440000", "450000", "510000", "520000", "610000")  # fmt: skip


def large(nodes: int, seed: int = 7) -> Graph:
    """``nodes`` entities, about twice as many edges and half as many facts with evidence, seeded."""
    rng, m = random.Random(seed), Maker()
    docs = tuple(_text(i) for i in range(max(3, nodes // 20)))
    places = [m.entity(f"place/{p}", "Place", f"示例省{p[:2]}", identifier=Text(p)) for p in PROVINCES]
    for p in PROVINCES:
        for k in range(1, max(2, nodes // 400)):
            if k < 90:
                city = m.entity(f"place/{p[:2]}{k:02d}00", "Place", f"示例市{p[:2]}{k:02d}", containedInPlace=Ref(f"place/{p}"))
                m.edge(city, "containedIn", f"place/{p}")
                places.append(city)
    orgs = []
    for k in range(nodes // 10):
        place = places[int(len(places) * rng.random() ** 1.6)]
        code = place[6:12]
        orgs.append(m.entity(f"org/{code}-cdi-{k:06x}", "JointDisciplineOrgan", f"示例{code}第{k}纪检组", jurisdiction=Ref(place)))
        m.edge(orgs[-1], "locatedIn", place)
    target = nodes - len(m.entities)
    for k in range(target):
        org = orgs[int(len(orgs) * rng.random() ** 2)]
        name = rng.choice(SURNAMES) + rng.choice(GIVEN) + rng.choice(GIVEN)
        who = m.entity(f"person/{org[4:10]}-{k:08x}", "Person", name)
        doc = docs[k % len(docs)]
        m.edge(who, "memberOf", org)
        if k % 2:
            _event(m, rng, k, org, who, m.entities[org].properties[0].value.id, doc)  # type: ignore[union-attr]
    people = [e for e in m.entities if e.startswith("person/")]
    while len(m.edges) < 2 * nodes:
        m.edge(rng.choice(people), "memberOf", orgs[int(len(orgs) * rng.random() ** 3)])
    return m.graph(docs)


def _text(i: int) -> Document:
    body = "".join(f"第{k}条：示例机关于某年某月对样本干部作出处理，理由为示例事由{(i * 7 + k) % 97}。" for k in range(12))
    return Document(f"text/{i:06x}", body, body, f"示例通报第{i}号", "", "2023-05", "given", f"{i}.txt")


def _event(m: Maker, rng: random.Random, k: int, org: str, who: str, place: str, doc: Document) -> None:
    kind = rng.choice(["Clearing", "GovernmentSanction", "PartySanction", "Investigation", "Accusation"])
    year, month = 2014 + k // 2 % 10, 1 + k % 12
    time = Time(f"{year}-{month:02d}", f"{year}年{month}月", "explicit", f"{year}-{month:02d}-01", f"{year}-{month:02d}-28")
    words = [f"第{k % 12}条：示例机关于某年某月对样本干部作出处理"]
    roles = [("agent", org), ("patient", who), ("place", place)]
    measure = rng.choice(MEASURES)
    verb = {"Clearing": "cleared", "Investigation": "investigated", "Accusation": ""}.get(kind, "punished")
    if verb == "punished":
        roles.append(("measure", measure))
    plain = [(org, verb, who)] if verb else []
    stance = "alleged" if kind == "Accusation" else "asserted"
    m.fact(kind, f"{kind} {k}", roles, doc, words, time, "stated", stance, 0.5 + rng.randrange(50) / 100, plain=plain)
