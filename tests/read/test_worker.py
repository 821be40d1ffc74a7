"""A parser that hangs, dies or eats all memory is ended, and the next file is read."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from kg.read import Limits, Options, Raw, Rejected, formats
from kg.read.worker import Worker, _serve

PAGE = (
    "<html><body><article>"
    + "<p>甲县纪委监委公开通报典型问题,要求引以为戒。</p>" * 5
    + "</article></body></html>"
)


def misbehaving(kind: str, data: bytes, place: str, options: Options) -> Iterator[Raw | Rejected]:
    """A parser that does what the file says."""
    yield Raw("一", place)
    if data == b"hang":
        time.sleep(60)
    if data == b"die":
        os._exit(1)
    yield Raw("二", place)


def serve_misbehaving(line: object, options: Options) -> None:
    """The process, with that parser."""
    formats.texts = misbehaving
    _serve(line, options)  # type: ignore[arg-type]


def test_a_page_is_read_in_the_process() -> None:
    """Texts come back whole, file after file."""
    with Worker(Options()) as worker:
        for place in ("a", "b"):
            (found,) = worker.texts("html", PAGE.encode(), place)
            assert isinstance(found, Raw)
            assert found.place == place
            assert found.text.count("引以为戒") == 5


@pytest.mark.parametrize(("order", "reason"), [(b"hang", "took more than 1 seconds"), (b"die", "broke down")])
def test_a_parser_that_misbehaves_is_ended(
    monkeypatch: pytest.MonkeyPatch, order: bytes, reason: str
) -> None:
    """The text before the fault is kept, the fault is one rejection, and the next file is read whole."""
    monkeypatch.setattr("kg.read.worker._serve", serve_misbehaving)
    with Worker(Options(limits=Limits(max_seconds=1))) as worker:
        first, fault = worker.texts("html", order, "bad")
        assert isinstance(first, Raw)
        assert isinstance(fault, Rejected)
        assert reason in fault.reason
        assert [f.text for f in worker.texts("html", b"", "good") if isinstance(f, Raw)] == ["一", "二"]


def test_memory_is_limited() -> None:
    """A parser without memory gives a rejection, not a dead batch."""
    with Worker(Options(limits=Limits(max_memory=900_000_000))) as worker:
        (found,) = worker.texts("html", (PAGE + "<p>甲</p>" * 4_000_000).encode(), "a")
    assert isinstance(found, Rejected)
