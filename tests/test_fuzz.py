"""Texts and files nobody would write. Nothing crashes, hangs, loses a file or breaks an output.

A short run of what ``scripts/fuzz.py`` and ``scripts/fuzz_coverage.py`` do for as long as they are told.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import holding
import pytest
from built import resources
from drawn import STRATEGIES
from hostile import ROOT, file, notice
from hypothesis import HealthCheck, given, settings

from kg import pipeline
from kg.read import Options, Raw, document

CORPUS = ROOT / "tests" / "corpus"
SHORT = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@given(STRATEGIES["whole"])
@SHORT
def test_drawn_texts_are_read(text: str) -> None:
    """Any row of pieces, alone or inside a notice, is cut and read to the end in time."""
    start = time.process_time()
    holding.sentences(text)
    holding.reading(text)
    assert time.process_time() - start < 2


@given(STRATEGIES["reader"])
@SHORT
def test_drawn_files_have_an_outcome(made: tuple[str, bytes]) -> None:
    """Any file of any kind, damaged or not, is a document or set aside."""
    holding.content(*made)


@given(STRATEGIES["exports"])
@settings(SHORT, max_examples=10)
def test_drawn_texts_become_whole_outputs(texts: list[str]) -> None:
    """Turtle that parses, a page without their markup, every other format."""
    holding.outputs(texts)


@pytest.mark.parametrize("start", range(0, 300, 100))
def test_mangled_notices(start: int) -> None:
    """Notices that were mangled are read to the end, and no span leaves its text."""
    for number in range(start, start + 100):
        holding.reading(notice(random.Random(number)))  # noqa: S311 (no secret)


def test_mangled_files_in_a_folder() -> None:
    """Fifty files of every kind, damaged: each is accounted for."""
    holding.folder([file(random.Random(number)) for number in range(50)])  # noqa: S311 (no secret)


def test_requests_nobody_would_make() -> None:
    """A hundred addresses and queries: no internal error."""
    pytest.importorskip("starlette", reason="starlette is not installed")
    from asked import Server, request

    with closing(Server(seconds=0.3)) as server:
        for number in range(100):
            server.ask(*request(random.Random(number)))  # noqa: S311 (no secret)


@pytest.mark.parametrize("path", sorted((CORPUS / "text").iterdir()), ids=lambda p: p.name)
def test_the_corpus_of_texts(path: Path) -> None:
    """Each seed of the coverage-guided fuzzer is read and written."""
    text = path.read_text(encoding="utf-8")
    holding.sentences(text)
    holding.reading(text)
    holding.outputs([text])


@pytest.mark.parametrize("path", sorted((CORPUS / "file").iterdir()), ids=lambda p: p.name)
def test_the_corpus_of_files(path: Path) -> None:
    """Each seed has an outcome."""
    holding.content(path.suffix[1:], path.read_bytes())


@pytest.mark.slow
@pytest.mark.parametrize("target", ["segmenter", "whole", "exports", "reader"])
def test_coverage_guided(target: str) -> None:
    """Ten seconds of the coverage-guided fuzzer find nothing."""
    pytest.importorskip("atheris", reason="atheris is not installed")
    command = [sys.executable, "scripts/fuzz_coverage.py", target, "--seconds", "10"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
    assert "stat::number_of_executed_units" in done.stdout


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_many_mangled_notices() -> None:
    """Twenty thousand more."""
    for number in range(1000, 21_000):
        holding.reading(notice(random.Random(number)))  # noqa: S311 (no secret)


@pytest.mark.parametrize(
    "text", ["处分", "《", "2023年", "甲县纪委", "赵试样、", "(", "“", "局长", "分别", "1.", "受到"]
)
def test_time_grows_with_length_only(text: str) -> None:
    """A text of one thing repeated takes at most some three times as long when it is twice as long."""

    def seconds(times: int) -> float:
        made = document(Raw("甲" + text * times, "fuzz"), Options())
        start = time.process_time()  # others share the machine
        pipeline.extract(made, resources())
        return time.process_time() - start

    def best(times: int) -> float:
        return min(seconds(times) for _ in range(3))

    seconds(100)
    assert best(4_000) < 3.2 * max(best(2_000), 0.03)
