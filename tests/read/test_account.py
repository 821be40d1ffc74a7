"""What goes in comes out: every document in is built, set aside with a reason, or known already."""

from __future__ import annotations

import gzip
import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packed import tarred, zipped

from kg.model import Document
from kg.read import Known, Limits, Options, Rejected, read

TEXT = "甲县纪委通报。赵试样受到党内警告处分。"
_BROKEN = b"\xff\xfe\x00\xd8\x00"


def outcomes(*inputs: Path | str, **options: object) -> tuple[int, int, int]:
    """How many documents, rejections and repetitions the reader finds."""
    found = list(read([str(i) for i in inputs], Options(**options)))  # type: ignore[arg-type]
    return tuple(sum(isinstance(f, kind) for f in found) for kind in (Document, Rejected, Known))  # type: ignore[return-value]


def test_a_folder_of_everything_is_counted_whole(tmp_path: Path) -> None:
    """Twelve inputs, twenty-one texts in them; built, set aside and known add up to all of them."""
    text = TEXT.encode()
    rows = [json.dumps({"id": str(n), "text": f"{TEXT}{n}"}) for n in range(3)]
    bundle = tarred({"a.txt": text + b"t", "e.zip": zipped({"f.txt": text + b"u"})})
    files = {
        "01-good.txt": (1, text),
        "02-again.txt": (1, text),
        "03-broken.txt": (1, _BROKEN),
        "04-empty.txt": (1, b""),
        "05-latin.txt": (1, b"no such language"),
        "06-rows.jsonl": (6, "\n".join([*rows, "{", rows[0], '{"id": "0", "text": "另一个"}']).encode()),
        "07-table.csv": (2, f"text\n{TEXT}a\n{TEXT}b\n".encode()),
        "08-no-rows.csv": (1, b"text\n"),
        "09-packed.zip": (3, zipped({"a.txt": text + b"z", "b.txt": _BROKEN, "c/d.txt": text})),
        "10-packed.tar.gz": (2, gzip.compress(bundle)),
        "11-empty.zip": (1, zipped({})),
        "12-picture.png": (1, b"\x89PNG\r\n\x1a\n"),
    }
    for name, (_, content) in files.items():
        (tmp_path / name).write_bytes(content)
    built, rejected, known = outcomes(tmp_path)
    assert (built, rejected, known) == (9, 9, 3)
    assert built + rejected + known == sum(count for count, _ in files.values()) == 21


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", b"text\n"),
        ("a.jsonl", b"\n\n"),
        ("a.zip", zipped({})),
        ("a.tar", tarred({"empty.jsonl": b""})),
        ("a.warc", b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"),
    ],
)
def test_a_file_that_holds_nothing_is_told(tmp_path: Path, name: str, content: bytes) -> None:
    """It is set aside once, not passed over."""
    (tmp_path / name).write_bytes(content)
    assert outcomes(tmp_path / name) == (0, 1, 0)


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    """A path mistyped by one folder shows itself."""
    assert outcomes(tmp_path) == (0, 1, 0)


CONTENTS = st.one_of(
    st.binary(max_size=80),
    st.text(max_size=40).map(lambda t: t.encode("utf-8", "surrogatepass")),
    st.sampled_from([TEXT.encode(), TEXT.encode("gb18030"), _BROKEN, b"", b"%PDF-1.4 broken"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(CONTENTS, max_size=6))
def test_plain_files_are_counted_one_by_one(contents: list[bytes]) -> None:
    """So many files, so many outcomes, whatever is in them; and no more, however often they are read."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, content in enumerate(contents):
            path = Path(folder) / f"{number}.bin"
            path.write_bytes(b"x" + content if content[:1] in b"{PG\x1f" else content)
            paths.append(path)
        first = outcomes(*paths, limits=Limits(max_bytes=10_000))
        assert sum(first) == len(paths)
        assert outcomes(*paths, limits=Limits(max_bytes=10_000)) == first
