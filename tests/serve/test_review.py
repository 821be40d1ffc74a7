"""The page of the queue: both sides, a decision by its own form, and nothing from anywhere else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from built import document, resources

from kg import pipeline
from kg.errors import InputError
from kg.resolve.judgements import NAME, load

httpx = pytest.importorskip("httpx", reason="httpx is not installed")
TEXTS = ("望江县教育局局长张伟受到党内警告处分。", "宿松县财政局局长张伟受到政务警告处分。")
Serving = Callable[..., AbstractContextManager[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A build with one pair in doubt."""
    texts = [document(text, f"d{n}") for n, text in enumerate(TEXTS)]
    pipeline.write(pipeline.build(texts, resources()), resources(), tmp_path)
    return tmp_path


@pytest.fixture
def site(folder: Path, serving: Serving) -> Iterator[str]:
    """A server of the build with the page of the queue."""
    with serving(folder, review="li") as address:
        yield address


def form(site: str, **changed: str) -> dict[str, str]:
    """What the page's own form would send, with some fields changed."""
    page = httpx.get(f"{site}review").text
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    return {**fields, "verdict": "same", "who": "li", "why": "moved there", **changed}


def sent(site: str, fields: dict[str, str], **headers: str) -> int:
    """The status of a form sent from this address unless told else."""
    own = {"Origin": site.rstrip("/"), "Sec-Fetch-Site": "same-origin", **headers}
    return int(httpx.post(f"{site}review", data=fields, headers=own).status_code)


def test_both_sides_are_shown_with_their_sentences(site: str) -> None:
    """Names, texts, sentences and claims; no script may run."""
    page = httpx.get(f"{site}review")
    assert page.status_code == 200
    assert page.text.count("张伟") >= 4
    assert "党内警告" in page.text
    assert "政务警告" in page.text
    assert "<script" not in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]


def test_decision_is_kept_and_not_asked_again(site: str, folder: Path) -> None:
    """Back to the queue, one line in the file, applied by the next build."""
    assert sent(site, form(site)) == 303
    (made,) = load(folder).made
    assert (made.verdict, made.who, made.why) == ("same", "li", "moved there")
    assert "0 对" in httpx.get(f"{site}review").text
    texts = [document(text, f"d{n}") for n, text in enumerate(TEXTS)]
    graph = pipeline.build(texts, resources(), load(folder))
    assert len([e for e in graph.entities if e.kind == "Person"]) == 1


def test_nothing_is_taken_from_elsewhere(site: str, folder: Path) -> None:
    """Another origin, no origin, another site's fetch, a wrong or missing secret, a body that is no form."""
    good = form(site)
    assert sent(site, good, Origin="https://example.org") == 403
    assert sent(site, good, Origin="null") == 403
    assert httpx.post(f"{site}review", data=good).status_code == 403
    assert sent(site, good, **{"Sec-Fetch-Site": "cross-site"}) == 403
    assert sent(site, {**good, "token": "x"}) == 403
    assert sent(site, {k: v for k, v in good.items() if k != "token"}) == 403
    own = {"Origin": site.rstrip("/"), "Content-Type": "text/plain"}
    assert httpx.post(f"{site}review", content=b"verdict=same", headers=own).status_code == 403
    assert not (folder / NAME).exists()


def test_what_is_no_open_question_is_refused(site: str, folder: Path) -> None:
    """A pair that is not in the queue, a verdict of no kind, a form too long, bytes that are no text."""
    assert sent(site, form(site, one="d9#张伟")) == 409
    assert sent(site, form(site, verdict="perhaps")) == 409
    assert sent(site, form(site, verdict="reject", one="claim/0")) == 409
    assert sent(site, form(site, why="长" * 20_000)) == 413
    own = {"Origin": site.rstrip("/"), "Content-Type": "application/x-www-form-urlencoded"}
    assert httpx.post(f"{site}review", content=b"token=%ff\xff", headers=own).status_code == 400
    assert not (folder / NAME).exists()


def test_decision_is_one_line_whatever_is_typed(site: str, folder: Path) -> None:
    """Tabs and line ends in a reason do not make a second decision."""
    assert sent(site, form(site, why="a\tb\nsame\td0#张伟\td1#张伟\tx\t2024\t")) == 303
    assert len((folder / NAME).read_text(encoding="utf-8").splitlines()) == 2


def test_without_the_switch_there_is_no_such_page(folder: Path, serving: Serving) -> None:
    """The server writes nothing unless asked to."""
    with serving(folder) as site:
        assert httpx.get(f"{site}review").status_code == 404
        assert httpx.post(f"{site}review", data={"verdict": "same"}).status_code in {404, 405}


def test_other_addresses_than_loopback_are_refused(folder: Path) -> None:
    """--review with --host is one clear line."""
    from kg.cli.serve import serve

    with pytest.raises(InputError, match="this machine only"):
        serve(folder, host="0.0.0.0", review=True)  # noqa: S104 (what is refused)
