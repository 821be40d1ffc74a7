"""The walk-through of docs/extend.md: its rows, put into a copy of ``ontology/``, are read."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kg import pipeline
from kg.fold import fold
from kg.model import Document, Fact

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "extend.md").read_text(encoding="utf-8")
EVENT, CLASS = "commendation", "Commendation"


def blocks(kind: str) -> dict[str, str]:
    """The code blocks of a kind on the page, by the word behind the kind."""
    return dict(re.findall(rf"^```{kind} (\S+)\n(.*?)^```", PAGE, flags=re.MULTILINE | re.DOTALL))


def notices(name: str) -> list[str]:
    """The lines of a block of notices."""
    return blocks("text")[name].splitlines()


def by_rank(row: str) -> tuple[bool, int, str]:
    """What the tables of measures are sorted by: rank, rows without one last, and code."""
    code, rank, *_ = row.split("\t")
    return not rank, int(rank or 0), code


@pytest.fixture(scope="module")
def ontology(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the ontology with the rows of the page; sorted tables stay sorted."""
    folder = tmp_path_factory.mktemp("extended") / "ontology"
    shutil.copytree(ROOT / "ontology", folder)
    for name, rows in blocks("tsv").items():
        path = folder / name
        header, *old = path.read_text(encoding="utf-8").splitlines()
        lines = [*old, *rows.splitlines()]
        if path.parent != folder:
            lines.sort(key=by_rank if path.parent.name == "schemes" else str)
        path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    for name, text in blocks("turtle").items():
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write("\n" + text)
    return folder


@pytest.fixture(scope="module")
def resources(ontology: Path) -> pipeline.Resources:
    """The copy, loaded."""
    return pipeline.load(ontology)


def read(text: str) -> Document:
    """A text of May 2023."""
    return Document("n1", text, fold(text), published="2023-05-08", published_basis="given")


def kg(*arguments: object, check: bool = True) -> str:
    """What a command prints."""
    found = subprocess.run(
        [sys.executable, "-m", "kg", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200", "NO_COLOR": "1"},
    )
    assert not check or found.returncode == 0, found.stdout + found.stderr
    return found.stdout


def extracted(ontology: Path, text: str, tmp_path: Path) -> list[dict[str, Any]]:
    """The events that `kg extract` prints for a text."""
    path = tmp_path / "notice.txt"
    path.write_text(text, encoding="utf-8")
    events: list[dict[str, Any]] = json.loads(kg("extract", path, "--ontology", ontology))["events"]
    return events


def facts(text: str, resources: pipeline.Resources, kind: str) -> list[Fact]:
    """The facts of a class in the graph of a text."""
    return [f for f in pipeline.build([read(text)], resources).facts if f.kind == kind]


def test_the_page_adds_what_it_says() -> None:
    """One measure with two more spellings; one word and two roles; one class."""
    (measure,) = blocks("tsv")["schemes/org-measure.tsv"].splitlines()
    assert len(measure.split("\t")[5].split("|")) == 2
    assert len(blocks("tsv")["lexicon/triggers.tsv"].splitlines()) == 1
    assert len(blocks("tsv")["frames.tsv"].splitlines()) == 2
    assert list(blocks("turtle")) == ["kg.ttl"]


def test_the_ontology_that_comes_with_kg_knows_neither() -> None:
    """Without the rows, the notices of the page tell no such measure and no such event."""
    plain = pipeline.load()
    for text in (*notices("measure"), *notices("event")):
        claims = pipeline.extract(read(text), plain).claims
        assert {c.type for c in claims} <= {"post"}


def test_the_check_has_nothing_to_say(ontology: Path) -> None:
    """`kg check` finds nothing in the rows of the page."""
    found = set(kg("check", "--ontology", ontology, check=False).splitlines())
    assert [f for f in found if any(w in f for w in ("public-apology", "表彰", EVENT, CLASS, "sorted"))] == []


@pytest.mark.parametrize(
    ("number", "target", "agent", "date"),
    [(0, "赵试样", None, "2023-03"), (1, "钱样本", "怀宁县纪委", None)],
)
def test_the_measure_is_extracted(
    number: int, target: str, agent: str | None, date: str | None, ontology: Path, tmp_path: Path
) -> None:
    """Each spelling gives a sanction with the measure's name, its target, and who decided it."""
    events = extracted(ontology, notices("measure")[number], tmp_path)
    (sanction,) = (e for e in events if e["type"] == "sanction")
    assert (sanction["target"], sanction["measure"]) == ([target], ["公开道歉"])
    assert sanction.get("agent") == ([agent] if agent else None)
    assert sanction.get("date") == date


def test_the_measure_is_in_the_graph(resources: pipeline.Resources) -> None:
    """The fact has the class of its vocabulary and points to the new term."""
    (fact,) = facts(notices("measure")[0], resources, "OrganizationalMeasure")
    assert fact.fillers("measure") == ("voc/org-measure/public-apology",)


def test_the_event_is_claimed(resources: pipeline.Resources) -> None:
    """The engine fills both roles from the rows alone."""
    named, counted = (pipeline.extract(read(text), resources).claims for text in notices("event"))
    (claim,) = (c for c in named if c.type == EVENT)
    assert [(v.label) for v in claim.all("agent")] == ["怀宁县委"]
    assert [v.name for v in claim.all("target")] == ["赵试样"]
    (claim,) = (c for c in counted if c.type == EVENT)
    assert [v.count for v in claim.all("target")] == [12]
    assert claim.time.edtf == "2023-03"


@pytest.mark.parametrize(
    "text",
    [
        "要对怀宁县水利局局长赵试样予以表彰。",
        "怀宁县委未对怀宁县水利局局长赵试样予以表彰。",
        "会议对此予以表彰。",
    ],
)
def test_demands_and_negations_are_no_event(text: str, resources: pipeline.Resources) -> None:
    """What is asked for, denied, or said of nobody is not claimed."""
    assert [c for c in pipeline.extract(read(text), resources).claims if c.type == EVENT] == []


def test_the_event_is_extracted(ontology: Path, tmp_path: Path) -> None:
    """`kg extract` prints the new event with both roles."""
    events = extracted(ontology, notices("event")[0], tmp_path)
    (found,) = (e for e in events if e["type"] == EVENT)
    assert (found["target"], found["agent"]) == (["赵试样"], ["怀宁县委"])


def test_the_event_is_in_the_graph(resources: pipeline.Resources) -> None:
    """The fact has the class of the page, and both roles."""
    (fact,) = facts(notices("event")[0], resources, CLASS)
    assert fact.fillers("patient")
    assert fact.fillers("agent")
