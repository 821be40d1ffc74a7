"""What waits on the disk comes back as it was, however little of it is in memory."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.disk import Cabinet, Picked, Shelf, Sorter, at, in_order, scratch, sorter
from kg.disk import shelf as shelf_
from kg.errors import InputError

ROWS = st.lists(st.tuples(st.integers(0, 9), st.text(max_size=3)), max_size=40)


@pytest.fixture(autouse=True)
def _little(monkeypatch: pytest.MonkeyPatch) -> None:
    """Little memory, so that a few values go to the disk."""
    monkeypatch.setattr(sorter, "MOST", 5)
    monkeypatch.setattr(sorter, "LARGE", 3)
    monkeypatch.setattr(shelf_, "PAGE", 16)


def sorted_in_little_memory(rows: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The rows as a sorter hands them out that holds five."""
    most, sorter.MOST = sorter.MOST, 5
    try:
        return list(Sorter(rows))  # type: ignore[arg-type]
    finally:
        sorter.MOST = most


@given(ROWS)
def test_rows_come_out_sorted_whatever_fits_into_memory(rows: list[tuple[int, str]]) -> None:
    """Every row once for each time it was given."""
    assert sorted_in_little_memory(rows) == sorted(rows)


def test_a_sort_opens_one_file_however_many_runs_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system lets a process open some thousand files; a large corpus has more runs than that."""
    opened: list[scratch.Scratch] = []

    def counted() -> scratch.Scratch:
        opened.append(scratch.Scratch())
        return opened[-1]

    monkeypatch.setattr(sorter, "Scratch", counted)
    rows = [(n * 7 % 100, "字") for n in range(100)]
    assert list(Sorter(rows)) == sorted(rows)
    assert len(opened) == 1


def test_sorter_is_empty_once_asked() -> None:
    """What was handed out is not kept."""
    waiting = Sorter((n,) for n in range(7))
    assert len(list(waiting)) == 7
    assert list(waiting) == []


def test_shelf_gives_back_what_was_put_last(tmp_path: Path) -> None:
    """A value in the place of another is the one that is found; no file is left with a name."""
    with at(tmp_path / "new"):
        shelf: Shelf[tuple[object, ...]] = Shelf()
        for n in range(20):
            assert shelf.append((n, "字" * n, None, 0.5)) == n
        shelf.put(3, ("other",))
        assert list((tmp_path / "new").iterdir()) == []
    assert (shelf[3], shelf[-1], shelf[18:], len(shelf)) == (
        ("other",),
        (19, "字" * 19, None, 0.5),
        [(18, "字" * 18, None, 0.5), (19, "字" * 19, None, 0.5)],
        20,
    )


def test_shelves_are_equal_to_sequences_of_the_same_values() -> None:
    """As tuples are, which graphs made by hand hold."""
    shelf: Shelf[str] = Shelf()
    for word in "甲乙丙":
        shelf.append(word)
    assert shelf == ("甲", "乙", "丙")
    assert shelf != ("甲", "乙")
    assert list(Picked(shelf, (2, 0))) == ["丙", "甲"]
    assert in_order(shelf, str) is shelf
    assert in_order(("乙", "丙"), str) == ["丙", "乙"]


def test_changes_in_a_cabinet_last() -> None:
    """Also when what was changed had to make room since."""
    cabinet: Cabinet[list[int]] = Cabinet(tuple, list, room=2)
    for n in range(9):
        cabinet.append([n])
    for n in range(9):
        cabinet.change(n).append(-n)
    assert [cabinet[n] for n in range(9)] == [[n, -n] for n in range(9)]


def test_pinned_values_may_be_changed_after_others_were_asked_for() -> None:
    """Without a pin the change would be lost: the value had left memory."""
    cabinet: Cabinet[list[int]] = Cabinet(tuple, list, room=2)
    for n in range(9):
        cabinet.append([n])
    with cabinet.pinned():
        held = [cabinet.change(n) for n in range(9)]
        for one in held:
            one.append(7)
    assert all(cabinet[n] == [n, 7] for n in range(9))


def test_a_full_disk_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not with a traceback of this file."""

    class Full:
        """A file on a full disk."""

        def seek(self, _: int) -> None:
            """Anywhere."""

        def write(self, _: object) -> int:
            """Never."""
            raise OSError(28, "No space left on device")

        def close(self) -> None:
            """Without a word."""

    monkeypatch.setattr(scratch.tempfile, "TemporaryFile", lambda **_: Full())
    shelf: Shelf[str] = Shelf()
    with pytest.raises(InputError, match="no space left"):
        shelf.append("字" * 20)
