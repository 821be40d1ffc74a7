"""Classes, properties and vocabulary terms as the programme sees them."""

from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, Graph, Literal, URIRef

from kg.errors import OntologyError
from kg.ids import NAMESPACE
from kg.ontology_dir import find
from kg.vocab import COLUMNS, SCHEME_COLUMNS, Vocabulary

FOLDER = find().path
VOCABULARY = Vocabulary.load(FOLDER)
ONTOLOGY = Graph().parse(FOLDER / "kg.ttl")
MEASURES = ("party-sanction", "gov-sanction", "admin-sanction", "sanction", "org-measure", "accountability")
MEASURES += ("criminal", "accuser-measure", "economic")
# fmt: off
GUIDELINE = [
    "党内警告", "党内严重警告", "撤销党内职务", "留党察看", "开除党籍", "取消预备党员资格",
    "党纪处分", "政务警告", "政务记过", "政务记大过", "政务降级", "政务撤职",
    "开除公职", "政务处分", "行政警告", "行政记过", "行政记大过", "行政降级",
    "行政撤职", "行政开除", "政纪处分", "诫勉", "批评教育", "谈话提醒",
    "约谈", "责令检查", "通报批评", "停职检查", "调整职务", "责令辞职",
    "引咎辞职", "降职", "改组", "取消待遇", "终止代表资格", "组织处理",
    "问责", "处分", "收缴违纪所得", "责令退赔", "治安处罚", "行政拘留",
    "刑事拘留", "移送检察机关", "移送司法机关", "逮捕", "提起公诉", "拘役",
    "有期徒刑", "无期徒刑", "死刑", "死刑缓期执行", "缓刑", "罚金",
    "没收财产", "剥夺政治权利",
]
# fmt: on


def local(iri: object) -> str:
    """The part of a ``kg:`` IRI after the namespace."""
    return str(iri).removeprefix(NAMESPACE)


def test_the_quick_reader_agrees_with_a_turtle_parser() -> None:
    """Same classes, labels and parents as rdflib finds in kg.ttl."""
    parsed = {local(s) for s in ONTOLOGY.subjects(RDF.type, OWL.Class)}
    assert set(VOCABULARY.classes) == parsed
    for name, term in VOCABULARY.classes.items():
        node = URIRef(term.iri)
        assert set(ONTOLOGY.objects(node, RDFS.label)) == {Literal(term.zh, "zh"), Literal(term.en, "en")}
        above = {local(o) for o in ONTOLOGY.objects(node, RDFS.subClassOf) if str(o).startswith(NAMESPACE)}
        assert set(term.parents) == above, name


def test_every_property_is_found() -> None:
    """Properties of kg: and the reused ones with a contract name are all there."""
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    parsed = {str(s) for kind in kinds for s in ONTOLOGY.subjects(RDF.type, kind)}
    assert {t.iri for t in VOCABULARY.properties.values()} == parsed
    assert VOCABULARY.properties["containedInPlace"].iri == "https://schema.org/containedInPlace"


def test_class_tree_and_edges() -> None:
    """Ancestors run to the top; schemes of measures and plain edges are known."""
    assert VOCABULARY.ancestors("PublicSecurityOrgan")[:3] == (
        "PublicSecurityOrgan",
        "GovernmentDepartment",
        "StateOrgan",
    )
    assert VOCABULARY.is_a("Clearing", "Event")
    assert not VOCABULARY.is_a("Requirement", "Event")
    assert VOCABULARY.classes["GovernmentSanction"].schemes == ("gov-sanction", "admin-sanction")
    assert {"issued", "cleared", "containedIn"} <= set(VOCABULARY.edges)


@pytest.mark.parametrize("term", GUIDELINE)
def test_every_measure_of_the_guideline_has_one_row(term: str) -> None:
    """A measure names exactly one term, whatever the scheme."""
    assert sum(c.name == term for c in VOCABULARY.concepts.values() if c.scheme in MEASURES) == 1


def test_spellings_of_measures_are_unambiguous() -> None:
    """No spelling leads to two measures, and none to two terms of one scheme."""
    measures: dict[str, str] = {}
    for concept in VOCABULARY.concepts.values():
        for spelling in concept.spellings:
            if concept.scheme in MEASURES:
                assert measures.setdefault(spelling, concept.id) == concept.id, spelling
    for scheme in VOCABULARY.schemes:
        spellings = [s for c in VOCABULARY.scheme(scheme) for s in c.spellings]
        assert len(spellings) == len(set(spellings)), scheme


def test_tables_are_sorted_and_their_broader_terms_exist() -> None:
    """Rows stand by rank, then code; a broader term is in the same table."""
    for scheme in VOCABULARY.schemes:
        rows = VOCABULARY.scheme(scheme)
        keys = [(999 if c.rank is None else c.rank, c.code) for c in rows]
        assert keys == sorted(keys), scheme
        codes = {c.code for c in rows}
        assert {c.broader for c in rows if c.broader} <= codes, scheme


def test_a_name_and_a_local_id_find_the_concept() -> None:
    """政务记大过 is the third of the government sanctions, with its law."""
    concept = VOCABULARY.concept("voc/gov-sanction/major-demerit")
    assert concept is not None
    assert concept == VOCABULARY.named("政务记大过")
    assert (concept.zh, concept.rank, concept.id) == ("记大过", 3, "voc/gov-sanction/major-demerit")
    assert "第七条" in concept.source
    assert VOCABULARY.concept("voc/no/such") is None


HEAD = "\t".join(COLUMNS)
ROW = ["a", "1", "甲", "甲", "first", "", "", "law", "", "", ""]


@pytest.mark.parametrize(
    ("rows", "line", "reason"),
    [
        (["code\trank"], 1, "header"),
        ([HEAD, "a\tb"], 2, "11 columns"),
        ([HEAD, "\t".join([*ROW[:2], "", *ROW[3:]])], 2, "must be filled"),
        ([HEAD, "\t".join(ROW), "\t".join(ROW)], 3, "occurs twice"),
        ([HEAD, "\t".join([ROW[0], "one", *ROW[2:]])], 2, "no number"),
    ],
)
def test_a_malformed_table_is_named_with_its_line(
    tmp_path: Path, rows: list[str], line: int, reason: str
) -> None:
    """The error carries file, line and what is wrong."""
    (tmp_path / "schemes").mkdir()
    (tmp_path / "kg.ttl").write_text("", encoding="utf-8")
    scheme = "\t".join(SCHEME_COLUMNS) + "\nx\t甲\tX\t甲\tX\tlaw\n"
    (tmp_path / "schemes.tsv").write_text(scheme, encoding="utf-8")
    (tmp_path / "schemes/x.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    with pytest.raises(OntologyError, match=reason) as caught:
        Vocabulary.load(tmp_path)
    assert (caught.value.file, caught.value.line) == ("x.tsv", line)


def test_a_term_without_labels_is_refused(tmp_path: Path) -> None:
    """A class that has no two labels stops the loading."""
    (tmp_path / "kg.ttl").write_text("kg:X a owl:Class ;\n    rdfs:comment 'x' .\n", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"kg\.ttl:1: kg:X needs rdfs:label"):
        Vocabulary.load(tmp_path)
