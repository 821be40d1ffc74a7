"""How people stand in a real browser, and what became of it: charged, convicted, acquitted, taken back."""

from __future__ import annotations

import re

import pytest
from built import graph, named
from export.html.browser import Opener

from kg.export.html.assets import text
from kg.graph.criminal import EXONERATING, STAGES

WHO = "望江县住建局局长赵试样"
GIVEN = f"2022年2月,{WHO}受到党内警告处分。"
BACK = f"2023年5月,经复查,望江县纪委撤销对{WHO}的党内警告处分。"
CHARGED = f"2022年3月,望江县人民检察院对{WHO}提起公诉。"
ACQUITTED = f"2023年6月,望江县人民法院对{WHO}宣告无罪。"
CONVICTED = f"2022年9月,望江县人民法院判处{WHO}有期徒刑三年。"
WORDS = {
    "sanctioned": ("受到处理处分", "Sanctioned"),
    "criminal": ("刑事程序（尚无判决）", "Criminal proceedings, no judgment"),
    "convicted": ("判决有罪", "Convicted"),
    "undone": ("处分撤销或未认定有罪", "Taken back, or no guilt found"),
}
CASES = {
    (GIVEN,): ["sanctioned"],
    (GIVEN, BACK): ["undone"],
    (CHARGED,): ["criminal"],
    (CHARGED, ACQUITTED): ["undone"],
    (CHARGED, CONVICTED): ["convicted", "criminal"],
    (GIVEN, BACK, CONVICTED): ["convicted", "undone"],
}


@pytest.mark.browser
@pytest.mark.parametrize("texts", CASES, ids=lambda t: "-".join(CASES[t]))
@pytest.mark.parametrize("lang", ["zh-CN", "en-GB"])
def test_each_stage_stands_as_itself(show: Opener, texts: tuple[str, ...], lang: str) -> None:
    """The panel of a person tells each standing in its words, and none that a later word ended."""
    built = graph(*texts)
    local = named(built, "Person")["赵试样"].id
    page = show(built, fragment=f"#node={local}", locale=lang)
    page.until("document.querySelector('#panel .standing')")
    found = page.page.locator("#panel .standing b").all_inner_texts()
    assert found == [WORDS[face][lang == "en-GB"] for face in CASES[texts]]
    tagged = "后已撤销或终止" if lang == "zh-CN" else "Later taken back or ended"
    assert (tagged in page.text("#panel-body")) == ("undone" in CASES[texts])
    assert page.complaints == []


@pytest.mark.browser
def test_sanction_taken_back_is_told_in_a_sentence(show: Opener) -> None:
    """Whose, which, by whom; never as a sanction given."""
    built = graph(GIVEN, BACK)
    (back,) = (f for f in built.facts if f.kind == "Overturning")
    page = show(built, fragment=f"#fact={back.id}")
    page.until("document.querySelector('#panel .lead')")
    lead = page.page.locator("#panel .lead").inner_text()
    assert "被撤销，决定者：望江县纪委" in lead
    assert "受到" not in lead


@pytest.mark.browser
@pytest.mark.parametrize(
    ("lang", "words"),
    [("zh-CN", ("机构变更", "由另一机构承接")), ("en-GB", ("change of an organisation", "replaced"))],
)
def test_change_of_a_body_has_words(show: Opener, lang: str, words: tuple[str, ...]) -> None:
    """Both bodies are a click away, and the kind of the change stands in the reader's language."""
    built = graph(
        "2016年5月,环境保护部印发《关于加强执法监督的意见》。",
        "2019年5月,生态环境部印发《关于加强督察整改的意见》。",
    )
    (change,) = named(built, "OrganizationChange").values()
    page = show(built, fragment=f"#node={change.id}", locale=lang)
    page.until("document.querySelector('#panel .props')")
    shown = page.text("#panel-body")
    for part in (*words, "环境保护部", "生态环境部", "2018-03-17"):
        assert part in shown, part


def test_page_and_graph_know_the_same_outcomes() -> None:
    """The codes of judgments and of outcomes without guilt are those of the plain edges."""
    source = text("js/standing.js")
    for name, codes in (
        ("NO_GUILT", {c.rsplit("/", 1)[1] for c in EXONERATING}),
        ("JUDGED", set(STAGES["convicted"])),
    ):
        body = re.search(rf"const {name} = \[(.*?)\];", source, re.DOTALL)
        assert body
        assert set(re.findall(r'"([\w-]+)"', body[1])) == codes
