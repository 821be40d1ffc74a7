"""How much of the first article is found: facts of 70, mechanisms of 23.

python scripts/coverage.py            the two figures, and what is missing python scripts/coverage.py --all
every fact, found or missing

Reads the table of facts (1.1) and of mechanisms (1.3) of the domain study beside the repository, and what
the pipeline reads in the article. A fact is found when claims of its type cover at least half of its words,
at each place the text tells it, and hold the number it counts, if any. Where the study is not there, that
is said and nothing fails.
"""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass
from pathlib import Path

from kg import pipeline
from kg.read import Options, Raw, document
from kg.relate.claim import Claim
from kg.values import GroupValue

ROOT = Path(__file__).resolve().parents[1]
STUDY = ROOT.parent / "shared" / "design" / "domain.md"
ARTICLE = ROOT.parent / "shared" / "seed" / "article.txt"
PUBLISHED = "2023-05"
HALF = 0.5
NUMBER, KIND, OBJECT, COUNT, QUOTE, SPAN = 0, 1, 4, 5, -3, -2
"""Columns of table 1.1."""
CELLS = 13
TYPES = (
    ("Mandated", "requirement"),
    ("Trend", "trend"),
    ("Reporting", "report"),
    ("Issuance", "issuance"),
    ("Alias", "alias"),
    ("DocStatement", "definition"),
    ("Post", "post"),
    ("Tenure", "post"),
    ("Clearing", "clearing"),
    ("Handling", "sanction"),
    ("Statement", "statement"),
    ("Notification", "exposure"),
    ("Conduct", "conduct"),
    ("Characterisation", "characterisation"),
    ("Sanction", "sanction"),
    ("Publication", "publication"),
    ("Republication", "republication"),
)
"""How the type of a fact begins in the study -> type of the claim that stands for it; demands apart."""
UNITS = {"person": "person", "persons": "person", "organisation": "organisation", "cases": "case"}


@dataclass(frozen=True)
class Row:
    """One fact of the study, with every place where the text tells it."""

    id: str
    kind: str
    quote: str
    places: tuple[tuple[int, int], ...]
    count: str

    def found(self, claims: list[Claim]) -> bool:
        """Whether claims of its type stand for it."""
        own = [c for c in claims if c.type == self.kind and counted(c, self.count)]
        return all(share(place, own) >= HALF for place in self.places)


def main() -> None:
    """Print what is missing, or every fact, and the two figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--all", action="store_true", help="every fact, not only those missing")
    options = parser.parse_args()
    for path in (STUDY, ARTICLE):
        if not path.exists():
            print(f"left out: {path.name} is not beside the repository")
            return
    claims, text = read()
    rows = table(text)
    absent = [row for row in rows if not row.found(claims)]
    for row in rows if options.all else absent:
        print(f"{'missing' if row in absent else 'found'}\t{row.id}\t{row.kind}\t{row.quote}")
    wanted = mechanisms()
    named = {str(v) for c in claims for role in ("mechanism", "based_on") for v in c.all(role)}
    lost = [names for names in wanted if not named & names]
    for names in lost:
        print(f"missing\tmechanism\t{'/'.join(sorted(names))}")
    for claim in claims:
        if claim.type == "requirement" and not any(within(claim, p) for r in rows for p in r.places):
            print(f"no fact\trequirement\t{text[claim.start : claim.end]}")
    have, known = len(rows) - len(absent), len(wanted) - len(lost)
    print(f"facts {have} of {len(rows)}, mechanisms {known} of {len(wanted)}")


def read() -> tuple[list[Claim], str]:
    """The claims of the article, and its text."""
    raw = Raw(ARTICLE.read_bytes().decode("utf-8"), "article", published=PUBLISHED)
    article = document(raw, Options())
    return list(pipeline.extract(article, pipeline.load()).claims), article.text


def table(text: str) -> list[Row]:
    """The facts of table 1.1."""
    rows = []
    for line in STUDY.read_text(encoding="utf-8").splitlines():
        cells = [c.strip() for c in line.strip().strip("|").split("|")]
        span = re.match(r"(\d+)–(\d+)", cells[SPAN]) if len(cells) >= CELLS else None
        if span and re.fullmatch(r"F\d+b?", cells[NUMBER]):
            places = told(cells[QUOTE], int(span[1]), int(span[2]), text, again="×" in cells[SPAN])
            rows.append(Row(cells[NUMBER], kind_of(cells[KIND]), cells[QUOTE], places, cells[COUNT]))
    return rows


def told(quote: str, start: int, end: int, text: str, *, again: bool) -> tuple[tuple[int, int], ...]:
    """The places of a fact: the span given, or all of its words where the study says they stand twice."""
    if not again:
        return ((start, end),)
    return tuple((m.start(), m.end()) for m in re.finditer(re.escape(quote), text))


def kind_of(words: str) -> str:
    """The claim type of a fact's type."""
    if "(req)" in words:
        return "requirement"
    return next(kind for start, kind in TYPES if words.startswith(start))


def share(place: tuple[int, int], claims: list[Claim]) -> float:
    """How much of a place the claims cover together."""
    start, end = place
    covered = {n for c in claims for n in range(max(start, c.start), min(end, c.end))}
    return len(covered) / (end - start)


def within(claim: Claim, place: tuple[int, int]) -> bool:
    """Whether a claim lies mostly in a place."""
    shared = min(place[1], claim.end) - max(place[0], claim.start)
    return shared >= HALF * (claim.end - claim.start)


def counted(claim: Claim, count: str) -> bool:
    """Whether a claim holds the number that a fact counts (32 persons, 5 cases)."""
    words = re.match(r"(\d+) (\w+)", count)
    unit = UNITS.get(words[2]) if words else None
    if words is None or unit is None:
        return True
    groups = [f.value for f in claim.fillers if isinstance(f.value, GroupValue)]
    return int(words[1]) in claim.all("count") or any(
        g.count == int(words[1]) and g.unit == unit for g in groups
    )


def mechanisms() -> list[frozenset[str]]:
    """The mechanisms of table 1.3, each with its spellings; two in one row are two."""
    text = STUDY.read_text(encoding="utf-8")
    part = text[text.index("## 1.3") : text.index("## 1.4")]
    names = [line.split("|")[1] for line in part.splitlines() if line.startswith("| ")][1:]
    return [spellings(name) for row in names for name in row.split(";")]


def spellings(name: str) -> frozenset[str]:
    """The spellings of one name."""
    return frozenset(n.strip().strip("“”") for n in name.split("/"))


if __name__ == "__main__":
    main()
