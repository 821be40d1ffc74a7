"""What a build does last: the store kept, the shapes asked, the slim file and the run times on demand."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest
from sample import sample_graph
from typer.testing import CliRunner

from kg import pipeline, query
from kg.cli import app
from kg.cli.publish import publish, tell
from kg.export.shacl import validate
from kg.ids import BASE
from kg.model import Fact, Graph, Role

RUN = CliRunner()
EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "examples"
ONE = EXAMPLES / "1-case-list.txt"
OTHER = EXAMPLES / "4-clearing.txt"
TIMES = ("prov:startedAtTime", "prov:endedAtTime")


def built(out: Path, *options: str, source: Path = ONE) -> str:
    """Build one notice; what was printed."""
    done = RUN.invoke(app, ["build", str(source), "-o", str(out), *options])
    assert done.exit_code == 0, done.output
    return done.output


def named(out: Path) -> set[str]:
    """The named graphs of the kept store."""
    return {str(g.value) for g in ox.Store.read_only(str(out / query.store.STORE)).named_graphs()}


def test_a_build_keeps_the_store_that_answers(tmp_path: Path) -> None:
    """The store is made from this Turtle and holds a graph a text; a second build and a removal renew it."""
    built(tmp_path, "-q")
    assert query.is_current(tmp_path)
    assert len(named(tmp_path)) == 1
    built(tmp_path, "-q", source=OTHER)
    assert query.is_current(tmp_path)
    texts = sorted(named(tmp_path))
    assert len(texts) == 2
    done = RUN.invoke(app, ["remove", str(tmp_path), texts[0].rsplit("/", 1)[-1]])
    assert done.exit_code == 0, done.output
    assert query.is_current(tmp_path)
    assert named(tmp_path) == {texts[1]}


def held(out: Path) -> tuple[set[ox.Quad], set[str]]:
    """Every statement of the kept store, and its graphs."""
    return set(ox.Store.read_only(str(out / query.store.STORE))), named(out)


def test_a_store_that_is_added_to_is_the_one_made_anew(tmp_path: Path) -> None:
    """The store of an earlier build takes up a text, and shares its files with the one before."""
    built(tmp_path / "grown", "-q", source=EXAMPLES)
    before = {p.stat().st_ino for p in (tmp_path / "grown" / query.store.STORE).glob("*.sst")}
    more = tmp_path / "more.txt"
    more.write_text("2023年2月,甲县水利局局长赵试样受到政务警告处分。", encoding="utf-8")
    built(tmp_path / "grown", "-q", source=more)
    after = {p.stat().st_ino for p in (tmp_path / "grown" / query.store.STORE).glob("*.sst")}
    assert before & after
    built(tmp_path / "anew", "-q", source=EXAMPLES)
    shutil.rmtree(tmp_path / "anew" / query.store.STORE)
    built(tmp_path / "anew", "-q", source=more)
    assert query.is_current(tmp_path / "grown")
    assert held(tmp_path / "grown") == held(tmp_path / "anew")


def test_a_store_of_a_changed_text_is_the_one_made_anew(tmp_path: Path) -> None:
    """The old wording is in none of its statements, and in none of its files."""
    for name, number in (("old", "28"), ("new", "31")):
        row = {"id": "t", "text": f"2022年,望江县纪委监委为{number}名受到不实举报的干部澄清正名。"}
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    built(tmp_path / "grown", "-q", source=EXAMPLES)
    built(tmp_path / "grown", "-q", source=tmp_path / "old.jsonl")
    before = held(tmp_path / "grown")
    built(tmp_path / "grown", "-q", source=tmp_path / "new.jsonl")
    built(tmp_path / "anew", "-q", source=EXAMPLES)
    built(tmp_path / "anew", "-q", source=tmp_path / "new.jsonl")
    assert held(tmp_path / "grown") == held(tmp_path / "anew") != before
    turtle = tmp_path / "grown" / query.store.STORE / "graph.ttl"
    assert "28名受到" not in turtle.read_text(encoding="utf-8")


def test_a_removed_text_leaves_nothing_in_the_files_of_the_store(tmp_path: Path) -> None:
    """The store is made anew then, since one that is added to never forgets a string."""
    text = tmp_path / "gone.txt"
    text.write_text("2023年2月,甲县水利局局长赵试样受到政务警告处分。", encoding="utf-8")
    built(tmp_path / "out", "-q", source=EXAMPLES)
    before = named(tmp_path / "out")
    built(tmp_path / "out", "-q", source=text)
    (new,) = named(tmp_path / "out") - before
    kept = {p.stat().st_ino for p in (tmp_path / "out" / query.store.STORE).glob("*.sst")}
    assert RUN.invoke(app, ["remove", str(tmp_path / "out"), new.rsplit("/", 1)[-1]]).exit_code == 0
    assert named(tmp_path / "out") == before
    assert not kept & {p.stat().st_ino for p in (tmp_path / "out" / query.store.STORE).glob("*.sst")}
    turtle = tmp_path / "out" / query.store.STORE / "graph.ttl"
    assert new.rsplit("/", 1)[-1] not in turtle.read_text(encoding="utf-8")


def test_answers_of_store_and_turtle_agree(tmp_path: Path) -> None:
    """All shipped queries give the same rows on the kept store as on the Turtle file alone."""
    built(tmp_path, "-q", source=EXAMPLES)
    for shipped in query.shipped():
        assert query.run(tmp_path, shipped.stem).rows == query.run(tmp_path / "graph.ttl", shipped.stem).rows


def test_a_folder_that_can_hold_no_store_is_built_all_the_same(tmp_path: Path) -> None:
    """A file where the store should be: the build ends well, a note says so, queries read the Turtle."""
    (tmp_path / query.store.STORE).write_text("in the way", encoding="utf-8")
    (tmp_path / f".{query.store.STORE}.part").write_text("in the way", encoding="utf-8")
    assert "queries will load the Turtle" in built(tmp_path)
    assert len(query.run(tmp_path, "cq02").rows) > 0


def test_findings_of_the_shapes_stand_in_the_summary(tmp_path: Path) -> None:
    """Each broken rule with its number; the same rules as kg validate names."""
    summary = built(tmp_path, source=EXAMPLES)
    told = {tuple(r[1:]) for line in summary.splitlines() if (r := line.split("\t"))[0] == "shapes"}
    rules = [f"{f.severity} {f.rule}" for f in validate(tmp_path).findings]
    assert told == {(rule, str(rules.count(rule))) for rule in rules}
    assert told


def test_a_violation_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A graph that breaks a rule is written, the report says which, and one note says how many."""
    broken = Fact("fact/000000000001", "Issuance", "无主", (Role("agent", "org/x"),), agent_status="stated")
    graph = sample_graph()
    report = publish(
        Graph(graph.documents, graph.entities, (*graph.facts, broken), graph.edges), pipeline.load(), tmp_path
    )
    assert not report.conforms
    assert {f.rule for f in report.findings if f.node.endswith("000000000001")} >= {
        "S1-evidence",
        "S3-document",
    }
    tell(report, tmp_path)
    assert re.match(r"kg: \d+ violations", capsys.readouterr().err)


def test_slim_and_full_hold_the_same_facts_and_edges(tmp_path: Path) -> None:
    """One switch writes both; the slim file is part of the full one and lacks only claims and evidence."""
    built(tmp_path, "-q", "--slim", source=EXAMPLES)
    slim, full = (
        {q.triple for q in ox.parse(path=str(tmp_path / name), format=ox.RdfFormat.TURTLE)}
        for name in (pipeline.SLIM, "graph.ttl")
    )
    assert slim < full
    gone = [t for t in full - slim if not t.predicate.value.endswith(("#evidence", "#mention"))]
    folders = {str(t.subject.value).removeprefix(BASE).split("/")[0] for t in gone}
    assert folders == {"claim", "edge", "ev"}
    built(tmp_path, "-q", source=OTHER)
    assert not (tmp_path / pipeline.SLIM).exists()


def test_run_times_only_where_asked_for(tmp_path: Path) -> None:
    """--provenance adds two times with a zone, the end not before the beginning; without it no clock."""
    built(tmp_path, "-q")
    plain = (tmp_path / "graph.ttl").read_text(encoding="utf-8")
    assert not any(name in plain for name in TIMES)
    built(tmp_path, "-q", "--provenance")
    timed = (tmp_path / "graph.ttl").read_text(encoding="utf-8")
    found = [re.search(rf'{name} "([0-9TZ:-]+)"\^\^xsd:dateTime', timed) for name in TIMES]
    began, ended = (m[1] for m in found if m)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", began)
    assert began <= ended
    assert len(timed.splitlines()) == len(plain.splitlines()) + 2


def test_a_lean_build_is_graph_and_evidence_alone(tmp_path: Path) -> None:
    """No page and no store, also where an earlier build left them; the graph is the same and can be asked."""
    built(tmp_path / "whole")
    built(tmp_path / "lean", "--lean")
    assert not (tmp_path / "lean" / "graph.html").exists()
    assert not (tmp_path / "lean" / "store").exists()
    whole = (tmp_path / "whole" / "graph.ttl").read_bytes()
    assert (tmp_path / "lean" / "graph.ttl").read_bytes() == whole
    built(tmp_path / "whole", "--lean", "--parts", "2")
    assert not (tmp_path / "whole" / "graph.html").exists()
    assert not (tmp_path / "whole" / "store").exists()
    assert len(list((tmp_path / "whole" / "parts").glob("*.nq"))) == 2
    assert query.run(tmp_path / "whole", "ASK { ?fact kg:evidence ?stretch }").rows
