"""The queue of a build, read from its files."""

from __future__ import annotations

from pathlib import Path

import pytest
from built import document, resources

from kg import pipeline
from kg.errors import InputError
from kg.resolve.judgements import NAME, load
from kg.resolve.queue import Queue, keep

TEXTS = ("望江县教育局局长张伟受到党内警告处分。", "宿松县财政局局长张伟受到政务警告处分。")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A build with one pair in doubt."""
    texts = [document(text, f"d{n}") for n, text in enumerate(TEXTS)]
    pipeline.write(pipeline.build(texts, resources()), resources(), tmp_path)
    return tmp_path


def test_pair_with_the_sentences_of_both_sides(out: Path) -> None:
    """Each sentence with the claim that rests on it."""
    queue = Queue(out)
    ((one, other),) = queue.pairs()
    assert {one, other} == {"d0#张伟", "d1#张伟"}
    for side in (one, other):
        told = queue.sentences(side)
        assert told
        assert all(s.claim in queue.claims and s.quote in s.whole for s in told)
    assert queue.sentences("d9#张伟") == []


def test_decided_pair_is_asked_no_more(out: Path) -> None:
    """In whichever order the two stand."""
    keep(out, "different", "d0#张伟", "d1#张伟", "li", "two counties")
    assert Queue(out).pairs() == []
    assert [j.why for j in load(out).made] == ["two counties"]


def test_decision_that_could_not_be_read_is_not_kept(out: Path) -> None:
    """A pair with itself, a claim that is none, nobody who decides."""
    for verdict, one, other, who in (
        ("same", "d0#张伟", "d0#张伟", "li"),
        ("reject", "fact/1", "", "li"),
        ("correct", "claim/1", "date", "li"),
        ("same", "d0#张伟", "d1#张伟", " "),
    ):
        with pytest.raises(InputError):
            keep(out, verdict, one, other, who, "")
    assert not (out / NAME).exists()


def test_missing_or_broken_build_is_one_line(tmp_path: Path) -> None:
    """What to do is said."""
    with pytest.raises(InputError, match="run `kg build` first"):
        Queue(tmp_path)
    (tmp_path / "claims.jsonl").write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match=r"claims\.jsonl:1: broken"):
        Queue(tmp_path)
