"""ontology/README.md: every kind of word has its line, in the section of the file that holds it."""

from __future__ import annotations

import re
from pathlib import Path

from kg.lexicon import read_words
from kg.ontology_dir import find

FOLDER = find().path
ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "ontology" / "README.md").read_text(encoding="utf-8")
_FILE = re.compile(r"`(\w+\.tsv)`")
_CELL = re.compile(r"`([a-z.-]+)`")


def documented() -> set[tuple[str, str]]:
    """Every (file, kind) that the README describes: a section's files with the kinds of its table."""
    found: set[tuple[str, str]] = set()
    for section in TEXT.partition("## The kinds")[2].split("\n### ")[1:]:
        head, _, table = section.partition("\n| kind |")
        kinds = {
            k for line in table.split("\n") if line.startswith("| `") for k in _CELL.findall(first(line))
        }
        found |= {(file, kind) for file in _FILE.findall(head) for kind in kinds}
    return found


def first(line: str) -> str:
    """The first cell of a row."""
    return line.split("|")[1]


def test_every_kind_is_described() -> None:
    """No word of the lexicon has a kind that the section of its file does not describe."""
    held = {(p.name, w.kind) for p in (FOLDER / "lexicon").glob("*.tsv") for w in read_words(p)}
    assert held - documented() == set()


def test_no_kind_is_described_that_is_gone() -> None:
    """No line describes a kind that no word has."""
    kinds = {w.kind for p in (FOLDER / "lexicon").glob("*.tsv") for w in read_words(p)}
    assert {kind for _, kind in documented()} - kinds == set()


def test_every_file_is_named() -> None:
    """Every file and folder of the ontology stands in the README."""
    names = [p.name for p in FOLDER.iterdir() if p.name != "README.md"]
    names += [p.name for p in (FOLDER / "lexicon").iterdir() if p.name != "README.md"]
    assert [n for n in sorted(names) if n not in TEXT] == []
