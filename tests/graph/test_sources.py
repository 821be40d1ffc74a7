"""Who a text is from, and what that counts in the confidence of a fact."""

from __future__ import annotations

from dataclasses import replace

import pytest
from built import document, entity, facts, refs, resources

from kg import pipeline
from kg.graph.sources import tier_of
from kg.model import Graph

TOLD = "2023年2月,望江县住建局局长赵试样受到政务记过处分。"
AGAIN = "望江县住建局局长赵试样因工作失职,于2023年2月受到政务记过处分,全县干部要引以为戒,认真吸取教训。"


def built(*texts: tuple[str, str]) -> Graph:
    """The graph of some texts with their addresses."""
    found = [replace(document(text, f"d{n}"), url=url) for n, (text, url) in enumerate(texts)]
    return pipeline.build(found, resources())


def sure(*texts: tuple[str, str]) -> float:
    """The confidence of the sanction told."""
    (fact,) = facts(built(*texts), "GovernmentSanction")
    return fact.confidence


@pytest.mark.parametrize(
    ("url", "names", "tier"),
    [
        ("https://www.ccdi.gov.cn/a.html", (), "official-organ"),
        ("http://www.wjjw.gov.cn/a", ("新华社",), "official-organ"),
        ("https://fanfu.people.com.cn/a", (), "official-media"),
        ("https://people.com.cn.example.org/a", (), ""),
        ("", ("新华社",), "official-media"),
        ("", ("望江县纪委监委",), "official-organ"),
        ("", ("某某养生网",), ""),
        ("not an address", (), ""),
        ("http://[", (), ""),
    ],
)
def test_tier_by_site_then_by_name(url: str, names: tuple[str, ...], tier: str) -> None:
    """The end of the host decides, then whom the text says it is from."""
    assert tier_of(url, names, resources().lexicon) == tier


def test_tier_is_told_of_the_text() -> None:
    """As a term of the scheme; nothing where nothing is known."""
    graph = built((TOLD, "https://www.ahjjjc.gov.cn/a"), (AGAIN, ""))
    assert refs(entity(graph, "text/d0"), "sourceTier") == ["voc/source-tier/official-organ"]
    assert refs(entity(graph, "text/d1"), "sourceTier") == []


def test_confidence_follows_the_formula() -> None:
    """One source by its weight; two sources by the chance that one is right."""
    organ, media, none = "https://a.gov.cn/x", "https://a.people.com.cn/x", ""
    assert sure((TOLD, organ)) == sure((TOLD, none)) == 0.9
    assert sure((TOLD, media)) == pytest.approx(0.95 * 0.9)
    assert sure((TOLD, organ), (AGAIN, media)) == pytest.approx(1 - 0.1 * (1 - 0.95 * 0.9), abs=1e-4)


def test_texts_of_one_origin_and_copies_are_one_source() -> None:
    """来源 names the same organ: said twice by one, not by two; a copy adds nothing."""
    origin = "\n来源:望江县纪委监委"
    assert sure((TOLD + origin, ""), (AGAIN + origin, "")) == sure((TOLD + origin, ""))
    assert sure((AGAIN, "https://a.gov.cn/x"), (AGAIN + " ", "https://b.example.org/x")) == 0.9


def test_copy_is_a_republisher() -> None:
    """The later copy, on a site that is neither."""
    graph = built((AGAIN, ""), (AGAIN + " ", "https://b.example.org/x"))
    assert refs(entity(graph, "text/d1"), "sourceTier") == ["voc/source-tier/republisher"]
