"""Parts for bulk loaders: together exactly what the N-Quads say, each whole, the same every time."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pyarrow.parquet as pq
import pyoxigraph as ox
import pytest
from sample import sample_graph

from kg.errors import InputError
from kg.export import parts
from kg.export.formats import View
from kg.export.formats.quads import named
from kg.export.turtle import turtle
from kg.ontology_dir import find
from kg.vocab import Vocabulary


def store() -> ox.Store:
    """The sample graph."""
    found = ox.Store()
    text = "".join(turtle(sample_graph(), Vocabulary.load(find().path)))
    found.bulk_load(text.encode(), format=ox.RdfFormat.TURTLE)
    return found


def quads(path: Path) -> set[ox.Quad]:
    """What a file says, to the parser of others."""
    return set(ox.parse(path=str(path), format=ox.RdfFormat.N_QUADS))


def test_the_parts_are_the_quads(tmp_path: Path) -> None:
    """Every statement in every graph that says it, once; a subject in one part; the table says the same."""
    folder = parts.write(store(), tmp_path / "parts", 3)
    found = [quads(p) for p in sorted(folder.glob("*.nq"))]
    assert len(found) == 3
    assert set().union(*found) == set(named(View.read(store())))
    assert sum(map(len, found)) == len(set().union(*found))
    subjects = [{q.subject for q in part} for part in found]
    assert len(set().union(*subjects)) == sum(map(len, subjects))
    for path in folder.glob("*.parquet"):
        rows = pq.read_table(path).to_pylist()
        lines = [" ".join(r[c] for c in parts.COLUMNS if r[c]) + " .\n" for r in rows]
        assert "".join(lines) == path.with_suffix(".nq").read_text(encoding="utf-8")


def test_the_index_tells_a_lost_or_cut_part(tmp_path: Path) -> None:
    """Every file stands in the index with its digest, and the counts add up."""
    folder = parts.write(store(), tmp_path / "parts", 2)
    index = json.loads((folder / parts.INDEX).read_text(encoding="ascii"))
    assert set(index["files"]) == {p.name for p in folder.iterdir()} - {parts.INDEX}
    for name, about in index["files"].items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == about["sha256"]
    assert index["statements"] == sum(len(quads(p)) for p in folder.glob("*.nq"))


def test_the_same_bytes_every_time(tmp_path: Path) -> None:
    """Two writes agree, and the second takes the place of the first."""
    first = {p.name: p.read_bytes() for p in parts.write(store(), tmp_path / "parts", 2).iterdir()}
    again = {p.name: p.read_bytes() for p in parts.write(store(), tmp_path / "parts", 2).iterdir()}
    assert first == again
    assert [p.name for p in tmp_path.iterdir()] == ["parts"]


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    """One line, and the old parts stand."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="cannot be written"):
        parts.write(store(), tmp_path / "file" / "parts", 2)
