"""Copies of one text are one source."""

from __future__ import annotations

from built import document, entity, facts, graph, refs
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.copies import combined, copies

NOTICE = (
    "望江县纪委监委通报3起不担当不作为典型问题。2023年2月,望江县住建局局长赵试样受到政务记过处分。"
    "望江县教育局副局长钱样本在项目审批中推诿扯皮,2023年3月受到党内警告处分。通报要求各级党组织引以为戒。"
)
COPY = "(资料图片仅供参考)" + NOTICE + "来源:某某网 关闭"
OTHER = (
    "宿松县财政局召开会议,学习有关文件精神,研究下一步工作安排,要求全体干部职工认真贯彻落实,确保完成全年目标任务。"
    * 2
)


def test_copy_with_caption_and_footer_is_one_source() -> None:
    """The first by date, then by id, is the source; a text of other words is its own."""
    found = copies([document(NOTICE, "a"), document(COPY, "b"), document(OTHER, "c")])
    assert found == {"a": "a", "b": "a", "c": "c"}


def test_earliest_publication_is_the_source() -> None:
    """Ids decide only where dates do not."""
    found = copies([document(NOTICE, "a", "2023-05-09"), document(COPY, "b", "2023-05-08")])
    assert found == {"a": "b", "b": "b"}


def test_short_texts_are_copies_only_word_for_word() -> None:
    """Two short notices of one pattern are two sources."""
    one, other = "望江县纪委通报3起问题。", "望江县纪委通报4起问题。"
    assert copies([document(one, "a"), document(other, "b"), document(one + "\n", "c")]) == {
        "a": "a",
        "b": "b",
        "c": "a",
    }


def test_independent_sources_add_up_copies_do_not() -> None:
    """Two texts in their own words make a fact surer; a copy does not."""
    told = "2023年2月,望江县住建局局长赵试样受到政务记过处分,县里就此召开警示教育大会,多名干部作了表态发言。"
    (alone,) = facts(graph(NOTICE), "GovernmentSanction")
    (copied,) = facts(graph(NOTICE, COPY), "GovernmentSanction")
    (twice,) = facts(graph(NOTICE, told), "GovernmentSanction")
    assert alone.confidence == copied.confidence < twice.confidence
    assert refs(entity(graph(NOTICE, COPY), "text/d1"), "copyOf") == ["text/d0"]


@given(st.dictionaries(st.text(max_size=3), st.floats(0, 1), min_size=1))
def test_no_source_makes_a_fact_less_sure(confidences: dict[str, float]) -> None:
    """The whole is at least as sure as its best source, and never more than certain."""
    assert max(confidences.values()) - 1e-4 <= combined(confidences) <= 1.0


def test_short_notices_of_two_counties_are_no_copies() -> None:
    """Ten characters of difference in a short text are another notice."""
    one, other = "望江县财政局局长受到政务警告处分。", "宿松县财政局局长受到政务警告处分。"
    found = copies([document(one, "d0"), document(other, "d1"), document(one, "d2")])
    assert found == {"d0": "d0", "d1": "d1", "d2": "d0"}


def test_long_copy_with_names_masked_or_cut_is_a_copy() -> None:
    """A notice of five cases on another site: given names left out, or the end left out."""
    case = (
        "望江县{}局长{}在{}工作中履职不力,对群众反映的问题敷衍塞责,未按要求到现场核查,"
        "也未督促有关股室限期整改,致使问题长期得不到解决,造成不良影响,2023年{}月受到党内警告处分。"
    )
    names, bureaus = (
        ("赵试样", "钱样本", "孙拟例", "李虚设", "周假托"),
        ("住建", "教育", "财政", "水利", "交通"),
    )
    works = ("危房改造", "控辍保学", "资金拨付", "河道清淤", "公路养护")
    told = [case.format(b, n, w, m) for b, n, w, m in zip(bureaus, names, works, range(1, 6), strict=True)]
    told.append(
        "通报要求,全县各级党组织要从上述案例中汲取教训,举一反三,强化监督检查,推动干部履职尽责、担当作为。"
    )
    whole = "".join(told)
    hidden = whole
    for name in names:
        hidden = hidden.replace(name, name[0] + "某某")
    found = copies([document(whole, "a"), document(hidden, "b"), document(whole[: len(whole) * 2 // 3], "c")])
    assert found == {"a": "a", "b": "a", "c": "a"}


def test_two_short_notices_of_one_pattern_are_two_sources() -> None:
    """Another person, post and month in the same words."""
    one = "2023年2月,望江县住建局局长赵试样因履职不力、作风漂浮、对群众诉求推诿扯皮,受到党内警告处分。"
    other = one.replace("2月", "5月").replace("住建", "教育").replace("赵试样", "钱样本")
    assert copies([document(one, "a"), document(other, "b")]) == {"a": "a", "b": "b"}
