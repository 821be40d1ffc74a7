"""Every shape passes on a good graph and catches the graph made to break it."""

import json
import random
from pathlib import Path

import pyoxigraph as ox
import pytest
from built import graph as built
from rdflib import RDF, SH, Graph, URIRef
from sample import sample_graph

from kg.errors import InputError, OntologyError
from kg.export.shacl import Report, validate
from kg.export.turtle import turtle
from kg.ontology_dir import find
from kg.vocab import Vocabulary

SHAPES = Graph().parse(find().path / "shapes.ttl")
HEAD = """
@prefix kg: <https://w3id.org/cadre-kg/ns#> . @prefix voc: <https://w3id.org/cadre-kg/voc/> .
@prefix ag: <https://w3id.org/cadre-kg/voc/agent-status/> .
@prefix unit: <https://w3id.org/cadre-kg/voc/unit/> .
@prefix stance: <https://w3id.org/cadre-kg/voc/stance/> .
@prefix eli: <http://data.europa.eu/eli/ontology#> . @prefix oa: <http://www.w3.org/ns/oa#> .
@prefix org: <http://www.w3.org/ns/org#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix : <http://example.org/> .
kg:Event rdfs:subClassOf kg:Fact . kg:Requirement rdfs:subClassOf kg:Fact .
kg:Issuance rdfs:subClassOf kg:Event . kg:Clearing rdfs:subClassOf kg:Event .
kg:Overturning rdfs:subClassOf kg:Event . kg:Notification rdfs:subClassOf kg:Event .
kg:Conduct rdfs:subClassOf kg:Event . kg:CriminalProceeding rdfs:subClassOf kg:Event .
kg:Sanctioning rdfs:subClassOf kg:Event . kg:PartySanction rdfs:subClassOf kg:Sanctioning .
kg:GovernmentSanction rdfs:subClassOf kg:Sanctioning . kg:NormativeDocument rdfs:subClassOf kg:Document .
kg:Organization rdfs:subClassOf kg:Agent . kg:PartyOrganization rdfs:subClassOf kg:Organization .
kg:SupervisoryCommission rdfs:subClassOf kg:Organization . kg:Person rdfs:subClassOf kg:Agent .
kg:GrassrootsAutonomousOrganization rdfs:subClassOf kg:Organization .
:e a kg:Evidence , oa:SpecificResource ; oa:hasSource :text ; oa:hasSelector :e1 , :e2 .
:e1 a oa:TextPositionSelector ; oa:start 3 ; oa:end 5 .
:e2 a oa:TextQuoteSelector ; oa:exact "甲乙" .
:place a kg:Place ; rdfs:label "某县"@zh .
:organ a kg:SupervisoryCommission ; rdfs:label "某县监委"@zh .
:party a kg:PartyOrganization ; rdfs:label "某县纪委"@zh .
:person a kg:Person ; rdfs:label "赵试样"@zh .
:document a kg:Document .
:demerit skos:inScheme voc:gov-sanction ; kg:severityRank 2 .
:removal skos:inScheme voc:gov-sanction ; kg:severityRank 5 .
:warning skos:inScheme voc:party-sanction . :written skos:inScheme voc:clearing-method .
:opinion skos:inScheme voc:genre .
"""
FACT = "kg:evidence :e ; kg:confidence 0.9"
EVENT = f"{FACT} ; kg:agentStatus ag:stated ; kg:agent :organ"
ISSUE = f":f a kg:Issuance ; {EVENT} ; kg:object :document ."
DATED = f':f a kg:Issuance ; {EVENT} ; kg:object :document ; kg:dateEDTF "2020/2022" ; '
DATED += 'kg:notBefore "2020-01-01"^^xsd:date ; kg:notAfter "2022-12-31"^^xsd:date ; '
DATED += 'sem:hasEarliestBeginTimeStamp "2020-01-01"^^xsd:date ; '
DATED += 'sem:hasLatestBeginTimeStamp "2020-12-31"^^xsd:date .'
CLEAR = f":f a kg:Clearing ; {EVENT} ; kg:patient :person ; kg:place :place ; kg:method :written ."
GOV = f":f a kg:GovernmentSanction ; {EVENT} ; kg:patient :person ; kg:measure :demerit ; "
GOV += 'kg:notBefore "2023-02-01"^^xsd:date ; kg:notAfter "2023-02-28"^^xsd:date ; kg:ground :c .'
GOV += f':c a kg:Conduct ; {EVENT.replace(":organ", ":person")} ; kg:notBefore "2017-01-01"^^xsd:date .'
PARTY = f":f a kg:PartySanction ; {EVENT} ; kg:patient :person ; kg:measure :warning ."
GROUP = ":g a kg:AgentGroup ; kg:cardinality 3 ; kg:countUnit unit:person ."
DEMAND = f":r a kg:Requirement ; {FACT} ; kg:prescribedBy :document ."
NORM = ':n a kg:NormativeDocument ; eli:title "某意见"@zh ; kg:genre :opinion .'
NOTICE = f":f a kg:Notification ; {EVENT} ; kg:count 4 ; kg:countUnit unit:case ; kg:patient :person ; "
NOTICE += 'kg:notAfter "2023-04-30"^^xsd:date .'
NOTICE += f":c a kg:Conduct ; {EVENT.replace(':organ', ':person')} ."
NOTICE += f":s a kg:PartySanction ; {EVENT} ; kg:patient :person ; kg:measure :warning ; "
NOTICE += 'kg:notBefore "2023-02-01"^^xsd:date .'
VILLAGE = GOV + ":person kg:memberOf :village ."
VILLAGE += ':village a kg:GrassrootsAutonomousOrganization ; rdfs:label "某村委会"@zh .'
TWICE = ":person kg:mention :m1 , :m2 ; kg:memberOf :organ . :m1 oa:hasSource :t1 . :m2 oa:hasSource :t2 ."
SAME = ":person owl:sameAs :other . :x rdf:subject :person ; rdf:object :other ; kg:confidence 0.8 ."
CLEARED = CLEAR.replace(" .", ' ; kg:notAfter "2022-09-30"^^xsd:date ; kg:stance stance:asserted .')
CLEARED += ":x rdf:subject :organ ; rdf:predicate kg:punished ; rdf:object :person ; kg:derivedFromFact :s . "
CLEARED += f":s a kg:PartySanction ; {EVENT} ; kg:patient :person ; "
CLEARED += 'kg:notBefore "2023-05-01"^^xsd:date ; kg:measure :warning .'
OVER = f":f a kg:Overturning ; {EVENT} ; kg:patient :person ; kg:object :s ."
TRIED = f":f a kg:CriminalProceeding ; {EVENT} ; kg:patient :person . :x kg:derivedFromFact :f ; "
TRIED += "rdf:subject :person ; rdf:predicate kg:convicted ; rdf:object voc:criminal\\/fixed-term ."
CASES = [
    ("S1-evidence", "Violation", ISSUE, "kg:evidence :e ;", ""),
    ("S1-confidence", "Violation", ISSUE, "0.9", "1.9"),
    ("S1-confidence", "Violation", ISSUE, "kg:confidence 0.9 ;", ""),
    ("S1-agent-status", "Violation", ISSUE, "kg:agentStatus ag:stated ;", ""),
    ("S1-agent-stated", "Violation", ISSUE, "kg:agent :organ ;", ""),
    ("S1-agent-not-stated", "Violation", ISSUE, "ag:stated", "ag:not-stated"),
    ("S1-date", "Violation", DATED, "2020/2022", "2020 to 2022"),
    ("S1-bounds", "Violation", DATED, 'kg:notBefore "2020', 'kg:notBefore "2023'),
    ("S1-bounds", "Violation", DATED, 'BeginTimeStamp "2020-01-01"', 'BeginTimeStamp "2021-01-01"'),
    ("S2-source", "Violation", "", "oa:hasSource :text ;", ""),
    ("S2-selectors", "Violation", "", "oa:hasSelector :e1 , :e2", "oa:hasSelector :e1"),
    ("S2-length", "Violation", "", "oa:end 5", "oa:end 6"),
    ("S3-document", "Violation", ISSUE, "kg:object :document", "kg:object :place"),
    ("S3-document", "Violation", ISSUE, "kg:object :document", "kg:object :document , :d2"),
    ("S3-issuer", "Warning", ISSUE, "kg:agent :organ", "kg:agent :person"),
    ("S4-patient", "Violation", CLEAR, "kg:patient :person ;", ""),
    ("S4-place", "Warning", CLEAR, "kg:place :place ;", ""),
    ("S4-place", "Violation", CLEAR, "kg:place :place", "kg:place :organ"),
    ("S4-method", "Violation", CLEAR, "kg:method :written", "kg:method :demerit"),
    ("S5-patient", "Violation", GOV, "kg:patient :person ;", ""),
    ("S5-measure", "Violation", GOV, "kg:measure :demerit", "kg:measure :warning"),
    ("S5-party-measure", "Violation", PARTY, "kg:measure :warning", "kg:measure :demerit"),
    ("S5-decider", "Warning", GOV, "kg:agent :organ", "kg:agent :party"),
    ("S6-group", "Violation", GROUP, "kg:cardinality 3", "kg:cardinality 0"),
    ("S6-group", "Violation", GROUP, "kg:countUnit unit:person", "kg:countUnit unit:dozen"),
    ("S7-prescriber", "Violation", DEMAND, "kg:prescribedBy :document", "kg:prescribedBy :place"),
    (
        "S7-no-event",
        "Violation",
        DEMAND,
        "a kg:Requirement",
        "a kg:Requirement , kg:Event ; kg:agentStatus ag:not-stated",
    ),
    ("S8-title", "Violation", NORM, "某意见", "《某意见》"),
    ("S8-genre", "Violation", NORM, "; kg:genre :opinion", ""),
    ("S9-label", "Violation", "", '"赵试样"@zh', '"赵试样"@zh , "赵某"@zh'),
    ("S9-label", "Violation", "", '"赵试样"@zh', '"赵试样"@fr'),
    ("N1-conduct-first", "Warning", GOV, "2017-01-01", "2023-05-01"),
    ("N1-sanction-before-notice", "Warning", NOTICE, "2023-02-01", "2023-05-01"),
    ("N2-village", "Warning", VILLAGE, "kg:measure :demerit", "kg:measure :removal"),
    ("N3-member", "Warning", PARTY, "kg:patient :person", "kg:patient :organ"),
    ("N4-unit", "Violation", NOTICE, "unit:case", "unit:person"),
    ("N4-conduct", "Warning", NOTICE, "a kg:Conduct", "a kg:Event"),
    ("N5-name-alone", "Warning", TWICE, "; kg:memberOf :organ", ""),
    ("N5-same-as", "Violation", SAME, "; kg:confidence 0.8", ""),
    ("N6-cleared", "Warning", CLEARED, "2023-05-01", "2022-05-01"),
    ("N6-acquitted", "Violation", TRIED, "fixed-term", "acquittal"),
    ("N6-cleared", "Warning", CLEARED, 'kg:notBefore "2023-05-01"^^xsd:date ;', ""),
    ("N6-overturned", "Violation", OVER, "kg:patient :person ;", ""),
    ("N6-overturned", "Warning", OVER, "; kg:object :s", ""),
]


def rules(report: Report) -> set[tuple[str, str]]:
    """Name and severity of the rules a report names."""
    return {(f.rule, f.severity) for f in report.findings}


@pytest.mark.parametrize("good", sorted({c[2] for c in CASES}))
def test_good_graphs_break_nothing(good: str) -> None:
    """What the broken graphs are made from is without fault."""
    assert rules(validate(HEAD + good)) == set()


@pytest.mark.parametrize(("rule", "severity", "good", "old", "new"), CASES)
def test_each_broken_graph_is_caught(rule: str, severity: str, good: str, old: str, new: str) -> None:
    """The rule is named with its severity, and the message says something."""
    assert old in HEAD + good
    report = validate((HEAD + good).replace(old, new))
    assert (rule, severity) in rules(report)
    assert report.conforms == all(f.severity == "Warning" for f in report.findings)
    assert all(f.message for f in report.findings)


def told(report: Report) -> set[tuple[str, str, str, str]]:
    """What a report says, apart from the values it shows."""
    return {(f.rule, f.severity, f.node, f.message) for f in report.findings}


@pytest.mark.parametrize(("rule", "severity", "good", "old", "new"), CASES)
def test_the_fast_engine_agrees(rule: str, severity: str, good: str, old: str, new: str) -> None:
    """On every broken graph it says exactly what pySHACL says, and finds nothing in the good one."""
    broken = (HEAD + good).replace(old, new)
    assert told(validate(broken, engine="fast")) == told(validate(broken, engine="reference"))
    assert validate(HEAD + good, engine="fast").lines == ()


def damaged(seed: int) -> str:
    """The sample graph with statements lost, doubled and given objects of other statements."""
    chance = random.Random(seed)  # noqa: S311 (damage, not secrets)
    text = "".join(turtle(sample_graph(), Vocabulary.load(find().path)))
    whole = [q.triple for q in ox.parse(text.encode(), format=ox.RdfFormat.TURTLE)]
    kept = [t for t in whole if chance.random() > 0.02]
    other = [
        ox.Triple(t.subject, t.predicate, chance.choice(whole).object) for t in chance.choices(whole, k=60)
    ]
    return (ox.serialize([*kept, *other], format=ox.RdfFormat.TURTLE) or b"").decode()


@pytest.mark.parametrize("seed", range(12))
def test_the_fast_engine_agrees_on_damaged_graphs(seed: int) -> None:
    """Dates that are words, numbers that are things: whatever stands where, both say the same, values too."""
    text = damaged(seed)
    fast, reference = (validate(text, engine=engine) for engine in ("fast", "reference"))
    assert fast == reference
    assert len({f.rule for f in fast.findings}) > 5


def test_the_fast_engine_agrees_on_built_texts() -> None:
    """The example notices as the whole pipeline builds them."""
    examples = sorted((find().path.parent / "docs" / "examples").glob("*.txt"))
    graph = built(*(p.read_text(encoding="utf-8") for p in examples))
    text = "".join(turtle(graph, Vocabulary.load(find().path)))
    assert validate(text, engine="fast") == validate(text, engine="reference")


def test_every_shape_has_a_broken_graph() -> None:
    """No shape stands without a test, and every message is in both languages."""
    shapes = {str(s).split("#")[1] for s in SHAPES.subjects(RDF.type, SH.NodeShape) if isinstance(s, URIRef)}
    assert shapes == {c[0] for c in CASES} | {"S2-quote"}
    for subject in set(SHAPES.subjects(SH.message)):
        assert sorted(str(m.language) for m in SHAPES.objects(subject, SH.message)) == ["en", "zh"]


def test_the_sample_conforms(tmp_path: Path) -> None:
    """A build folder with the sample graph has no finding at all."""
    text = "".join(turtle(sample_graph(), Vocabulary.load(find().path)))
    (tmp_path / "graph.ttl").write_text(text, encoding="utf-8")
    for engine in ("reference", "fast"):
        report = validate(tmp_path, engine=engine)
        assert report.lines == ()
        assert report.conforms


@pytest.mark.parametrize("engine", ["reference", "fast"])
@pytest.mark.parametrize(
    ("old", "new"),
    [("赵试样", "钱试样"), ('"sample"', '"other"'), ("", ""), (":", " :")],
    ids=["another name", "no such text", "as built", "shifted"],
)
def test_every_quote_stands_in_its_text(tmp_path: Path, engine: str, old: str, new: str) -> None:
    """A text that is not the one the graph was made from is noticed quote by quote, by both engines."""
    sample = sample_graph()
    text = "".join(turtle(sample, Vocabulary.load(find().path)))
    (tmp_path / "graph.ttl").write_text(text, encoding="utf-8")
    row = json.dumps({"id": "sample", "text": sample.documents[0].text}, ensure_ascii=False)
    (tmp_path / "texts.jsonl").write_text(row + "\n", encoding="utf-8")
    assert validate(tmp_path, engine=engine).lines == ()
    changed = row.replace(old, new) if old != ":" else row.replace('"text": "', '"text": " ')
    (tmp_path / "texts.jsonl").write_text(changed + "\n", encoding="utf-8")
    report = validate(tmp_path, engine=engine, lang="zh")
    assert rules(report) == ({("S2-quote", "Violation")} if old else set())
    assert report.conforms == (not old)
    assert all("请重新构建" in line for line in report.lines)


def test_broken_texts_are_refused(tmp_path: Path) -> None:
    """A file of texts that cannot be read stops the validation with a line."""
    (tmp_path / "graph.ttl").write_text(HEAD, encoding="utf-8")
    (tmp_path / "texts.jsonl").write_text("no json\n", encoding="utf-8")
    with pytest.raises(InputError, match="build anew with --fresh"):
        validate(tmp_path)


def test_the_fast_engine_refuses_what_it_does_not_know(tmp_path: Path) -> None:
    """A kind of constraint that only pySHACL knows stops it, instead of being passed over."""
    for name in ("kg.ttl", "shapes.ttl"):
        (tmp_path / name).write_text((find().path / name).read_text(encoding="utf-8"), encoding="utf-8")
    with (tmp_path / "shapes.ttl").open("a", encoding="utf-8") as file:
        file.write("\n:S10 a sh:NodeShape ; sh:targetClass kg:Fact ; sh:closed true .\n")
    with pytest.raises(OntologyError, match="closed is not supported"):
        validate(HEAD, tmp_path, engine="fast")


def test_a_line_names_rule_thing_and_remedy() -> None:
    """Severity, rule, label, IRI, value and message stand on one line, in the language asked for."""
    broken = (HEAD + GOV).replace("kg:agent :organ", "kg:agent :party")
    (line,) = validate(broken, lang="zh").lines
    assert line.startswith("Warning S5-decider  <http://example.org/f> [http://example.org/party]: ")
    assert line.endswith("党组织不能给予政务处分,可能只是公布者。")


@pytest.mark.parametrize("text", ["no turtle at all", "<a> <b"])
def test_no_turtle_is_refused(text: str) -> None:
    """One line, not a traceback of the parser."""
    with pytest.raises(InputError, match="is no Turtle"):
        validate(text)


def test_a_folder_without_a_graph_is_refused(tmp_path: Path) -> None:
    """The message says what to run."""
    with pytest.raises(InputError, match="run kg build first"):
        validate(tmp_path)
