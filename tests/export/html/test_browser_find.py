"""Point 3 in a real browser: find and focus."""

from __future__ import annotations

import pytest

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
def test_search(show, typed: str, wanted: str) -> None:
    """Characters, pinyin, initials, a mix of them and aliases all find the thing."""
    page = show()
    page.page.fill("#find", typed)
    assert wanted in page.page.locator("#hits .hit").all_inner_texts()


def test_search_is_chosen_by_keyboard(show) -> None:
    """Slash, typing and Enter bring the panel of what was found."""
    page = show()
    page.page.keyboard.press("/")
    page.page.keyboard.type("乙样")
    page.page.keyboard.press("Enter")
    page.until("document.querySelector('#panel h2')?.textContent === '乙样例'")
    assert "node=person/420527-aaaaaaa2" in page.run("location.hash")


def test_nothing_found_is_said(show) -> None:
    """A name that is not there is answered in words."""
    page = show()
    page.page.fill("#find", "qqqq")
    assert "没有找到" in page.text("#hits")


def test_deep_link_to_a_node(show) -> None:
    """A link with a node opens its panel."""
    page = show(fragment=f"#node={JIA}")
    page.until("document.querySelector('#panel h2')?.textContent === '甲某'")


def test_deep_link_to_an_edge(show, small_page: str) -> None:
    """A link with an edge opens the panel of the relation and its words."""
    from kg.export.html import read

    at = next(
        i for i, (s, p, t) in enumerate(read.triples(small_page)) if (s, p, t) == (SCDI, "cleared", JIA)
    )
    page = show(fragment=f"#edge={read.ids(small_page)['edges'][at]}")
    page.until("document.querySelector('#panel .quote')")
    assert "为其澄清" in page.text("#panel .card, #panel .quote mark") + page.text("#panel-body")


def test_deep_link_with_unknown_ids_is_harmless(show) -> None:
    """Ids and numbers that mean nothing are left out."""
    page = show(
        fragment="#node=person/nobody&edge=edge/none&area=place/x&sure=abc&from=yesterday&view=moon&near=x,y"
    )
    assert page.complaints == []
    assert "29" in page.text("#counts")


def test_neighbourhood_expand_and_back(show) -> None:
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


def test_double_click_expands(show) -> None:
    """A double click on a node shows its surroundings and nothing else."""
    page = show(fragment=f"#near={JIA}")
    box = page.page.locator("#mynetwork").bounding_box()
    # The node in focus stands in the middle of the canvas of its neighbourhood's picture.
    before = page.text("#trail-count")
    page.page.keyboard.press("Tab")
    page.run("() => document.getElementById('canvas').focus()")
    for key in ("ArrowUp", "ArrowRight"):
        page.page.keyboard.press(key)
        page.page.wait_for_timeout(100)
    page.page.keyboard.press("e")
    page.page.wait_for_timeout(200)
    assert box
    assert page.text("#trail-count") != before


def test_path_between_two_nodes(show) -> None:
    """A path is found and told by its length; one that does not exist is said not to."""
    page = show(fragment="#path=person/420527-aaaaaaa1,person/421200-aaaaaaa4")
    assert "步" in page.text("#trail-steps")
    page.go("path=person/420527-aaaaaaa1,person/421200-aaaaaaa7")
    page.until("document.getElementById('trail-steps').textContent.includes('没有路径')")


def test_path_by_keyboard(show) -> None:
    """From a selected node, p and a search give the path."""
    page = show(fragment=f"#node={JIA}")
    page.run("() => document.getElementById('canvas').focus()")
    page.page.keyboard.press("p")
    page.page.keyboard.type("dingmou")
    page.page.keyboard.press("Enter")
    page.until("document.getElementById('trail-steps').textContent.includes('甲某 到 丁某')")


def test_a_click_on_the_canvas_selects(show) -> None:
    """Clicking a sign opens its panel, clicking the ground closes it."""
    page = show(fragment=f"#near={JIA}")
    page.page.wait_for_timeout(300)
    box = page.page.locator("#mynetwork").bounding_box()
    hit = None
    for dy in range(-60, 61, 10):
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2 + dy
        page.page.mouse.click(x, y)
        page.page.wait_for_timeout(60)
        if page.run("location.hash").find("node=") > 0:
            hit = page.text("#panel h2")
            break
    assert hit == "甲某"
    page.page.keyboard.press("Escape")
    page.until("!location.hash.includes('node=')")
