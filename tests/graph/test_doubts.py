"""Doubts that show once facts are made."""

from __future__ import annotations

from dataclasses import replace

from built import document, graph, resources

from kg import pipeline


def codes(*texts: str) -> set[str]:
    """The codes of all doubts about some texts."""
    return {i.code for i in graph(*texts).issues}


def test_text_without_a_fact_is_doubted() -> None:
    """Nothing found may mean the text is of another kind."""
    assert "N02" in codes("今天天气很好。")


def test_personal_data_is_noted_and_not_repeated() -> None:
    """A mail address gives a doubt, and no output holds it."""
    built = graph("望江县纪委通报3起典型问题。联系邮箱:zhao@example.org。")
    (doubt,) = [i for i in built.issues if i.code == "N01"]
    assert "zhao" not in doubt.quote


def test_party_organ_that_gives_a_government_sanction_is_doubted() -> None:
    """Only a supervisory organ may (《公职人员政务处分法》第三条)."""
    assert "E03" in codes("2023年2月,望江县纪委给予住建局局长赵试样政务记过处分。")


def published(text: str, date: str, basis: str, url: str = "") -> list[str]:
    """The contradictions of dates in a text of some date and address."""
    found = replace(document(text, "d", date), published_basis=basis, url=url)
    built = pipeline.build([found], resources())
    return [f"{i.quote}|{i.detail}" for i in built.issues if i.code == "D03"]


def test_dates_of_publication_that_contradict_each_other_are_doubted() -> None:
    """Address and dateline are held against the date taken, as exactly as both are told."""
    text = "望江县通报\n发布时间:2023-05-09 来源:某网\n望江县纪委通报3起典型问题。"
    address = "https://example.org/t20230612_1.html"
    assert published(text, "2023-05-08", "metadata") == []
    assert published(text, "2023-05", "given") == []
    assert published(text, "2023-06", "given") == ["2023-05-09|2023-06 given, 2023-05-09 dateline"]
    assert published(text, "2023-05-09", "dateline", address) == ["|2023-05-09 dateline, 2023-06-12 url"]


def test_dates_that_one_page_declares_twice_are_doubted() -> None:
    """The day taken and another one of the metadata cannot both be true; the next day can."""
    made = replace(document("望江县纪委通报3起典型问题。", "d", "2023-05-08"), published_basis="metadata")
    said = [
        [
            i.detail
            for i in pipeline.build([replace(made, dates=(day,))], resources()).issues
            if i.code == "D03"
        ]
        for day in ("2023-06-01", "2023-05-09")
    ]
    assert said == [["2023-05-08 metadata, 2023-06-01 metadata"], []]


def test_a_paper_may_be_signed_before_it_is_published_and_not_after() -> None:
    """A date that stands alone is the day of signing."""
    text = "望江县通报\n望江县纪委通报3起典型问题。\n2023年5月9日"
    assert published(text, "2023-06-30", "metadata") == []
    assert len(published(text, "2023-04-30", "metadata")) == 1


def test_what_was_done_after_publication_is_doubted() -> None:
    """A sanction of September cannot stand in a text of May; what enters into force then can."""
    done = "2023年9月,望江县财政局局长钱样本受到党内警告处分。"
    assert len(published(done, "2023-05-09", "metadata")) == 1
    assert published(done, "2023-10-09", "metadata") == []
