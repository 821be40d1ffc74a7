"""The page of a text: its words unchanged, mentions and evidence marked, nothing of it run."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from kg.cli import app
from kg.serve.reading import Mark, kept, marked

httpx = pytest.importorskip("httpx", reason="httpx is not installed")
NOTICE = "<b>通报</b>:怀宁县纪委监委通报,2023年2月,怀宁县水利局原局长赵试样因不担当不作为受到政务警告处分。\n"


def words(page: str) -> str:
    """HTML without its tags."""
    return unescape(re.sub("<[^>]*>", "", page))


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(-2, 45), st.integers(-2, 45), st.booleans()), max_size=8),
)
def test_the_words_stay_as_they_are(text: str, spans: list[tuple[int, int, bool]]) -> None:
    """Any text, any stretches, overlapping, empty or outside: without tags it is the text."""
    marks = [(Mark(a, b, '/x?<">', "'&"), fact) for a, b, fact in spans]
    assert words(marked(text, [m for m, f in marks if f], [m for m, f in marks if not f])) == text


def test_each_piece_belongs_to_the_shortest_stretch() -> None:
    """A mention inside a sentence leads to the thing, the rest of the sentence to the fact."""
    page = marked("甲乙丙丁", [Mark(0, 4, "#f")], [Mark(1, 2, "/id/b", "乙")])
    assert re.findall(r'<a href="([^"]*)"[^>]*>(\w+)</a>', page) == [
        ("#f", "甲"),
        ("/id/b", "乙"),
        ("#f", "丙丁"),
    ]
    assert page.count('id="m0"') == 1


def test_a_built_text_is_shown_whole(
    tmp_path: Path, serving: Callable[..., AbstractContextManager[str]]
) -> None:
    """Served after a build: the whole text, every quote inside a mark, persons as links, no markup of it."""
    source = tmp_path / "in.jsonl"
    source.write_text(json.dumps({"id": "n1", "text": NOTICE}) + "\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["build", str(source), "-o", str(tmp_path / "out"), "-q"])
    assert done.exit_code == 0, done.output
    with serving(tmp_path / "out", workers=1) as site:
        page = httpx.get(f"{site}text/n1").text
        person = re.search(r'<a href="/id/(person/[^"]+)"[^>]*>赵试样</a>', page)
        assert person
        assert httpx.get(f"{site}id/{person[1]}", headers={"Accept": "text/html"}).status_code == 200
    article = re.search(r'<article class="text"[^>]*>(.*)</article>', page, re.DOTALL)
    assert article
    assert words(article[1]) == kept(tmp_path / "out", "n1")
    assert "<b>" not in page
    starts = re.findall(r'<li id="c(\d+)-', page)
    assert starts
    assert all(f'id="m{start}"' in article[1] for start in starts)


def test_a_folder_without_texts_shows_the_quotes_alone(tmp_path: Path) -> None:
    """No file, a broken line, another id: no text, no error."""
    assert kept(tmp_path, "n1") == ""
    (tmp_path / "texts.jsonl").write_text(
        '{"id": "n1", broken\n{"id": "n2", "text": "二"}\n', encoding="utf-8"
    )
    assert kept(tmp_path, "n1") == ""
    assert kept(tmp_path, "n2") == "二"
    assert kept(tmp_path, "n") == ""
