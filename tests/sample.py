"""A sample graph in the contract's types: the shapes of a real notice, with an invented person and text.

Places, titles of documents and numbers are those a reader of the domain study expects; every sentence is
written for this file and no person in it exists.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.ids import digest, mint
from kg.model import (
    Document,
    Edge,
    Entity,
    Evidence,
    Fact,
    Graph,
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

DOC = "sample"
PERSON = "赵试样"


@dataclass
class Builder:
    """Puts a graph together: text first, then entities, facts and edges that quote it."""

    text: str = ""
    entities: dict[str, Entity] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)

    def say(self, sentence: str) -> Evidence:
        """Append a sentence and return it as evidence."""
        start = len(self.text)
        self.text += sentence + "。"
        return Evidence(Span(DOC, start, start + len(sentence)), sentence)

    def entity(self, local: str, kind: str, label: str, **properties: Scalar | list[Scalar]) -> str:
        """Add an entity; a list gives one property a value."""
        flat = tuple(
            Property(name, value)
            for name, values in properties.items()
            for value in (values if isinstance(values, list) else [values])
        )
        self.entities[local] = Entity(local, kind, label, (), flat, (), (Merge(label, "exact"),))
        return local

    def group(self, n: int, of: str, unit: str, key: str) -> str:
        """A counted group."""
        unit_ref = Ref(f"voc/unit/{unit}")
        return self.entity(
            mint("group", key),
            "AgentGroup",
            f"{n}名{of}",
            cardinality=n,
            countUnit=unit_ref,
            groupOf=Text(of, "zh"),
        )

    def fact(
        self,
        kind: str,
        label: str,
        evidence: Evidence,
        roles: dict[str, str | list[str]],
        time: Time | None = None,
        **more: Scalar | list[Scalar] | str,
    ) -> str:
        """Add a fact with one witness; ``status`` and ``stance`` are taken out of the properties."""
        status, stance = str(more.pop("status", "")), str(more.pop("stance", "asserted"))
        flat_roles = tuple(
            Role(name, filler)
            for name, fillers in roles.items()
            for filler in (fillers if isinstance(fillers, list) else [fillers])
        )
        flat = tuple(
            Property(name, value)  # type: ignore[arg-type]
            for name, values in more.items()
            for value in (values if isinstance(values, list) else [values])
        )
        local = mint("fact", kind, label, evidence.id, length=12)
        witness = Witness(
            mint("claim", local, DOC, length=12), DOC, (evidence,), f"sample.{kind}", 0.9, stance
        )
        self.facts.append(
            Fact(local, kind, label, flat_roles, flat, time or Time(), status, stance, 0.9, (witness,))
        )
        return local

    def edge(self, source: str, predicate: str, target: str, *facts: str) -> None:
        """Add an edge with the evidence of the facts it comes from."""
        by_id = {f.id: f for f in self.facts}
        spans = tuple(e for f in facts for w in by_id[f].witnesses for e in w.evidence)
        known = next(
            (e for e in self.edges if (e.source, e.predicate, e.target) == (source, predicate, target)), None
        )
        if known:
            self.edges.remove(known)
            facts, spans = (*known.facts, *facts), (*known.evidence, *spans)
        self.edges.append(Edge(source, predicate, target, facts, spans))

    def graph(self) -> Graph:
        """The finished graph, sorted."""
        document = Document(DOC, self.text, self.text, title="样本通报", published="2023-05-08")
        return Graph(
            (document,),
            tuple(sorted(self.entities.values(), key=lambda e: e.id)),
            tuple(sorted(self.facts, key=lambda f: f.id)),
            tuple(sorted(self.edges, key=lambda e: digest(e.source, e.predicate, e.target))),
        )


def month(edtf: str, text: str, basis: str, first: str, last: str) -> Time:
    """A date with its bounds."""
    return Time(edtf, text, basis, first, last)


PLACES = [
    ("100000", "中国", "", "country"),
    ("210000", "辽宁省", "100000", "province"),
    ("420000", "湖北省", "100000", "province"),
    ("421300", "随州市", "420000", "prefecture"),
    ("421381", "广水市", "421300", "county"),
    ("340000", "安徽省", "100000", "province"),
    ("340800", "安庆市", "340000", "prefecture"),
    ("340827", "望江县", "340800", "county"),
    ("450000", "广西壮族自治区", "100000", "province"),
    ("450700", "钦州市", "450000", "prefecture"),
    ("140000", "山西省", "100000", "province"),
    ("330000", "浙江省", "100000", "province"),
    ("330700", "金华市", "330000", "prefecture"),
    ("370000", "山东省", "100000", "province"),
]
ORGANS = [
    ("org/210000-pc", "PartyCommittee", "辽宁省委", "210000"),
    ("org/100000-ccp-general-office", "PartyOffice", "中共中央办公厅", "100000"),
    ("org/421381-psb", "PublicSecurityOrgan", "公安机关(广水)", "421381"),
    ("org/340800-cdi-sc", "JointDisciplineOrgan", "安庆市纪检监察机关", "340800"),
    ("org/340000-cdi-sc", "JointDisciplineOrgan", "安徽省纪委监委", "340000"),
    ("org/340827-cdi", "DisciplineInspectionCommission", "望江县纪委", "340827"),
    ("org/340827-housing", "GovernmentDepartment", "望江县住建局", "340827"),
    ("org/140000-cdi-sc", "JointDisciplineOrgan", "山西省纪委监委", "140000"),
    ("org/330700-cdi-sc", "JointDisciplineOrgan", "金华市纪委市监委", "330700"),
    ("org/370000-cdi-sc", "JointDisciplineOrgan", "山东省纪委监委", "370000"),
    ("org/m-liaoning-daily", "MediaOrganization", "辽宁日报", ""),
    ("org/m-xinhua", "MediaOrganization", "新华社", ""),
    ("org/m-cctv", "MediaOrganization", "央视", ""),
]
D1, D2, D3, D4, D5 = (f"doc/{k}" for k in ("210000-2023-implementing-opinion-a1", *"bcde"))
TITLES = [
    (
        D1,
        "PartyNormativeDocument",
        "关于开展鼓励担当作为监督行动的实施意见",
        "implementing-opinion",
        "org/210000-pc",
    ),
    (D2, "PartyNormativeDocument", "关于进一步激励广大干部新时代新担当新作为的意见", "opinion", ORGANS[1][0]),
    (D3, "PartyNormativeDocument", "关于解决形式主义突出问题为基层减负的通知", "notice", ORGANS[1][0]),
    (D4, "PartyRegulation", "中国共产党问责条例", "regulations", ""),
    (D5, "PartyRegulation", "纪检监察机关处理检举控告工作规则", "rules", ""),
]
DEMANDS: list[tuple[str, str, list[str], str]] = [
    (D1, "担当生态链", ["干部", "基层", "企业"], ""),
    (D1, "正向激励、反向惩戒", [], ""),
    (D1, "能上能下", ["干部"], ""),
    (D1, "推进领导干部能上能下监督建议函", [], ""),
    (D1, "能上能下", ["能者", "优者", "庸者", "劣者"], ""),
    (D1, "巡视巡察", [], ""),
    (D1, "巡视巡察", ["“一把手”干事状态", "班子成员担当表现", "机关单位担当氛围"], ""),
    (D1, "巡视巡察", ["不担当、不作为具体表现"], ""),
    (D1, "案件查办|以事立案", ["问题线索"], ""),
    (D1, "案件查办", ["不担当的事", "不担当的人", "不担当的案"], ""),
    (D1, "案件查办", ["腐败、作风和责任等问题"], ""),
    (D1, "容错纠错机制", [], "三个区分开来"),
    (D1, "尽职免责|整改减责", [], ""),
    (D1, "跟踪帮助", ["受处理处分党员干部"], ""),
    (D1, "查处诬告陷害|澄清正名", [], ""),
    (D1, "查处诬告陷害", ["诬告陷害行为"], ""),
    (D2, "激励机制|容错纠错机制", [], ""),
    (D2, "三个区分开来", [], ""),
    (D2, "用人导向", [], ""),
    (D3, "问责制度|激励关怀机制", [], ""),
    (D3, "保障党员权利", [], ""),
    (D3, "澄清正名", [], ""),
    (D3, "查处诬告陷害", [], ""),
]


def sample_graph() -> Graph:
    """Issuances, demands, clearings, exposures, a sanction with its conduct and tenure."""
    b = Builder()
    _world(b)
    _issuances(b)
    _demands(b)
    _clearings(b)
    _exposures(b)
    _sanction(b)
    _career(b)
    return b.graph()


def _world(b: Builder) -> None:
    for code, name, above, level in PLACES:
        parent: dict[str, Scalar] = {"containedInPlace": Ref(f"place/{above}")} if above else {}
        b.entity(f"place/{code}", "Place", name, identifier=Text(code), placeLevel=Text(level), **parent)
    for local, kind, label, area in ORGANS:
        where: dict[str, Scalar] = {"jurisdiction": Ref(f"place/{area}")} if area else {}
        b.entity(local, kind, label, **where)
    b.entity(
        "org/340827-housing-office",
        "InternalUnit",
        "望江县住建局住房保障办公室",
        subOrganizationOf=Ref("org/340827-housing"),
    )
    for local, kind, title, genre, issuer in TITLES:
        passed: dict[str, Scalar] = {"passedBy": Ref(issuer)} if issuer else {}
        b.entity(local, kind, title, title=Text(title, "zh"), genre=Ref(f"voc/genre/{genre}"), **passed)
    for key in ("liaoning-daily", "xinhua", "cctv"):
        b.entity(f"text/r-{key}", "MediaItem", f"报道({key})", publisher=Ref(f"org/m-{key}"))
    b.entity(f"text/{DOC}", "MediaItem", "样本通报", sha256=Text("0" * 64), published=Text("2023-05-08"))
    b.entity("person/340827-0a1b2c3d", "Person", PERSON)
    b.entity("post/1f2e3d4c", "Post", "主任", postIn=Ref("org/340827-housing-office"))


def _issuances(b: Builder) -> None:
    rows = [
        (
            D1,
            "org/210000-pc",
            "liaoning-daily",
            month("2023-05-08~", "日前", "report", "2023-04-08", "2023-05-08"),
        ),
        (D2, ORGANS[1][0], "xinhua", month("2018-05~", "近日", "report", "2018-04-15", "2018-05-31")),
        (D3, ORGANS[1][0], "cctv", month("2019-03~", "近日", "report", "2019-02-15", "2019-03-31")),
    ]
    for doc, issuer, medium, time in rows:
        words = b.say(f"{b.entities[issuer].label}印发一份文件({medium})")
        label = f"{b.entities[issuer].label}印发{b.entities[doc].label}"
        roles: dict[str, str | list[str]] = {
            "agent": issuer,
            "object": doc,
            "reportedIn": f"text/r-{medium}",
        }
        fact = b.fact("Issuance", label, words, roles, time, status="stated")
        b.edge(issuer, "issued", doc, fact)


def _demands(b: Builder) -> None:
    for number, (doc, names, targets, basis) in enumerate(DEMANDS):
        mechanisms = [b.entity(mint("mechanism", n), "Mechanism", n) for n in (*names.split("|"), basis) if n]
        words = b.say(f"文件的第{number}项要求是{names}")
        roles: dict[str, str | list[str]] = {
            "prescribedBy": doc,
            "mechanism": mechanisms[: len(names.split("|"))],
        }
        if basis:
            roles["basedOn"] = mechanisms[-1]
        aimed: list[Scalar] = [Text(t, "zh") for t in targets]
        fact = b.fact("Requirement", f"要求:{names}", words, roles, stance="demanded", targets=aimed)
        for mechanism in mechanisms[: len(names.split("|"))]:
            b.edge(doc, "prescribes", mechanism, fact)
    for act, doc in (("revise", D4), ("draft", D5)):
        words = b.say(f"要求{act}一份法规")
        orders: dict[str, str | list[str]] = {
            "prescribedBy": D3,
            "requiresAct": f"voc/doc-act/{act}",
            "object": doc,
        }
        fact = b.fact("Requirement", f"要求:{act}", words, orders, stance="demanded")
        b.edge(D3, "ordersRevisionOf" if act == "revise" else "ordersDraftingOf", doc, fact)


def _clearings(b: Builder) -> None:
    years = month("2020/2022", "2020年至2022年", "explicit", "2020-01-01", "2022-12-31")
    since = month("2022/2023-05~", "2022年以来", "explicit", "2022-01-01", "2023-05-31")
    lately = month("2022/2023-05~", "去年以来", "relative", "2022-01-01", "2023-05-31")
    april = month("2023-04", "2023年4月", "explicit", "2023-04-01", "2023-04-30")
    untrue, framed = "voc/complaint/untrue", "voc/complaint/false-accusation"
    methods = [f"voc/clearing-method/{m}" for m in ("meeting", "written", "circular")]
    village = b.entity(
        mint("group", "v"),
        "AgentGroup",
        "1个村委会",
        cardinality=1,
        countUnit=Ref("voc/unit/organisation"),
        groupOf=Text("村委会", "zh"),
    )
    b.fact(
        "Clearing",
        "广水澄清正名",
        b.say("广水三年间为32名干部和1个村委会澄清"),
        {
            "patient": [b.group(32, "党员干部", "person", "g1"), village],
            "place": "place/421381",
            "ground": untrue,
            "method": methods,
        },
        years,
        status="not-stated",
        methodListOpen=True,
    )
    anqing = b.fact(
        "Clearing",
        "安庆澄清正名",
        b.say("安庆有28名干部得到澄清"),
        {
            "agent": "org/340800-cdi-sc",
            "patient": b.group(28, "党员干部", "person", "g2"),
            "place": "place/340800",
            "ground": untrue,
        },
        since,
        status="stated",
    )
    b.edge("org/340800-cdi-sc", "cleared", mint("group", "g2"), anqing)
    b.fact(
        "Clearing",
        "钦州澄清正名",
        b.say("钦州有22名干部得到澄清"),
        {
            "patient": b.group(22, "党员干部", "person", "g3"),
            "place": "place/450700",
            "ground": untrue,
        },
        lately,
        status="not-stated",
    )
    b.fact(
        "Clearing",
        "安徽澄清正名",
        b.say("安徽四月为6名干部澄清"),
        {
            "patient": b.group(6, "干部", "person", "g4"),
            "place": "place/340000",
            "ground": framed,
            "mayOverlap": anqing,
        },
        april,
        status="not-stated",
    )
    b.fact(
        "AccuserHandling",
        "公安机关处理诬告者",
        b.say("公安机关对2名诬告者采取措施"),
        {
            "agent": "org/421381-psb",
            "patient": b.group(2, "诬告者", "person", "g5"),
            "place": "place/421381",
            "measure": ["voc/accuser-measure/police-unspecified", "voc/accuser-measure/criminal-detention"],
        },
        month("2020/2022", "(承前)", "inherited", "2020-01-01", "2022-12-31"),
        status="inferred",
    )


def _exposures(b: Builder) -> None:
    april = month("2023-04", "今年4月", "relative", "2023-04-01", "2023-04-30")
    person = "person/340827-0a1b2c3d"
    rows: list[tuple[str, str, Time, int, list[str]]] = [
        (
            "org/140000-cdi-sc",
            "140000",
            month("2019-08", "2019年8月", "explicit", "2019-08-01", "2019-08-31"),
            5,
            ["no-responsibility", "inaction"],
        ),
        (
            "org/330700-cdi-sc",
            "330700",
            month("2021-06", "2021年6月", "explicit", "2021-06-01", "2021-06-30"),
            4,
            ["inaction", "misaction"],
        ),
        (
            "org/370000-cdi-sc",
            "370000",
            april,
            4,
            ["no-responsibility", "inaction", "misaction", "sham-action"],
        ),
        ("org/340827-cdi", "340827", april, 0, ["no-responsibility", "inaction"]),
    ]
    for organ, place, time, cases, kinds in rows:
        name = b.entities[organ].label
        notice = b.entity(f"doc/{place}-{time.edtf[:4]}-circular", "NoticeDocument", f"{name}的通报")
        roles: dict[str, str | list[str]] = {
            "agent": organ,
            "object": notice,
            "place": f"place/{place}",
            "ground": [f"voc/conduct/{k}" for k in kinds],
        }
        if not cases:
            roles["patient"] = person
        counted: dict[str, Scalar] = {"count": cases, "countUnit": Ref("voc/unit/case")} if cases else {}
        verb = "公开曝光" if cases else "发布通报"
        words = b.say(f"{name}{verb}{cases or '某'}起案例")
        fact = b.fact("Notification", f"{name}{verb}", words, roles, time, status="stated", **counted)
        b.edge(organ, "exposed", notice, fact)
    b.fact(
        "Statement",
        "安徽省纪委监委发文称",
        b.say("安徽省纪委监委撰文谈澄清"),
        {"agent": "org/340000-cdi-sc", "place": "place/340000"},
        month("2023-04", "(承前)", "inherited", "2023-04-01", "2023-04-30"),
        status="stated",
        content=Text("要及时澄清", "zh"),
    )


def _sanction(b: Builder) -> None:
    person = "person/340827-0a1b2c3d"
    conduct = b.fact(
        "Conduct",
        f"{PERSON}不担当不作为",
        b.say(f"{PERSON}六年间不担当、不作为、畏难应付"),
        {
            "agent": person,
            "place": "place/340827",
            "ground": [f"voc/conduct/{k}" for k in ("no-responsibility", "inaction", "fear-of-difficulty")],
        },
        month("2017/2022", "2017年至2022年", "explicit", "2017-01-01", "2022-12-31"),
        status="stated",
    )
    sanction = b.fact(
        "GovernmentSanction",
        f"{PERSON}受到政务记大过处分",
        b.say(f"{PERSON}在次年二月被记大过"),
        {
            "patient": person,
            "measure": "voc/gov-sanction/major-demerit",
            "ground": conduct,
            "place": "place/340827",
        },
        month("2023-02", "2023年2月", "explicit", "2023-02-01", "2023-02-28"),
        status="not-stated",
    )
    b.edge(person, "sanctionedWith", "voc/gov-sanction/major-demerit", sanction)
    b.fact(
        "Tenure",
        f"{PERSON}任主任",
        b.say(f"{PERSON}曾任该办公室主任"),
        {"member": person, "role": "post/1f2e3d4c", "organization": "org/340827-housing-office"},
        ended=True,
        titleText=Text("主任", "zh"),
    )
    b.edge("org/340827-housing-office", "partOf", "org/340827-housing")


def _career(b: Builder) -> None:
    """A second person: accused and cleared, twice punished, appointed and removed, then before a court."""
    person = b.entity("person/420000-9f8e7d6c", "Person", "钱样本")
    post = b.entity("post/5a6b7c8d", "Post", "局长", postIn=Ref("org/340827-housing"))
    commission = b.entity(
        "org/340827-sc", "SupervisoryCommission", "望江县监委", jurisdiction=Ref("place/340827")
    )
    where = "place/340827"
    accused = month("2018-03", "2018年3月", "explicit", "2018-03-01", "2018-03-31")
    b.fact(
        "Accusation",
        "钱样本被举报",
        b.say("钱样本在三月被人举报"),
        {"patient": person, "place": where, "ground": "voc/complaint/untrue"},
        accused,
        status="anonymous",
    )
    cleared = b.fact(
        "Clearing",
        "钱样本得到澄清",
        b.say("后来县监委当面为钱样本澄清"),
        {
            "agent": commission,
            "patient": person,
            "place": where,
            "ground": "voc/complaint/untrue",
            "method": "voc/clearing-method/in-person",
        },
        month("2018-09", "2018年9月", "explicit", "2018-09-01", "2018-09-30"),
        status="stated",
    )
    b.edge(commission, "cleared", person, cleared)
    for kind, roles, label, year in (
        (
            "Appointment",
            {"patient": person, "role": post, "organization": "org/340827-housing"},
            "任命钱样本",
            2019,
        ),
        (
            "PartySanction",
            {"patient": person, "measure": "voc/party-sanction/warning"},
            "钱样本受党内警告",
            2020,
        ),
        (
            "GovernmentSanction",
            {"agent": commission, "patient": person, "measure": "voc/gov-sanction/removal"},
            "钱样本被政务撤职",
            2021,
        ),
        (
            "Removal",
            {"patient": person, "role": post, "organization": "org/340827-housing"},
            "免去钱样本",
            2021,
        ),
    ):
        time = month(f"{year}-07", f"{year}年7月", "explicit", f"{year}-07-01", f"{year}-07-31")
        status = "stated" if "agent" in roles else "not-stated"
        fact = b.fact(
            kind, label, b.say(f"{year}年七月{label}"), {**roles, "place": where}, time, status=status
        )
        if "agent" in roles:
            b.edge(commission, "punished", person, fact)
        if "measure" in roles:
            b.edge(person, "sanctionedWith", str(roles["measure"]), fact)
    b.fact(
        "CriminalProceeding",
        "钱样本被判有期徒刑",
        b.say("钱样本被判有期徒刑二年"),
        {"patient": person, "measure": "voc/criminal/fixed-term", "place": where},
        month("2022", "2022年", "explicit", "2022-01-01", "2022-12-31"),
        status="not-stated",
        term=Text("P2Y"),
    )
    b.fact(
        "Investigation",
        "钱样本涉嫌违法",
        b.say("钱样本涉嫌违法被查"),
        {"patient": person, "place": where},
        status="not-stated",
        stance="alleged",
    )
    measures = b.entity(
        "doc/420000-2015-measures-7e",
        "PartyNormativeDocument",
        "湖北省样本监督办法",
        title=Text("湖北省样本监督办法", "zh"),
        genre=Ref("voc/genre/measures"),
    )
    revised = b.fact(
        "Revision",
        "安徽省纪委监委修订办法",
        b.say("省纪委监委修订了一份办法"),
        {"agent": "org/340000-cdi-sc", "object": measures},
        month("2022-01", "2022年1月", "explicit", "2022-01-01", "2022-01-31"),
        status="stated",
    )
    b.edge("org/340000-cdi-sc", "revised", measures, revised)
