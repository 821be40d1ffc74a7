"""Readings on the disk: read once, redone where damaged or where anything that decides them has changed."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from built import document, resources

from kg import pipeline
from kg.errors import InputError
from kg.kept.cache import FILE, FOLDER, Kept, edition
from kg.model import Document, Graph

TEXTS = [
    document("2023年2月,望江县住建局局长赵试样受到政务记大过处分。", "a"),
    document("宿松县教育局副局长钱样本涉嫌严重违纪违法,目前正接受宿松县纪委监委纪律审查和监察调查。", "b"),
    document("今天天气很好。", "c"),
]


class Counting:
    """Counts the texts that are really read."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.read: list[str] = []
        real = pipeline.extract

        def extract(made: Document, loaded: pipeline.Resources) -> object:
            self.read.append(made.id)
            return real(made, loaded)

        monkeypatch.setattr(pipeline, "extract", extract)

    def taken(self) -> list[str]:
        """The ids read since the last time."""
        found, self.read = self.read, []
        return found


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counting]:
    """A count of what is read."""
    return Counting(monkeypatch)


def built(out: Path, texts: list[Document]) -> tuple[Graph, int]:
    """The graph of some texts with what is kept in a folder, and how many kept lines were damaged."""
    with closing(Kept(out, resources().folder)) as known:
        return pipeline.build(texts, resources(), known=known), known.damaged


def test_only_new_texts_are_read(tmp_path: Path, counting: Counting) -> None:
    """The second build reads what the first did not, and makes the graph of all from scratch."""
    built(tmp_path, TEXTS[:2])
    assert counting.taken() == ["a", "b"]
    again, damaged = built(tmp_path, TEXTS)
    assert counting.taken() == ["c"]
    assert damaged == 0
    assert again == pipeline.build(TEXTS, resources())


def test_another_date_or_ontology_is_read_anew(tmp_path: Path, counting: Counting) -> None:
    """A reading counts for the same text, date, title, ontology and code only."""
    built(tmp_path, TEXTS)
    counting.taken()
    built(tmp_path, [replace(TEXTS[0], published="2022"), *TEXTS[1:]])
    assert counting.taken() == ["a"]
    other = tmp_path / "ontology"
    shutil.copytree(resources().folder, other)
    with (other / "kg.ttl").open("a", encoding="utf-8") as stream:
        stream.write("# changed\n")
    assert edition(other) != edition(resources().folder)
    with closing(Kept(tmp_path, other)) as known:
        assert TEXTS[1] not in known


@pytest.mark.parametrize("place", [0, 20, -1])
def test_a_damaged_line_is_read_anew(tmp_path: Path, counting: Counting, place: int) -> None:
    """One byte changed anywhere in a line is noticed, and the graph is the same."""
    whole, _ = built(tmp_path, TEXTS)
    counting.taken()
    with closing(sqlite3.connect(tmp_path / FOLDER / FILE)) as file:
        key, line = file.execute("SELECT key, line FROM readings LIMIT 1").fetchone()
        wrong = bytearray(line)
        wrong[place] ^= 1
        file.execute("UPDATE readings SET line = ? WHERE key = ?", (bytes(wrong), key))
        file.commit()
    again, damaged = built(tmp_path, TEXTS)
    assert len(counting.taken()) == 1
    assert damaged > 0
    assert again == whole


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100, None])
def test_a_broken_file_is_begun_anew(tmp_path: Path, counting: Counting, content: bytes | None) -> None:
    """A file that is empty, something else or cut in the middle costs the time to read again, no more."""
    whole, _ = built(tmp_path, TEXTS)
    counting.taken()
    path = tmp_path / FOLDER / FILE
    path.write_bytes(path.read_bytes()[:5000] if content is None else content)
    again, _ = built(tmp_path, TEXTS)
    assert counting.taken() == ["a", "b", "c"]
    assert again == whole


def test_what_is_taken_out_leaves_nothing(tmp_path: Path) -> None:
    """After a build without a text none of its bytes can be found in the file."""
    built(tmp_path, TEXTS)
    with closing(sqlite3.connect(tmp_path / FOLDER / FILE)) as file:
        lines = {row[0] for row in file.execute("SELECT line FROM readings")}
    built(tmp_path, TEXTS[1:])
    content = (tmp_path / FOLDER / FILE).read_bytes()
    assert sum(line in content for line in lines) == 2


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """One line with the place and the reason."""
    (tmp_path / FOLDER).write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(InputError, match=r"readings\.db"):
        Kept(tmp_path, resources().folder)
