"""Orders and numbered announcements that a text prints in full: dated by the signature below them.

What an order puts out is put out on the day it is signed (行政法规制定程序条例: 公布令), and an announcement
that puts out nothing else is itself made known by the body before its number (全国人民代表大会公告第六号).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from kg.model import Time
from kg.recognise.line import Atom
from kg.relate.claim import Claim, Filler, filler
from kg.relate.page import Page
from kg.relate.story import Scene

ORDER = "recognise.document.order"
"""The rule of the atoms that are numbered orders and announcements."""
LINES = 4
"""Lines from the words that put something out to the day of the signature at most."""
SHORT = 40
"""Characters of a line of the signature at most."""


@dataclass(frozen=True, slots=True)
class Printed:
    """An order as printed: its number, the body before it, where it ends, and the day it is signed."""

    title: Atom
    body: Atom | None
    end: int
    day: Time


def orders(page: Page, claims: list[Claim]) -> list[Claim]:
    """The claims, those of what a printed order puts out dated by it, and those of announcements added."""
    for one in printed(page):
        inside = [c for c in claims if one.title.start <= c.start < one.end and c.type == "issuance"]
        put_out = [c for c in inside if "issue" in c.all("action") and "adopt" not in c.all("action")]
        claims = [replace(c, time=one.day) if c in put_out else c for c in claims]
        if not inside and one.body is not None:
            claims.append(announcement(one))
    return claims


def printed(page: Page) -> list[Printed]:
    """The orders of a page that stand as headings over words that put something out and a signature."""
    heads = [n for n, s in enumerate(page.scenes) if s.line[-1].rule == ORDER]
    found: list[Printed] = []
    for first, behind in pairwise([*heads, len(page.scenes)]):
        scenes = page.scenes[first:behind]
        day = signed(scenes)
        if day is not None:
            line = scenes[0].line
            body = next((a for a in line if a.kind == "agency" and a.end == line[-1].start), None)
            found.append(Printed(line[-1], body, day.end, next(iter(day.times.values()))))
    return found


def signed(scenes: list[Scene]) -> Scene | None:
    """The line with the day of a signature, soon behind the words that put something out."""
    said = next((n for n, s in enumerate(scenes) if s.holds("act.promulgate")), None)
    if said is None:
        return None
    for scene in scenes[said + 1 : said + 1 + LINES]:
        if scene.line[0].kind == "date" and len(scene.times) == 1 and no_act(scene):
            return scene
        if scene.end - scene.start > SHORT:
            return None
    return None


def no_act(scene: Scene) -> bool:
    """Whether a line holds a day, and at most where (2018年3月18日于北京)."""
    return all(a.kind in ("date", "place") or len(a.text) == 1 for a in scene.line)


def announcement(one: Printed) -> Claim:
    """An announcement made known."""
    title = one.title
    body = (filler("agent", one.body),) if one.body is not None else ()
    act = Filler("action", "issue", title.start, title.end)
    fillers = (filler("document", title), *body, act)
    return Claim("issuance", fillers, title.start, title.end, "relate.issuance.order", time=one.day)
