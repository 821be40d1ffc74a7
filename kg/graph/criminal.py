"""Stages of criminal proceedings, each with plain edges of its own: transfer, restraint, charge, conviction.

One edge for all of them would show somebody handed over as somebody convicted. The stages follow the law:
《监察法》2018第四十五条(四) for the transfer; 《刑事诉讼法》第六章 for coercive measures, which say nothing
about guilt; 第一百七十六条 for the charge; 第二百条 and 《刑法》第三十二条至第三十七条 for judgments.
A conviction may go without a penalty (免予刑事处罚, 《刑法》第三十七条): it is one all the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Fact

KIND = "CriminalProceeding"
EXONERATING = frozenset({"voc/criminal/acquittal", "voc/criminal/non-prosecution"})
"""Outcomes after which nobody may stand as charged or convicted (《刑事诉讼法》第一百七十七条、第二百条)."""
OPEN = frozenset({"voc/criminal/liability"})
"""Told without a stage (追究刑事责任): a fact, but no plain edge, for none is known to be true."""
STAGES: dict[str, tuple[str, ...]] = {
    "transferredToJustice": ("transfer-judicial", "transfer-procuratorate"),
    "underCoerciveMeasure": ("bail", "residential-surveillance", "arrest"),
    "charged": ("prosecution",),
    "convicted": (
        *("conviction", "exemption", "surveillance", "detention-penalty", "fixed-term", "life"),
        *("death-suspended", "death", "suspended", "fine", "political-rights", "property-confiscation"),
    ),
}
"""Edge from the person to the measure -> codes of the scheme ``criminal``."""
STAGE = {f"voc/criminal/{code}": edge for edge, codes in STAGES.items() for code in codes} | {
    "voc/accuser-measure/criminal-detention": "underCoerciveMeasure"
}
"""Measure -> its edge; 刑事拘留 stands in another scheme (《刑事诉讼法》第八十二条)."""
ACTORS: dict[str, tuple[str, frozenset[str]]] = {
    "underCoerciveMeasure": ("restrained", frozenset({"Court", "Procuratorate", "PublicSecurityOrgan"})),
    "charged": ("prosecuted", frozenset({"Procuratorate"})),
    "convicted": ("sentenced", frozenset({"Court"})),
}
"""Edge of a stage -> what the body did that may take it, and which bodies may (《刑事诉讼法》第三条)."""
OF_PATIENT = frozenset(STAGES)
OF_AGENT = frozenset(edge for edge, _ in ACTORS.values())


def of_proceeding(fact: Fact) -> Iterator[tuple[str, str, str]]:
    """The edges that the stages of a proceeding make; none of an outcome that exonerates."""
    if fact.kind != KIND or EXONERATING & set(fact.fillers("measure")):
        return
    for measure in fact.fillers("measure"):
        stage = STAGE.get(measure)
        if stage is None:
            continue
        for who in fact.fillers("patient"):
            yield who, stage, measure
            if stage in ACTORS:
                yield from ((agent, ACTORS[stage][0], who) for agent in fact.fillers("agent"))


def may(kind: str, act: str) -> bool:
    """Whether a body of a class may do an act: only courts sentence, only procuratorates charge."""
    return any(act == name and kind in kinds for name, kinds in ACTORS.values())
