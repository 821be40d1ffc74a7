"""A name, an IRI or an edge leads back to the sentence, the rule and the reason of a merge."""

from pathlib import Path

import pytest
from factory import graph, vocabulary

from kg.errors import InputError, QueryError
from kg.explain import explain, refused
from kg.export.claims import files
from kg.files import write_all


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A build of the small graph."""
    write_all(tmp_path, dict(files(graph(), vocabulary())))
    return tmp_path


@pytest.mark.parametrize(
    "term",
    [
        "赵试样",
        "赵某",
        "person/p1",
        "https://w3id.org/cadre-kg/id/person/p1",
        "<https://w3id.org/cadre-kg/id/person/p1>",
    ],
)
def test_a_person_by_any_name(out: Path, term: str) -> None:
    """Label, alias, local id and IRI give the same answer: names, merge reason, facts, sentence."""
    answer = explain(out, term)
    assert "赵试样  Person  https://w3id.org/cadre-kg/id/person/p1" in answer
    assert "赵某 [15:18] of d1 by resolve.masked, 0.80" in answer
    assert "by relate.sanction" in answer
    assert "【2023年2月,赵试样受到政务警告处分】" in answer


@pytest.mark.parametrize("term", ["fact/f1", "赵试样受政务警告", "claim/c1"])
def test_a_fact(out: Path, term: str) -> None:
    """A fact shows roles, time with its basis, and every claim."""
    answer = explain(out, term)
    assert "measure: 政务警告" in answer
    assert "time: 2023-02, from '2023年2月' (explicit)" in answer


def test_an_edge(out: Path) -> None:
    """Subject, predicate and object lead to the fact the edge is drawn from."""
    answer = explain(out, "赵试样 sanctionedWith 政务警告")
    assert answer.startswith("赵试样 —sanctionedWith→ 政务警告")
    assert "[7:26]" in answer


def test_part_of_a_name_gives_a_choice(out: Path) -> None:
    """A name that only occurs inside others lists them."""
    assert "  赵试样  Person  person/p1" in explain(out, "试样")


def test_what_was_dropped(out: Path) -> None:
    """Refusals name the words, the rule and the reason; a term narrows them."""
    assert refused(out, "") == "d1 [0:4]  甲县纪委  by recognise.place: part of a body's name"
    with pytest.raises(QueryError, match="nothing like"):
        refused(out, "乙县")


def test_unknown_names_and_folders(out: Path) -> None:
    """What is not there is said in one line."""
    with pytest.raises(QueryError, match="nothing named '孙甲某'"):
        explain(out, "孙甲某")
    with pytest.raises(InputError, match="run `kg build` first"):
        explain(out / "none", "赵试样")
