"""PDF pages in columns, with heads and page numbers: sentences come out whole, in reading order."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from packed import pdf, placed

from kg.model import Document
from kg.read import Options
from kg.read import read as read_all

pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed (extra inputs)")

Words = list[tuple[float, float, str]]

TITLE = "怀宁县纪委通报五起不担当不作为典型问题"
WHOLE = (
    "怀宁县水利局局长赵试样不担当不作为问题。2021年至2022年,赵试样对河道清淤工程疏于监管,致使工程逾期"
    "九个月未完成。2023年2月,赵试样受到党内警告处分。怀宁县交通运输局副局长钱样本履职不力问题。2022年5月,"
    "钱样本未按规定组织验收,造成损失。2023年3月,钱样本受到政务记过处分。怀宁县农业农村局四级调研员孙例子"
    "弄虚作假问题。2022年8月,孙例子虚报补贴面积,受到党内严重警告处分。各级党组织要引以为戒,举一反三。"
)
FIRST, SECOND = WHOLE[:80], WHOLE[80:]
"""Two full lines of 40 characters, and what comes after: the cut is within a sentence."""


def wrapped(text: str, width: int) -> list[str]:
    """A text cut into lines."""
    return [text[n : n + width] for n in range(0, len(text), width)]


def column(text: str, left: float, top: float, width: int) -> Words:
    """A column of lines, 18 points apart."""
    return [(left, top - 18 * n, line) for n, line in enumerate(wrapped(text, width))]


def two(text: str = WHOLE, top: float = 680, lower: float = 0) -> Words:
    """A text in two columns of 18 characters with two ems between; the right one may stand lower."""
    half = -(-len(text) // 36) * 18
    return column(text[:half], 60, top, 18) + column(text[half:], 300, top - lower, 18)


def read(tmp_path: Path, *pages: Words) -> str:
    """The text of a PDF, its lines one after the other; each of them ends a sentence."""
    lines = text(tmp_path, placed(*pages)).split("\n")
    assert [line for line in lines[:-1] if not line.endswith("。")] == []
    return "".join(lines)


def text(tmp_path: Path, content: bytes) -> str:
    """The text of the one document in a file."""
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    (found,) = read_all([str(path)], Options())
    assert isinstance(found, Document), found
    return found.text


@pytest.mark.parametrize("lower", [0, 3, 7, 9, 14])
@pytest.mark.parametrize("order", ["columns", "rows", "shuffled"])
def test_two_columns(tmp_path: Path, order: str, lower: float) -> None:
    """Whatever the order of drawing, and whether or not their lines stand level, the left comes first."""
    words = two(lower=lower)
    if order == "rows":
        words.sort(key=lambda word: (-word[1], word[0]))
    if order == "shuffled":
        random.Random(7).shuffle(words)  # noqa: S311 (no secret)
    assert read(tmp_path, words) == WHOLE


def test_a_row_drawn_at_once(tmp_path: Path) -> None:
    """Where one stroke draws a line of both columns with blanks between, they are parted all the same."""
    left, right = (wrapped(part, 18) for part in (WHOLE[:108], WHOLE[108:216]))
    words = [(60.0, 680.0 - 18 * n, f"{a}  {b}") for n, (a, b) in enumerate(zip(left, right, strict=True))]
    assert read(tmp_path, words) == WHOLE[:216]


def test_a_title_over_columns_and_a_line_under_them(tmp_path: Path) -> None:
    """What is as wide as the page parts what stands above it from what stands below."""
    between = "以下两起问题由怀宁县监察委员会查处,怀宁县纪委监委现将有关情况一并通报如下。"
    words = [(150.0, 740.0, TITLE), *two(WHOLE, top=700), (60.0, 560.0, between), *two(WHOLE, top=530)]
    words.sort(key=lambda word: (-word[1], word[0]))
    title, rest = text(tmp_path, placed(words)).split("\n", 1)
    assert (title, rest.replace("\n", "")) == (TITLE, WHOLE + between + WHOLE)


def test_three_columns_over_two_pages(tmp_path: Path) -> None:
    """A sentence goes on from column to column and from page to page."""
    parts = [wrapped(WHOLE * 2, 66)[n] for n in range(6)]
    pages = [
        [word for n, part in enumerate(parts[i : i + 3]) for word in column(part, 50 + 160 * n, 680, 11)]
        for i in (0, 3)
    ]
    for page in pages:
        page.sort(key=lambda word: (-word[1], word[0]))
    assert read(tmp_path, *pages) == "".join(parts)


def test_heads_and_numbers_on_two_pages_in_columns(tmp_path: Path) -> None:
    """A head of two parts above two columns, and a page number below, break no sentence."""
    pages = [
        [
            (60.0, 770.0, "怀宁党风"),
            (420.0, 770.0, f"2023年第{n}期"),
            *two(part, top=720),
            (290.0, 30.0, f"- {n} -"),
        ]
        for n, part in ((1, WHOLE[:108]), (2, WHOLE[108:]))
    ]
    assert read(tmp_path, *pages) == WHOLE


def test_heads_of_left_and_right_pages(tmp_path: Path) -> None:
    """A head that stands on every other page only is one too."""
    lines = wrapped(WHOLE * 3, 40)
    heads = ("怀宁县纪委监委", "典型问题汇编")
    pages = [
        [(60.0, 770.0, heads[n % 2]), *column("".join(lines[4 * n : 4 * n + 4]), 60, 720, 40)]
        for n in range(4)
    ]
    assert read(tmp_path, *pages) == "".join(lines[:16])


def test_a_page_number_on_one_page(tmp_path: Path) -> None:
    """A number alone at the edge is no part of the sentence that it cuts."""
    pages = [column(FIRST, 60, 720, 40), [(300.0, 760.0, "2"), *column(SECOND, 60, 720, 40)]]
    assert read(tmp_path, *pages) == WHOLE


def test_notices_of_one_build_keep_their_titles(tmp_path: Path) -> None:
    """What two pages have in common outside of the margins is text."""
    pages = [[(200.0, 700.0, TITLE), *column(part, 60, 660, 40)] for part in (FIRST, SECOND)]
    assert text(tmp_path, placed(*pages)).count(TITLE) == 2


def test_a_table_stays_in_rows(tmp_path: Path) -> None:
    """Cells are no columns of text: who got what is in one line."""
    rows = [("怀宁县水利局局长赵试样", "党内警告处分"), ("怀宁县交通局副局长钱样本", "政务记过处分")]
    rows += [("怀宁县教育局孙例子", "党内严重警告处分"), ("怀宁县财政局科员李某某", "政务警告处分")]
    words = [
        (60.0 + 240 * i, 700.0 - 20 * n, cell) for n, row in enumerate(rows) for i, cell in enumerate(row)
    ]
    assert text(tmp_path, placed(words)).split("\n") == [f"{a} {b}" for a, b in rows]


def test_a_signature_is_no_column(tmp_path: Path) -> None:
    """Lines at the right below a text come after it."""
    said = WHOLE[: WHOLE.index("怀宁县交通")]
    words = [
        *column(said, 60, 700, 40),
        (400.0, 600.0, "怀宁县纪委监委"),
        (400.0, 580.0, "2023年5月8日"),
    ]
    assert text(tmp_path, placed(words)).split("\n") == [said, "怀宁县纪委监委", "2023年5月8日"]


def test_upright_text_is_not_lost(tmp_path: Path) -> None:
    """A page of characters one under the other gives each of them."""
    words = [(300.0 - 20 * (n // 30), 700.0 - 14 * (n % 30), c) for n, c in enumerate(FIRST[:60])]
    assert text(tmp_path, placed(words)).replace("\n", "") == FIRST[:60]


def test_pages_of_plain_lines(tmp_path: Path) -> None:
    """A sentence goes on from line to line and from page to page."""
    pages = [wrapped(part, 40) for part in (FIRST, SECOND)]
    assert text(tmp_path, pdf(*pages)).replace("\n", "") == WHOLE
