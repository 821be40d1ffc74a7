"""Posts that a measure ends: who is removed from them holds them no more.

Sources: 中国共产党纪律处分条例 2023 第十一条; 公职人员政务处分法 第七条. A Party measure ends posts of the
Party only, one of state the others; what a text tells later is not touched. Expulsion ends them too, but a
notice of one tells the posts as those held so far: nothing is concluded from it.
"""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.relate.claim import Claim
from kg.relate.page import Page
from kg.relate.same import former, key
from kg.values import MeasureValue

PARTY, STATE = "party", "state"
"""The orders whose posts a measure may end."""


def lost(page: Page, claims: list[Claim]) -> list[Claim]:
    """The claims, posts that a measure told in their sentence or behind it ends marked as past."""
    ended = ends(claims, page.lexicon)
    if not ended:
        return claims
    return [former(c) if c.type == "post" and over(c, ended, page.lexicon) else c for c in claims]


def ends(claims: list[Claim], lexicon: Lexicon) -> dict[tuple[str, str], int]:
    """Name and order -> the offset up to which a post of that order is told as held before it ended."""
    found: dict[tuple[str, str], int] = {}
    for claim in claims:
        if claim.type != "sanction" or claim.stance != "asserted":
            continue
        codes = [f"{m.scheme}/{m.code}" for m in claim.all("measure") if isinstance(m, MeasureValue)]
        orders = {order for code in codes if (order := lexicon.value("measure.ends", code))}
        for target in claim.all("target"):
            found.update({(key(target), order): claim.end for order in orders})
    return found


def over(claim: Claim, ended: dict[tuple[str, str], int], lexicon: Lexicon) -> bool:
    """Whether the post of a claim is of an order that a measure ended for its holder."""
    of_party = any(lexicon.is_a(str(t), "title.party", "title.organ") for t in claim.all("title"))
    order = PARTY if of_party else STATE
    return any(claim.start < ended.get((key(person), order), -1) for person in claim.all("person"))
