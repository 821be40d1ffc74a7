"""From texts to files: the same facts everywhere, words for everything, the same bytes in any order."""

from __future__ import annotations

import gc
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from built import document, graph, resources
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph as RdfGraph
from rdflib import Namespace, URIRef
from rdflib.namespace import RDF

from kg import pipeline
from kg.errors import InputError
from kg.export.claims import edge_id, files
from kg.export.html import read as page_of
from kg.export.html import render
from kg.export.turtle import turtle
from kg.ids import BASE, NAMESPACE, iri
from kg.model import Graph
from kg.private import find

TEXTS = (
    (
        "2023年4月,望江县纪委发布通报,2017年至2022年,望江县住建局原局长赵试样面对群众诉求,不担当不作为。"
        "2023年2月,赵试样受到政务记大过处分。"
    ),
    "2023年2月,望江县住房和城乡建设局原局长赵试样受到政务记大过处分。",
    "据《安徽日报》5月8日报道,日前,安徽省委印发《关于激励干部担当作为的实施意见》,要求建立健全容错纠错机制。",
    "湖北广水,2022年以来,该市纪委监委共为28名受到不实举报的党员干部澄清正名。联系电话13800000000。",
    "宿松县教育局副局长赵试样涉嫌严重违纪违法,目前正接受宿松县纪委监委纪律审查和监察调查。",
    "今天天气很好。",
)
KG = Namespace(NAMESPACE)


def whole() -> Graph:
    """The graph of all texts."""
    return graph(*TEXTS)


def test_every_quote_is_the_text() -> None:
    """The law of evidence: text[start:end] == quote for all that anything rests on."""
    built = whole()
    texts = {d.id: d.text for d in built.documents}
    evidence = [e for f in built.facts for w in f.witnesses for e in w.evidence]
    evidence += [e for edge in built.edges for e in edge.evidence] + [
        m for e in built.entities for m in e.mentions
    ]
    assert evidence
    assert all(texts[e.span.doc][e.span.start : e.span.end] == e.quote for e in evidence)


def test_everything_rests_on_words() -> None:
    """No fact, edge or entity without evidence."""
    built = whole()
    assert all(e.mentions for e in built.entities)
    assert all(w.evidence for f in built.facts for w in f.witnesses)
    assert all(f.witnesses for f in built.facts)
    assert all(e.evidence for e in built.edges)


def test_every_reference_leads_somewhere() -> None:
    """Roles, properties and edges point to entities, facts or terms that exist."""
    built = whole()
    known = {e.id for e in built.entities} | {f.id for f in built.facts}
    pointed = {r.filler for f in built.facts for r in f.roles} | {
        i for e in built.edges for i in (e.source, e.target)
    }
    pointed |= {
        p.value.id for x in (*built.entities, *built.facts) for p in x.properties if hasattr(p.value, "id")
    }
    terms = {i for i in pointed - known if resources().vocabulary.concept(i)}
    assert pointed - known - terms == set()


def test_classes_and_roles_are_of_the_ontology() -> None:
    """Nothing is of a class or in a role that the ontology does not have."""
    vocabulary, built = resources().vocabulary, whole()
    assert {e.kind for e in built.entities} | {f.kind for f in built.facts} <= set(vocabulary.classes)
    used = {r.name for f in built.facts for r in f.roles} | {
        p.predicate for x in (*built.entities, *built.facts) for p in x.properties
    }
    assert used <= set(vocabulary.properties)
    assert {e.predicate for e in built.edges} <= set(vocabulary.edges)


def test_the_same_facts_everywhere() -> None:
    """Turtle, JSON lines and page hold the same entities, facts and edges."""
    built, vocabulary = whole(), resources().vocabulary
    rdf = RdfGraph().parse(data="".join(turtle(built, vocabulary)))
    lines = {
        name: [json.loads(line) for line in content] for name, content in files(built, vocabulary).items()
    }
    page = render(built, vocabulary)
    shown = page_of.ids(page)
    entities, facts = {e.id for e in built.entities}, {f.id for f in built.facts}
    edges = {(e.source, e.predicate, e.target) for e in built.edges}
    assert {r["id"] for r in lines["entities.jsonl"]} == entities == set(shown["entities"])
    assert {r["fact"] for r in lines["claims.jsonl"]} == facts == set(shown["facts"])
    assert {(r["source"], r["predicate"], r["target"]) for r in lines["edges.jsonl"]} == edges
    assert set(page_of.triples(page)) == edges
    for local in entities | facts:
        assert (URIRef(iri(local)), RDF.type, None) in rdf
    for source, predicate, target in edges:
        term = URIRef(vocabulary.properties[predicate].iri)
        assert (URIRef(iri(source)), term, URIRef(iri(target))) in rdf
    assert len(set(rdf.subjects(RDF.type, KG.Edge))) == len({edge_id(e) for e in built.edges})


def test_personal_data_in_no_output(tmp_path: Path) -> None:
    """A telephone number of a text is in none of the files."""
    pipeline.write(whole(), resources(), tmp_path)
    assert not [p.name for p in tmp_path.iterdir() if "13800000000" in p.read_text(encoding="utf-8")]
    assert find(TEXTS[3])


@settings(max_examples=12, deadline=None)
@given(st.permutations(range(len(TEXTS))))
def test_order_of_texts_changes_nothing(order: list[int]) -> None:
    """Any order of arrival gives the same graph."""
    documents = [document(TEXTS[n], f"d{n}") for n in order]
    assert pipeline.build(documents, resources()) == whole()


@settings(max_examples=12, deadline=None)
@given(st.sets(st.integers(0, len(TEXTS) - 1), min_size=1))
def test_every_part_of_a_corpus_obeys_the_laws(chosen: set[int]) -> None:
    """Sorted ids, unique ids, no dangling fact, whatever texts are at hand."""
    built = pipeline.build([document(TEXTS[n], f"d{n}") for n in sorted(chosen)], resources())
    for items in (built.entities, built.facts):
        ids = [i.id for i in items]
        assert ids == sorted(set(ids))
    known = {f.id for f in built.facts}
    assert all(set(e.facts) <= known for e in built.edges)
    assert {w.doc for f in built.facts for w in f.witnesses} <= {d.id for d in built.documents}


def digests(folder: Path) -> dict[str, str]:
    """Digest of every file of a folder."""
    return {
        p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.iterdir()) if p.is_file()
    }


def test_bytes_do_not_depend_on_the_hash_seed(tmp_path: Path) -> None:
    """Two processes with two hash seeds write the same bytes."""
    source = tmp_path / "in.jsonl"
    source.write_text(
        "".join(json.dumps({"id": f"d{n}", "text": t}) + "\n" for n, t in enumerate(TEXTS)), encoding="utf-8"
    )
    found = []
    for seed in ("1", "2"):
        out = tmp_path / seed
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": str(Path(pipeline.__file__).parents[1]),
        }
        command = [
            sys.executable,
            "-m",
            "kg",
            "build",
            str(source),
            "-o",
            str(out),
            "--published",
            "2023-05-09",
            "-q",
        ]
        subprocess.run(command, check=True, env=environment, capture_output=True)
        found.append(digests(out))
    assert found[0] == found[1]
    assert {
        "graph.ttl",
        "graph.html",
        "claims.jsonl",
        "issues.jsonl",
        "entities.jsonl",
        "edges.jsonl",
    } <= set(found[0])


def test_writing_over_an_old_build_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a file cannot be written the old ones stand, and no part is left."""
    pipeline.write(whole(), resources(), tmp_path)
    before = digests(tmp_path)

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputError):
        pipeline.write(graph(TEXTS[1]), resources(), tmp_path)
    assert digests(tmp_path) == before


def test_base_of_ids_is_one_setting() -> None:
    """Every IRI of an entity stands under the base."""
    text = "".join(turtle(whole(), resources().vocabulary, base="https://example.org/id/"))
    assert BASE not in text
    rdf = RdfGraph().parse(data=text)
    for entity in whole().entities:
        assert (URIRef(f"https://example.org/id/{entity.id}"), RDF.type, None) in rdf


def test_reading_makes_no_circles() -> None:
    """The collector is off while a text is read, so nothing may be left for it; then it is as it was."""
    pipeline.extract(document(TEXTS[0], "d"), resources())
    gc.collect()
    pipeline.extract(document(TEXTS[0], "d"), resources())
    assert gc.isenabled()
    assert gc.collect() == 0
