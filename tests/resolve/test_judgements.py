"""What people decide wins, survives, and is harmless when it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from built import document, facts, resources

from kg import pipeline
from kg.errors import InputError
from kg.model import Graph
from kg.resolve.judgements import NAME, load, parse

HERE = "望江县教育局局长张伟受到党内警告处分。"
THERE = "宿松县财政局局长张伟受到政务警告处分。"
MASKED = "望江县教育局局长张某受到党内警告处分。"


def built(texts: tuple[str, ...], *lines: str) -> Graph:
    """The graph of some texts under some judgements."""
    documents = [document(text, f"d{n}") for n, text in enumerate(texts)]
    return pipeline.build(documents, resources(), parse(lines))


def persons(graph: Graph) -> int:
    """How many persons there are."""
    return len([e for e in graph.entities if e.kind == "Person"])


def codes(graph: Graph) -> list[str]:
    """Codes of the doubts about persons and judgements."""
    return [i.code for i in graph.issues if i.code[0] in "JR"]


def test_same_joins_what_rules_keep_apart() -> None:
    """One person, the reason is the judgement, and nothing is asked again."""
    graph = built((HERE, THERE), "same\td0#张伟\td1#张伟\tli\t2024-03-01\tmoved")
    (person,) = [e for e in graph.entities if e.kind == "Person"]
    assert "resolve.person.judgement" in {m.rule for m in person.merges}
    assert codes(graph) == []


def test_same_joins_a_masked_name_to_a_full_one() -> None:
    """A person may be known to be behind a masked name; the label is the full one."""
    graph = built((HERE, MASKED), "same\td0#张伟\td1#张某\tli\t2024-03-01\tsame notice")
    (person,) = [e for e in graph.entities if e.kind == "Person"]
    assert {person.label, *person.aliases} == {"张伟", "张某"}


def test_different_parts_what_rules_join() -> None:
    """Two persons of one name in one bureau, once somebody says so; nothing is asked again."""
    assert persons(built((HERE, HERE.replace("党内", "政务")))) == 1
    graph = built(
        (HERE, HERE.replace("党内", "政务")), "different\td0#张伟\td1#张伟\tli\t2024-03-01\tfather and son"
    )
    assert persons(graph) == 2
    assert codes(graph) == []


def test_rejected_claim_leaves_the_graph_and_says_why() -> None:
    """The fact goes with its last claim; the refusal names who and why."""
    (sanction,) = facts(built((HERE,)), "PartySanction")
    claim = sanction.witnesses[0].id
    graph = built((HERE,), f"reject\t{claim}\t\tli\t2024-03-01\ta quotation")
    assert facts(graph, "PartySanction") == []
    assert [r.reason for r in graph.refusals if r.rule == "judgement"] == [
        f"{claim} rejected by li: a quotation"
    ]
    assert not [e for e in graph.edges if e.predicate == "sanctionedWith"]


def test_accepted_claim_is_marked() -> None:
    """A reviewer's yes stands on the claim."""
    claim = facts(built((HERE,)), "PartySanction")[0].witnesses[0].id
    (fact,) = facts(built((HERE,), f"accept\t{claim}\t\tli\t2024-03-01\t"), "PartySanction")
    assert [w.review for w in fact.witnesses] == ["accepted"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("smae\td0#张伟\td1#张伟\tli\t2024-03-01\t", "J01"),
        ("same\td0#张伟\tli", "J01"),
        ("same\td0\td1\tli\t2024-03-01\t", "J01"),
        ("reject\tfact/1\t\tli\t2024-03-01\t", "J01"),
        ("same\td0#张伟\td9#张伟\tli\t2024-03-01\t", "J02"),
        ("reject\tclaim/0\t\tli\t2024-03-01\t", "J02"),
    ],
)
def test_wrong_lines_are_reported_and_do_nothing(line: str, code: str) -> None:
    """One doubt a line, with the line's number; the graph is as without it."""
    graph = built((HERE, THERE), line)
    (doubt,) = [i for i in graph.issues if i.code == code]
    assert doubt.detail.startswith(f"{NAME}:1: ")
    assert graph.facts == built((HERE, THERE)).facts


def test_contradiction_keeps_apart_and_is_reported() -> None:
    """A same B and A different B: the safe side is two persons."""
    lines = ("same\td0#张伟\td1#张伟\tli\t2024-03-01\t", "different\td1#张伟\td0#张伟\twu\t2024-03-02\t")
    graph = built((HERE, THERE), *lines)
    assert persons(graph) == 2
    assert codes(graph) == ["J03"]


def test_unreadable_file_is_one_line(tmp_path: Path) -> None:
    """Bytes that are no text stop the build before it begins."""
    (tmp_path / NAME).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="UTF-8"):
        load(tmp_path)
    assert load(tmp_path / "none").made == ()


def test_cycle_is_reported_and_keeps_apart() -> None:
    """A same B, B same C, A different C: the last line that would join them is the one without effect."""
    far = THERE.replace("财政局", "水利局")
    documents = [document(text, f"d{n}") for n, text in enumerate((HERE, THERE, far))]
    lines = (
        "same\td0#张伟\td1#张伟\tli\t2024-03-01\t",
        "same\td1#张伟\td2#张伟\tli\t2024-03-01\t",
        "different\td0#张伟\td2#张伟\twu\t2024-03-02\t",
    )
    graph = pipeline.build(documents, resources(), parse(lines))
    where = {m.span.doc: e.id for e in graph.entities if e.kind == "Person" for m in e.mentions}
    assert where["d0"] == where["d1"] != where["d2"]
    (doubt,) = [i for i in graph.issues if i.code == "J03"]
    assert doubt.detail.startswith(f"{NAME}:2: ")


def test_vanished_person_and_claim_are_reported_each() -> None:
    """A text taken out leaves its judgements without effect, and says so for every one of them."""
    claim = facts(built((HERE,)), "PartySanction")[0].witnesses[0].id
    lines = ("same\td0#张伟\td1#张伟\tli\t2024-03-01\t", f"reject\t{claim}\t\tli\t2024-03-01\t")
    graph = pipeline.build([document(THERE, "d1")], resources(), parse(lines))
    assert codes(graph) == ["J02", "J02"]


def test_corrected_claim_says_what_the_reviewer_said() -> None:
    """Another measure, another date; the claim is marked, what it rests on stays."""
    claim = facts(built((HERE,)), "PartySanction")[0].witnesses[0].id
    lines = (f"correct\t{claim}\tmeasure=voc/party-sanction/serious-warning\tli\t2024-03-01\tmisprint",)
    (fact,) = facts(built((HERE,), *lines), "PartySanction")
    assert fact.fillers("measure") == ("voc/party-sanction/serious-warning",)
    assert [w.review for w in fact.witnesses] == ["corrected"]
    (dated,) = facts(built((HERE,), f"correct\t{claim}\tdate=2023-04\tli\t2024-03-01\t"), "PartySanction")
    assert (dated.time.edtf, dated.time.not_after) == ("2023-04", "2023-04-30")


@pytest.mark.parametrize("mended", ["date=soon", "measure=voc/party-sanction/nothing", "colour=place/340827"])
def test_correction_to_nothing_is_reported_and_does_nothing(mended: str) -> None:
    """No such date, thing or role."""
    claim = facts(built((HERE,)), "PartySanction")[0].witnesses[0].id
    graph = built((HERE,), f"correct\t{claim}\t{mended}\tli\t2024-03-01\t")
    assert [i.code for i in graph.issues if i.code.startswith("J")] == ["J01"]
    assert graph.facts == built((HERE,)).facts


def test_rejected_claim_takes_only_its_own_words_along() -> None:
    """Of two texts one is rejected: the fact stays with what the other says, and with its confidence."""
    texts = (
        "2023年2月,望江县教育局局长张伟受到党内警告处分。",
        "2023年2月,望江县纪委给予望江县教育局局长张伟党内警告处分。",
    )
    (both,) = facts(built(texts), "PartySanction")
    second = next(w for w in both.witnesses if w.doc == "d1")
    (left,) = facts(built(texts, f"reject\t{second.id}\t\tli\t2024-03-01\t"), "PartySanction")
    assert both.fillers("agent")
    assert left.fillers("agent") == ()
    assert left.id == both.id
    assert left.confidence < both.confidence
