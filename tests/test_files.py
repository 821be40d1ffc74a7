"""Writing leaves the old file or the new one, never half of either."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.files import write, write_all


def test_writes_text_bytes_and_pieces(tmp_path: Path) -> None:
    """Content may come whole or in pieces; folders are made."""
    write_all(tmp_path / "a" / "b", {"one": "甲\n", "two": b"\x00", "three": iter(["x", "乙"])})
    folder = tmp_path / "a" / "b"
    assert (folder / "one").read_bytes() == "甲\n".encode()
    assert (folder / "two").read_bytes() == b"\x00"
    assert (folder / "three").read_text(encoding="utf-8") == "x乙"


def test_a_failure_leaves_the_old_files(tmp_path: Path) -> None:
    """An error half way leaves every file as it was and no part behind."""

    def broken() -> Iterator[str]:
        yield "half"
        raise ValueError("in the middle")

    write(tmp_path / "one", "old")
    with pytest.raises(ValueError, match="in the middle"):
        write_all(tmp_path, {"one": "new", "two": broken()})
    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == {"one": "old"}


def test_what_the_system_refuses_is_one_line(tmp_path: Path) -> None:
    """A folder that cannot be made is an InputError that names it."""
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="file/below: cannot be written: "):
        write(tmp_path / "file" / "below" / "x", "text")
