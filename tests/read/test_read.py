"""Inputs become documents; what cannot be read is set aside with its reason and stops nothing."""

import json
import os
from pathlib import Path

import pytest

from kg.model import Document
from kg.read import Known, Limits, Options, Rejected, partial_date, read
from kg.read.document import safe_id, text_id

TEXT = "甲县纪委通报。"


def outcome(*inputs: Path | str, **options: object) -> list[Document | Rejected | Known]:
    """Everything the reader says of some inputs."""
    return list(read([str(i) for i in inputs], Options(**options)))  # type: ignore[arg-type]


def rejection(path: Path, **options: object) -> Rejected:
    """The one rejection that reading a path gives."""
    (found,) = outcome(path, **options)
    assert isinstance(found, Rejected)
    return found


def test_a_text_file_is_one_document_with_true_offsets(tmp_path: Path) -> None:
    r"""Line ends, control characters and literal \r\n stay in the text."""
    path = tmp_path / "a.txt"
    raw = "甲县\r\n纪委\\r\\n\x0b通报"
    path.write_bytes(b"\xef\xbb\xbf" + raw.encode())
    (found,) = outcome(path, published="2023-05")
    assert isinstance(found, Document)
    assert found.text == raw
    assert len(found.folded) == len(raw)
    assert (found.published, found.published_basis, found.source) == ("2023-05", "given", str(path))
    assert found.id == text_id(raw)


def test_the_date_of_publication_and_its_basis(tmp_path: Path) -> None:
    """A given date first, then the address, then a dateline, and last the date said of all inputs."""
    line = TEXT + "\n发布时间:2023-05-08 来源:某网"
    address = "https://example.org/t20230612_1.html"
    rows: list[dict[str, str]] = [
        {"id": "a", "text": line, "url": address, "published": "2023-07"},
        {"id": "b", "text": line, "url": address},
        {"id": "c", "text": line},
        {"id": "d", "text": TEXT},
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    found = [
        (d.published, d.published_basis) for d in outcome(path, published="2022") if isinstance(d, Document)
    ]
    assert found == [
        ("2023-07", "given"),
        ("2023-06-12", "url"),
        ("2023-05-08", "dateline"),
        ("2022", "given"),
    ]


def test_a_folder_is_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    """Files of a tree come sorted; names that begin with a dot are left out."""
    for name in ("b/2.txt", "a.txt", "b/1.txt", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT + name, encoding="utf-8")
    found = outcome(tmp_path)
    assert [Path(d.source).name for d in found if isinstance(d, Document)] == ["a.txt", "1.txt", "2.txt"]


def test_json_lines_carry_their_fields(tmp_path: Path) -> None:
    """Id, title, address and date of a line are kept; a date of the line wins over the option."""
    path = tmp_path / "a.jsonl"
    rows = [
        {"id": "n1", "text": TEXT, "title": "通报", "url": "https://example.org/1", "published": "2023/5/8"},
        {"id": 7, "text": TEXT + "二", "title": None},
    ]
    path.write_text("\n\n".join(json.dumps(r) for r in rows), encoding="utf-8")
    first, second = outcome(path, published="2020")
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.id, first.title, first.url, first.published) == (
        "n1",
        "通报",
        "https://example.org/1",
        "2023-05-08",
    )
    assert (second.id, second.published, second.source) == ("7", "2020", f"{path}:3")


def test_json_lines_are_known_by_content(tmp_path: Path) -> None:
    """A file of JSON lines needs no suffix."""
    path = tmp_path / "feed"
    path.write_text(json.dumps({"text": TEXT}) + "\n", encoding="utf-8")
    (found,) = outcome(path)
    assert isinstance(found, Document)
    assert found.text == TEXT


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "甲', "broken JSON: "),
        ("[]", "a JSON value that is no object"),
        ("{}", 'no "text"'),
        ('{"text": 5}', '"text" is no string'),
        ('{"text": "甲县", "published": "soon"}', "published 'soon' is no date"),
        ('{"text": "甲县", "published": "2023-13"}', "published '2023-13' is no date"),
        ('{"text": "\\ud800甲"}', "half a surrogate pair"),
        ('{"text": "plain"}', "no Chinese in the text"),
        ('{"text": " "}', "empty"),
        ("[" * 100_000, "nested or numbered beyond reason"),
    ],
)
def test_a_bad_line_is_named_and_the_next_is_read(tmp_path: Path, line: str, reason: str) -> None:
    """The message holds file and line; the lines around it become documents."""
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"text": "{TEXT}"}}\n{line}\n{{"text": "{TEXT}二"}}\n', encoding="utf-8")
    first, bad, last = outcome(path)
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(bad, Rejected)
    assert bad.place == f"{path}:2"
    assert reason in bad.reason


def test_a_line_too_long_is_skipped_whole(tmp_path: Path) -> None:
    """A line beyond the limit is one rejection, however long, and the next line is read."""
    path = tmp_path / "a.jsonl"
    path.write_text("x" * 5000 + f'\n{{"text": "{TEXT}"}}\n', encoding="utf-8")
    bad, good = outcome(path, limits=Limits(max_bytes=1000))
    assert isinstance(bad, Rejected)
    assert "a line of more than 1,000 bytes" in bad.reason
    assert isinstance(good, Document)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"\x00\x01\x02\x03" * 50, "binary, not text"),
        ("甲县".encode() + b"\xff", "neither UTF-8"),
        (b"plain English", "no Chinese in the text"),
    ],
)
def test_a_bad_file_is_one_line(tmp_path: Path, content: bytes, reason: str) -> None:
    """Empty, binary, undecodable and foreign files are told apart."""
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert reason in rejection(path).reason


def test_limits_name_their_option(tmp_path: Path) -> None:
    """A document or file too large says which option raises the limit."""
    path = tmp_path / "a.txt"
    path.write_text("甲" * 100, encoding="utf-8")
    assert "--limit max-chars" in rejection(path, limits=Limits(max_chars=99)).advice
    assert "--limit max-bytes" in rejection(path, limits=Limits(max_bytes=99)).advice


def test_paths_that_are_no_files(tmp_path: Path) -> None:
    """A missing path and a pipe are set aside, and neither blocks."""
    assert rejection(tmp_path / "none").reason == "no such file or folder"
    os.mkfifo(tmp_path / "pipe")
    assert rejection(tmp_path / "pipe").reason == "neither a file nor a folder"


def test_addresses_are_not_gone_to() -> None:
    """An address is one line that says so."""
    (found,) = outcome("https://example.org/a.html")
    assert isinstance(found, Rejected)
    assert found.reason == "an address, and the network is off"


def test_one_text_twice_and_one_id_for_two_texts(tmp_path: Path) -> None:
    """A repetition is known, not built again; an id used for another text is refused."""
    path = tmp_path / "a.jsonl"
    rows = [{"id": "x", "text": TEXT}, {"id": "x", "text": TEXT}, {"id": "x", "text": TEXT + "二"}]
    path.write_text("\n".join(json.dumps(r) for r in rows), encoding="utf-8")
    first, again, clash = outcome(path)
    assert isinstance(first, Document)
    assert isinstance(again, Known)
    assert isinstance(clash, Rejected)
    assert "stands for another text" in clash.reason


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("d031", "d031"),
        ("2023.05-a_b", "2023.05-a_b"),
        ("", ""),
        ("文1", "1-"),
        ("../../etc", "etc-"),
        ("a..b", "a-b-"),
        (".x", "x-"),
    ],
)
def test_ids_are_fit_for_an_iri(given: str, safe: str) -> None:
    """An id that could harm an IRI or a path is replaced by its fit part and a digest."""
    found = safe_id(given)
    assert found == safe if not safe.endswith("-") else found.startswith(safe)
    assert ".." not in found
    assert not found.startswith(".")


def test_different_ids_stay_different() -> None:
    """Ids that differ only in characters left out do not fall together."""
    assert len({safe_id(i) for i in ("文", "件", "a/b", "a:b", "a b")}) == 5


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2023", "2023"),
        ("2023-5", "2023-05"),
        ("2023-05-08T10:00:00+08:00", "2023-05-08"),
        ("2023.5.8", "2023-05-08"),
    ],
)
def test_partial_dates(written: str, date: str) -> None:
    """A date keeps the precision it has."""
    assert partial_date(written) == date


@pytest.mark.parametrize("written", ["", "23", "2023-00", "2023-02-30", "2023年5月", "2023-05-08x"])
def test_no_dates(written: str) -> None:
    """What is no date is refused, not guessed."""
    with pytest.raises(ValueError, match=r".*"):
        partial_date(written)
