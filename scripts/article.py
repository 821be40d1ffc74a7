"""How much of the first article is in the graph: its facts, its mechanisms, its competency questions.

    python scripts/article.py            three figures
    python scripts/article.py --missing  and what is not found, with what was found in its place

Expectations are read from the domain study beside the repository (parts 1.1, 1.3 and 3.9), so no sentence of
the article stands in here. A fact is found where the graph has a fact of its kind that rests on the same
words, with the same date and number, and with the agent named there.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg import pipeline
from kg.export.rdf.dates import days
from kg.export.turtle import turtle
from kg.model import Fact, Graph
from kg.query import answer, resolve
from kg.read import Options, read

ROOT = Path(__file__).resolve().parents[1]
STUDY = ROOT / "../shared/design/domain.md"
ARTICLE = ROOT / "../shared/seed/article.txt"
PUBLISHED = "2023-05-09"
HALF = 0.5
"""Share of the study's words that a fact's words must cover."""
KINDS = {
    "reporting": "Reporting",
    "issuance": "Issuance",
    "aliasdefinition": "AliasDefinition",
    "docstatement": "Definition",
    "directive": "Requirement",
    "trend": "TrendStatement",
    "aliasslip": "AliasSlip",
    "post": "Tenure",
    "mandatedrevision": "Requirement",
    "mandateddrafting": "Requirement",
    "clearing": "Clearing",
    "handling": "AccuserHandling",
    "statement": "Statement Requirement",
    "notification": "Notification",
    "conduct": "Conduct",
    "tenure": "Tenure",
    "characterisation": "Characterisation",
    "sanction": "GovernmentSanction",
    "publication": "Publication",
    "republication": "Republication",
}
"""First word of the study's event type -> classes of facts that may hold it."""
EDTF = re.compile(r"^(\.\.|\d{4}(-\d\d){0,2}~?(/\d{4}(-\d\d){0,2}~?)?)")
FULLER = {"a": 1.0, "b": 1.0, "organ": 1.0, "issuer": 1.0, "label": HALF}
"""Columns whose names may be fuller than those printed, and how much of the printed name they must hold."""


@dataclass(frozen=True)
class Row:
    """A fact of the study."""

    id: str
    kind: str
    agent: str
    count: str
    date: str
    start: int
    end: int


def cells(line: str) -> list[str]:
    """The cells of a table row of Markdown."""
    return [c.strip() for c in line.strip().strip("|").split("|")]


def rows(study: str) -> Iterator[Row]:
    """The fact table (1.1)."""
    for line in study.splitlines():
        if re.match(r"\| F\d", line):
            c = cells(line)
            span = re.search(r"(\d+)–(\d+)", c[12])
            if span:
                yield Row(c[0], c[1], c[2], c[5], c[6], int(span[1]), int(span[2]))


def classes(row: Row) -> list[str]:
    """The classes that may hold a row."""
    return KINDS[re.split(r"[ /(]", row.kind)[0].lower()].split()


def covers(facts: list[Fact], row: Row) -> bool:
    """Whether facts rest on the words of a row: one alone, or several that it is told in."""
    spans = [e.span for f in facts for w in f.witnesses for e in w.evidence]
    shared = {at for s in spans for at in range(max(s.start, row.start), min(s.end, row.end))}
    return len(shared) >= HALF * (row.end - row.start)


def inside(fact: Fact, row: Row) -> bool:
    """Whether a fact rests on words of a row and no others."""
    spans = [e.span for w in fact.witnesses for e in w.evidence]
    return all(row.start <= s.start and s.end <= row.end for s in spans)


def faults(fact: Fact, row: Row, graph: Graph) -> list[str]:
    """What a fact on the right words has wrong."""
    found = []
    date = EDTF.match(row.date)
    exact = (
        date
        and date[0] != ".."
        and fact.kind not in ("Tenure", "Publication", "Requirement", "TrendStatement")
    )
    if exact and date and ends(date[0]) != ends(fact.time.edtf):
        found.append(f"date {fact.time.edtf or 'none'}, wanted {date[0]}")
    number = re.match(r"(\d+) (?!case named)", row.count)
    if number and int(number[1]) not in numbers(fact, graph):
        found.append(f"numbers {numbers(fact, graph)}, wanted {number[1]}")
    agent = re.split(r"[ (/]", row.agent)[0]
    names = agents(fact, graph)
    unclear = row.agent[:3] in ("not", "(ar") or " or " in row.agent or re.match(r"D\d", agent)
    if agent and not unclear and not any(held(agent, n) for n in names):
        found.append(f"agent {names}, wanted {agent}")
    return found


def ends(edtf: str) -> tuple[str, str]:
    """First and last day of a date: the study writes one period with and without its first month."""
    first, _, last = edtf.partition("/")
    return days(first)[0], days(last or first)[1]


def held(name: str, fuller: str, share: float = 1.0) -> bool:
    """Whether a name is a shorter spelling of another: so much of its characters is in the other."""
    bare = re.sub(r"[()]", "", name)
    return sum(c in fuller for c in bare) >= share * len(bare)


def agents(fact: Fact, graph: Graph) -> list[str]:
    """Labels of whoever acts in a fact; for an act of a division, of the place."""
    labels = graph.labels()
    roles = (
        ("agent", "prescribedBy", "member", "place")
        if fact.agent_status == "metonym"
        else ("agent", "prescribedBy", "member")
    )
    return [labels[i] for role in roles for i in fact.fillers(role)]


def numbers(fact: Fact, graph: Graph) -> list[int]:
    """The counts in a fact: of its groups and of its cases."""
    entities = {e.id: e for e in graph.entities}
    items = [p for r in fact.roles if r.filler in entities for p in entities[r.filler].properties]
    return [
        p.value
        for p in (*items, *fact.properties)
        if p.predicate in ("cardinality", "count") and isinstance(p.value, int)
    ]


def missing_facts(study: str, graph: Graph) -> tuple[int, list[str]]:
    """How many rows there are, and a line for each that the graph lacks."""
    lines, total = [], 0
    for row in rows(study):
        total += 1
        near = [f for f in graph.facts if covers([f], row)]
        parts = [f for f in graph.facts if f.kind in classes(row) and inside(f, row)]
        if not near and covers(parts, row):
            continue
        fit = [f for f in near if f.kind in classes(row)]
        wrong = [faults(f, row, graph) for f in fit]
        if not any(not w for w in wrong):
            why = "; ".join(min(wrong, key=len)) if wrong else f"only {sorted({f.kind for f in near})}"
            lines.append(f"{row.id} {row.kind} {row.start}–{row.end}: {why}")
    return total, lines


def missing_mechanisms(study: str, graph: Graph) -> tuple[int, list[str]]:
    """The mechanisms of the study (1.3) that the graph lacks; two in one row are two."""
    part = study.split("## 1.3")[1].split("## 1.4", maxsplit=1)[0]
    names = [
        cells(line)[0]
        for line in part.splitlines()
        if line.startswith("| ") and not line.startswith("| mechanism")
    ]
    wanted = [n.strip(" “”") for name in names for n in name.split(";")]
    have = {n for e in graph.entities if e.kind == "Mechanism" for n in (e.label, *e.aliases)}
    return len(wanted), [w for w in wanted if not any(part.strip() in have for part in w.split("/"))]


def questions(study: str) -> Iterator[tuple[str, list[str], list[list[str]]]]:
    """Name, columns and rows of every competency question (3.9)."""
    part = study.split("## 3.9")[1]
    for block in re.split(r"\n\*\*CQ", part)[1:]:
        table = [cells(line) for line in block.splitlines() if line.startswith("|")]
        number = re.match(r"(\d+)([ab]?)", block)
        if number:
            yield f"cq{int(number[1]):02}{number[2]}", table[0], table[2:]


def same(columns: list[str], one: list[str], other: list[str]) -> bool:
    """Whether a row is as printed; lists inside a cell in any order, names fuller."""
    for column, wanted, got in zip(columns, one, other, strict=True):
        parts = [sorted(p for piece in cell.split("; ") for p in piece.split("、")) for cell in (wanted, got)]
        if parts[0] != parts[1] and not (column in FULLER and held(wanted, got, FULLER[column])):
            return False
    return True


def missing_questions(study: str, graph: Graph) -> tuple[int, list[str]]:
    """The competency questions whose rows differ, with the rows."""
    store = ox.Store()
    store.load("".join(turtle(graph, pipeline.load().vocabulary)).encode(), format=ox.RdfFormat.TURTLE)
    lines: dict[str, list[str]] = {}
    asked = set()
    for name, columns, wanted in questions(study):
        asked.add(name[:4])
        result = answer(store, resolve(name))
        got = [[str(c) for c in row] for row in result.rows]
        faults = [f"wanted {w}" for w in wanted if not any(same(columns, w, g) for g in got)]
        faults += [f"got {g}" for g in got if not any(same(columns, w, g) for w in wanted)]
        faults += [f"columns {result.columns}"] if list(result.columns) != columns else []
        if faults:
            lines.setdefault(name[:4], []).extend(f"{name}: {f}" for f in faults)
    return len(asked), ["\n  ".join(found) for found in lines.values()]


def measured() -> tuple[dict[str, tuple[int, int]], dict[str, list[str]]]:
    """Found and wanted, and what is missing, by what is counted."""
    study = STUDY.read_text(encoding="utf-8")
    documents = [d for d in read([str(ARTICLE)], Options(published=PUBLISHED)) if hasattr(d, "text")]
    graph = pipeline.build(documents, pipeline.load())  # type: ignore[arg-type]
    parts = {
        "facts": missing_facts(study, graph),
        "mechanisms": missing_mechanisms(study, graph),
        "questions": missing_questions(study, graph),
    }
    return {k: (n - len(m), n) for k, (n, m) in parts.items()}, {k: m for k, (_, m) in parts.items()}


def main() -> int:
    """Print the figures; 0 if the study is there."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])  # type: ignore[union-attr]
    parser.add_argument("--missing", action="store_true", help="show what is not found")
    options = parser.parse_args()
    if not (STUDY.exists() and ARTICLE.exists()):
        print("the domain study and the article are not beside the repository")
        return 1
    figures, missing = measured()
    for name, (found, wanted) in figures.items():
        print(f"{name}\t{found} of {wanted}")
        if options.missing:
            print("".join(f"  {line}\n" for line in missing[name]), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
