"""Text in pictures is read where the extra is installed, and everything that rests on it says so."""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from built import resources
from drawing import picture

from kg import pipeline, store
from kg.export import facts
from kg.export.turtle import turtle
from kg.model import Document
from kg.read import Limits, Options, Rejected, read
from kg.read.formats.wrapped import joined

LINES = (
    "怀宁县纪委关于典型问题的通报",
    "2023年2月，怀宁县水利局局长赵试样因不担当不作为受到党内",
    "警告处分。",
    "发布时间：2023-05-08",
)


@pytest.fixture(autouse=True)
def _installed() -> None:
    """Every test needs the recogniser."""
    pytest.importorskip("rapidocr", reason="rapidocr is not installed (extra ocr)")


def outcome(path: Path, content: bytes, **options: object) -> list[object]:
    """What the reader makes of a file."""
    path.write_bytes(content)
    return list(read([str(path)], Options(**options)))  # type: ignore[arg-type]


def one(path: Path, content: bytes) -> Document:
    """The one document of a file."""
    (found,) = outcome(path, content)
    assert isinstance(found, Document), found
    return found


SLOW = [pytest.param(kind, marks=pytest.mark.slow) for kind in ("TIFF", "BMP", "WEBP", "GIF")]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", *SLOW])
def test_an_image_is_read(tmp_path: Path, kind: str) -> None:
    """Lines that the width broke are whole again, the dateline is found, the certainty is below one."""
    found = one(tmp_path / "a", picture(*LINES, kind=kind))
    assert "赵试样因不担当不作为受到党内警告处分。" in found.text
    assert (found.published, found.published_basis) == ("2023-05-08", "dateline")
    assert 0.8 < found.ocr <= 0.95


def scanned(*pages: bytes) -> bytes:
    """A PDF whose pages are pictures."""
    image = pytest.importorskip("PIL.Image")
    first, *others = (image.open(io.BytesIO(page)).convert("RGB") for page in pages)
    out = io.BytesIO()
    first.save(out, "PDF", save_all=True, append_images=others, resolution=96)
    return out.getvalue()


def test_a_scanned_pdf_is_read(tmp_path: Path) -> None:
    """Pages that are pictures are drawn and read, in their order."""
    found = one(tmp_path / "a", scanned(picture(*LINES), picture("特此通报。")))
    assert "水利局局长赵试样" in found.text
    assert found.text.endswith("特此通报。")
    assert 0 < found.ocr <= 0.95


def test_what_rests_on_a_picture_says_so(tmp_path: Path) -> None:
    """Claims are less sure, the graph names the certainty, the text is a doubt, and the store keeps it."""
    found = one(tmp_path / "a", picture(*LINES))
    read, certain = (
        [
            e["confidence"]
            for e in facts.record(pipeline.extract(d, resources()), resources().lexicon)["events"]
        ]  # type: ignore[attr-defined]
        for d in (found, replace(found, ocr=0.0))
    )
    assert certain
    assert read == [round(sure * found.ocr, 2) for sure in certain] < certain
    graph = pipeline.build([found], resources())
    assert [i.detail for i in graph.issues if i.code == "N03"] == [f"{found.ocr:.2f}"]
    assert f"kg:ocrCertainty {found.ocr}" in "".join(turtle(graph, resources().vocabulary))
    (tmp_path / store.NAME).write_text("".join(store.lines(graph.documents)), encoding="utf-8")
    assert store.load(tmp_path)[0].ocr == found.ocr


def test_pictures_that_cannot_be_read(tmp_path: Path) -> None:
    """An empty, a broken and a far too large image are each one line."""
    image = pytest.importorskip("PIL.Image")
    blank, huge = io.BytesIO(), io.BytesIO()
    image.new("RGB", (300, 200), "white").save(blank, "PNG")
    image.new("1", (20_000, 20_000)).save(huge, "PNG")
    for content, reason in (
        (blank.getvalue(), "no text found"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "broken image"),
        (huge.getvalue(), "20000 x 20000 points, more than"),
    ):
        (found,) = outcome(tmp_path / "a", content)
        assert isinstance(found, Rejected)
        assert reason in found.reason


@pytest.mark.slow
def test_a_long_scan_shows_signs_of_life(tmp_path: Path) -> None:
    """The time limit holds for a page, not for all of them."""
    told = ("{}案如下。", "{}县水利局局长赵试样受到处分。", "{}案已结。")
    pages = scanned(*(picture(*(line.format(c) for line in told)) for c in "甲乙丙丁戊己"))
    (found,) = outcome(tmp_path / "a", pages, limits=Limits(max_seconds=25))
    assert isinstance(found, Document)
    assert found.text.count("赵试样") == 6


def test_without_the_extra_it_is_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    """An image and the scanned pages of a PDF say what to install."""
    from kg.read import formats

    content = {"image": picture("通报"), "pdf": scanned(picture("通报"))}
    for name in ("ocr", "image"):
        monkeypatch.delitem(sys.modules, f"kg.read.formats.{name}", raising=False)
        monkeypatch.delattr(formats, name, raising=False)
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    for kind, data in content.items():
        (found,) = formats.texts(kind, data, "a", Options())
        assert isinstance(found, Rejected)
        assert "needs rapidocr" in found.reason
        assert found.advice == "pip install 'cadre-kg[ocr]'"


def test_lines_of_a_page_are_joined() -> None:
    """A full line without an end goes on in the next."""
    assert joined(["甲" * 20, "乙。", "丙"]) == ["甲" * 20 + "乙。", "丙"]
