"""Point 3 in a real browser: find and focus."""

from __future__ import annotations

import pytest
from export.html import invented
from export.html.browser import Opener

pytestmark = pytest.mark.browser

JIA = "person/420527-aaaaaaa1"
SCDI = "org/420527-cdi-sc"


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("甲某", "甲某"),
        ("jiamou", "甲某"),
        ("jm", "甲某"),
        ("zigui", "秭归县"),
        ("zgxjwjw", "秭归县纪委监委"),
        ("县纪委监委", "县纪委监委"),
        ("秭gui县", "秭归县"),
        ("shishiyijian", "实施意见"),
    ],
)
def test_search(show: Opener, typed: str, wanted: str) -> None:
    """Characters, pinyin, initials, a mix of them and aliases all find the thing."""
    page = show()
    page.page.fill("#find", typed)
    assert wanted in page.page.locator("#hits .hit").all_inner_texts()


def test_usual_readings_come_first(show: Opener) -> None:
    """What is read as usual stands before what only a rarer reading of a character gives."""
    page = show()
    page.page.fill("#find", "j")
    first = page.page.locator("#hits .hit").all_inner_texts()[:3]
    assert any(text[0] in "甲己纪机" for text in first)


def test_terms_are_found_in_both_languages(show: Opener) -> None:
    """A measure is found by its English name in the Chinese interface."""
    page = show()
    page.page.fill("#find", "major demerit")
    assert "政务记大过" in page.text("#hits small")


def test_search_is_chosen_by_keyboard(show: Opener) -> None:
    """Slash, typing and Enter bring the panel of what was found."""
    page = show()
    page.page.keyboard.press("/")
    page.page.keyboard.type("乙样")
    page.page.keyboard.press("Enter")
    page.until("document.querySelector('#panel h2')?.textContent === '乙样例'")
    assert "node=person/420527-aaaaaaa2" in page.run("location.hash")


def test_nothing_found_is_said(show: Opener) -> None:
    """A name that is not there is answered in words."""
    page = show()
    page.page.fill("#find", "qqqq")
    assert "没有找到" in page.text("#hits")


def test_deep_link_to_a_node(show: Opener) -> None:
    """A link with a node opens its panel."""
    page = show(fragment=f"#node={JIA}")
    page.until("document.querySelector('#panel h2')?.textContent === '甲某'")


def test_deep_link_to_an_edge(show: Opener, small_page: str) -> None:
    """A link with an edge opens the panel of the relation and its words."""
    from kg.export.html import read

    at = next(
        i for i, (s, p, t) in enumerate(read.triples(small_page)) if (s, p, t) == (SCDI, "cleared", JIA)
    )
    page = show(fragment=f"#edge={read.ids(small_page)['edges'][at]}")
    page.until("document.querySelector('#panel .quote')")
    assert "为其澄清" in page.text("#panel .card, #panel .quote mark") + page.text("#panel-body")


def test_deep_link_with_unknown_ids_is_harmless(show: Opener) -> None:
    """Ids and numbers that mean nothing are left out."""
    page = show(
        fragment="#node=person/nobody&edge=edge/none&area=place/x&sure=abc&from=yesterday&view=moon&near=x,y"
    )
    assert page.complaints == []
    assert "29" in page.text("#counts")


def test_neighbourhood_expand_and_back(show: Opener) -> None:
    """Focus on a node, expand to a second, step back twice by history, forward once."""
    page = show(fragment=f"#node={JIA}")
    page.until("document.querySelector('#panel h2')")
    page.page.get_by_role("button", name="看周围").click()
    assert "全图" in page.text("#trail-steps")
    assert page.text("#trail-count") == "5 个"
    page.go(f"near={JIA},{SCDI}&node={JIA}")
    assert page.text("#trail-count") == "7 个"
    page.page.click("#back")
    page.until("document.getElementById('trail-count').textContent === '5 个'")
    page.page.click("#forward")
    page.until("document.getElementById('trail-count').textContent === '7 个'")
    page.page.locator("#trail-steps button").first.click()
    page.until("document.getElementById('trail-count').textContent === ''")


def test_double_click_expands(show: Opener) -> None:
    """A double click shows the surroundings and nothing else; one on a neighbour adds its own."""
    page = show()
    page.page.mouse.dblclick(*page.run("(id) => cadreKg.at(id)", JIA))
    page.until("document.getElementById('trail-count').textContent === '5 个'")
    page.page.wait_for_timeout(400)
    page.page.mouse.dblclick(*page.run("(id) => cadreKg.at(id)", SCDI))
    page.until("document.getElementById('trail-count').textContent !== '5 个'")
    assert f"near={JIA},{SCDI}" in page.run("location.hash")


def test_click_on_an_edge(show: Opener) -> None:
    """A click on the middle of a line opens the relation."""
    page = show(fragment=f"#near={JIA}")
    page.page.wait_for_timeout(300)
    (ax, ay), (bx, by) = (page.run("(id) => cadreKg.at(id)", i) for i in (JIA, SCDI))
    page.page.mouse.click((ax + bx) / 2, (ay + by) / 2)
    page.until("location.hash.includes('edge=')")
    page.until("document.querySelector('#panel .quote mark')")


def test_path_between_two_nodes(show: Opener) -> None:
    """A path is found and told by its length; one that does not exist is said not to."""
    page = show(fragment="#path=person/420527-aaaaaaa1,person/421200-aaaaaaa4")
    assert "步" in page.text("#trail-steps")
    page.go("path=person/420527-aaaaaaa1,person/421200-aaaaaaa7")
    page.until("document.getElementById('trail-steps').textContent.includes('没有路径')")


def test_path_by_keyboard(show: Opener) -> None:
    """From a selected node, p and a search give the path."""
    page = show(fragment=f"#node={JIA}")
    page.run("() => document.getElementById('canvas').focus()")
    page.page.keyboard.press("p")
    page.page.keyboard.type("dingmou")
    page.page.keyboard.press("Enter")
    page.until("document.getElementById('trail-steps').textContent.includes('甲某 到 丁某')")


def test_a_click_on_the_canvas_selects(show: Opener) -> None:
    """Clicking a sign opens its panel, Escape closes it."""
    page = show()
    page.page.mouse.click(*page.run("(id) => cadreKg.at(id)", JIA))
    page.until("document.querySelector('#panel h2')?.textContent === '甲某'")
    page.page.keyboard.press("Escape")
    page.until("!location.hash.includes('node=')")


def test_a_path_prefers_people_and_bodies(show: Opener) -> None:
    """Two who share nothing but a measure are not joined over it while another way exists."""
    page = show(fragment="#path=person/420527-aaaaaaa2,person/420527-aaaaaaa1&view=list")
    page.until("document.querySelector('#sheet li')")
    assert "政务记大过" not in page.text("#sheet .lists section")


def test_a_linked_fact_is_framed(show: Opener) -> None:
    """A link to a fact shows its parties near enough to be read."""
    fact = next(f for f in invented.small().facts if f.label == "为甲某澄清")
    page = show(fragment=f"#fact={fact.id}", size=(390, 844), has_touch=True, is_mobile=True)
    page.page.wait_for_timeout(700)
    x, y = page.run("(id) => cadreKg.at(id)", JIA)
    assert 0 < x < 390
    assert 120 < y < 844 * 0.46
