"""Two Turtle files, block by block."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.query import blocks

SOME = st.lists(st.sampled_from([b"a", b"b", b"c", b"d", b"e"]), max_size=12)


@given(SOME, SOME)
def test_what_is_not_told_apart_stands_in_both(old: list[bytes], new: list[bytes]) -> None:
    """Whatever subject is left out stands as often in one file as in the other."""
    found = set(blocks.unlike(old, new))
    counts = [Counter(b for b in some if b not in found) for some in (old, new)]
    assert counts[0] == counts[1]


def test_only_what_was_put_in_is_told() -> None:
    """A block in the middle and one at the end; the rest is found again."""
    old = [b"%d" % n for n in range(1000)]
    assert list(blocks.unlike(old, [*old[:500], b"x", *old[500:], b"y"])) == [b"x", b"y"]
    assert list(blocks.unlike([*old[:500], b"x", *old[500:]], old)) == [b"x"]
    assert list(blocks.unlike(old, old)) == []


def test_files_without_a_common_block_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory is bounded: so many blocks are read on, no more."""
    monkeypatch.setattr(blocks, "FARTHEST", 10)
    with pytest.raises(blocks.TooFarError):
        list(blocks.unlike([b"%d" % n for n in range(100)], [b"-%d" % n for n in range(100)]))


def test_blocks_end_at_an_empty_line_wherever_a_piece_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pieces in which a file is read leave no mark."""
    path = tmp_path / "graph.ttl"
    path.write_bytes(b"# title\n\na:1 a b:2 .\n\nc:3 a b:4 ;\n    d:5 6 .\n")
    for size in range(1, 12):
        monkeypatch.setattr(blocks, "PIECE", size)
        assert list(blocks.blocks(path)) == [b"# title", b"a:1 a b:2 .", b"c:3 a b:4 ;\n    d:5 6 ."]
    assert blocks.subject(b"a:1 a b:2 .") == b"a:1"
