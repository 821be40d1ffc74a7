"""Documents: issuer + title + year."""

from __future__ import annotations

from built import graph, named, refs, resources

from kg.resolve.document import Documents, near, normal

LEXICON = resources().lexicon
FIRST = "2016年7月,中共中央印发《中国共产党问责条例》。"
SECOND = "2019年9月,中共中央印发修订后的《中国共产党问责条例》。"


def ids(*texts: str, title: str) -> set[str]:
    """Ids of the documents of a title in the graph of some texts."""
    return {e.id for e in graph(*texts).entities if e.id.startswith("doc/") and e.label == title}


def test_versions_years_apart_are_two_documents() -> None:
    """The 2016 and the 2019 version of one regulation stay apart, in one text and in two."""
    title = "中国共产党问责条例"
    assert len(ids(FIRST + SECOND, title=title)) == 2
    assert len(ids(FIRST, SECOND, title=title)) == 2
    assert ids(FIRST + SECOND, title=title) == ids(FIRST, SECOND, title=title)


def test_a_title_means_the_version_of_its_year_or_the_latest_out() -> None:
    """The year told decides; without one the date of the text does."""
    found = {("d", "t", 0): "doc/old", ("d", "t", 1): "doc/new"}
    documents = Documents({("d", "t"): ((2016,), (2019,))}, found, {})
    assert documents.id("d", "t", 2016, "2023-01") == "doc/old"
    assert documents.id("d", "t", None, "2017-05") == "doc/old"
    assert documents.id("d", "t", None, "2023-01") == "doc/new"


def test_adopted_in_december_issued_in_january_is_one_version() -> None:
    """Acts in two years next to each other are on one version."""
    assert near(2016, {2015})
    assert not near(2019, {2016})


def test_one_title_of_two_issuers_is_two_documents() -> None:
    """Two counties that issue measures of one title issue two documents."""
    title = "干部容错纠错实施办法（试行）"
    texts = (f"2022年3月,望江县委印发《{title}》。", f"2022年3月,宿松县委印发《{title}》。")
    assert len(ids(*texts, title=title)) == 2


def test_title_alone_joins_the_only_document_of_its_name() -> None:
    """A text that only cites a long title means the one document known by it."""
    title = "关于加强村务监督工作的若干意见"
    texts = (f"2022年3月,望江县委印发《{title}》。", f"要落实《{title}》要求。")
    assert len(ids(*texts, title=title)) == 1


def test_short_titles_never_join_texts_by_themselves() -> None:
    """《政府工作报告》 of two texts may be any two reports."""
    assert len(ids("会议学习《政府工作报告》。", "会议讨论《政府工作报告》。", title="政府工作报告")) == 2


def test_issuer_in_front_of_a_title_is_no_part_of_it() -> None:
    """The issuer's name before 关于 is left out, marks too."""
    assert normal("《中共中央办公厅关于做好工作的通知》", LEXICON) == "关于做好工作的通知"


def test_issuer_genre_and_title_are_told() -> None:
    """A document carries its title without marks, its genre and who issued it."""
    built = graph("2022年3月,望江县委印发《关于加强村务监督工作的实施意见》。")
    document = named(built, "PartyNormativeDocument")["关于加强村务监督工作的实施意见"]
    assert refs(document, "passedBy") == ["org/340827-pc"]
    assert refs(document, "genre") == ["voc/genre/implementing-opinion"]
    assert document.id.startswith("doc/340827-2022-implementing-opinion-")
