"""The evidence files hold what the graph holds, and no personal data."""

import json

from factory import TEXT, graph, vocabulary

from kg.export.claims import files


def rows(name: str) -> list[dict]:
    """The objects of one file."""
    return [json.loads(line) for line in "".join(files(graph(), vocabulary())[name]).splitlines()]


def test_a_claim_carries_its_evidence() -> None:
    """Offsets cut the quote out of the text, and the sentence around it is given."""
    (claim,) = rows("claims.jsonl")
    (evidence,) = claim["evidence"]
    assert TEXT[evidence["start"] : evidence["end"]] == evidence["quote"]
    assert (evidence["before"], evidence["after"]) == ("", "。")
    assert claim["roles"][1] == {"role": "measure", "id": "voc/gov-sanction/warning", "label": "政务警告"}
    assert claim["time"]["edtf"] == "2023-02"
    assert (claim["rule"], claim["stance"], claim["doc"]) == ("relate.sanction", "asserted", "d1")


def test_entities_say_why_they_are_one() -> None:
    """A merge keeps words, rule, place and score."""
    person = rows("entities.jsonl")[1]
    assert person["merges"] == [
        {"text": "赵某", "rule": "resolve.masked", "score": 0.8, "doc": "d1", "start": 15, "end": 18}
    ]


def test_edges_name_their_facts() -> None:
    """An edge has an id and the facts it is drawn from."""
    (edge,) = rows("edges.jsonl")
    assert edge["edge"].startswith("edge/")
    assert edge["facts"] == ["fact/f1"]


def test_a_doubt_says_what_to_do_without_the_address() -> None:
    """The words of a mail address are blanked in the doubts; meaning and advice stand beside."""
    (issue,) = rows("issues.jsonl")
    assert (issue["code"], issue["advice"]) == ("N01", "nothing")
    assert set(issue["quote"]) == {"▒"}


def test_no_file_holds_the_address() -> None:
    """Personal data of the text is in none of the files."""
    for lines in files(graph(), vocabulary()).values():
        assert "example.org" not in "".join(lines)


def test_same_bytes_every_time() -> None:
    """Writing twice gives the same."""
    first, second = ({n: "".join(x) for n, x in files(graph(), vocabulary()).items()} for _ in range(2))
    assert first == second
