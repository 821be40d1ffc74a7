"""Appointments and removals as acts: 任命某某为…, 免去某某的…职务, 拟任…"""

from __future__ import annotations

from kg.recognise.line import Atom
from kg.relate.claim import Claim, Filler, filler
from kg.relate.designation import titles_in
from kg.relate.parties import acting, between, subject
from kg.relate.story import Scene

KINDS = ("person", "group")


def personnel(scene: Scene) -> list[Claim]:
    """The appointment and removal claims of a sentence."""
    claims: list[Claim] = []
    for index in range(len(scene.units)):
        for event in ("appointment", "removal"):
            if scene.is_a(index, f"act.{event}"):
                claims += act(scene, index, event)
    return claims


def act(scene: Scene, index: int, event: str) -> list[Claim]:
    """The claim of one verb."""
    end = clause_end(scene, index)
    people = between(scene, index, end, KINDS) or subject(scene, index, ("person",))
    if not people or scene.modal(index, "modal.must"):
        return []
    posts = titles_in(scene.atoms(index + 1, end), scene.story.context)
    if not posts:
        return []
    agent = deciding(scene, index)
    time = scene.date_near(index) or (scene.story.date if agent is not None else None)
    stance = "planned" if scene.modal(index + 1, "modal.plan") else "asserted"
    return [
        Claim(
            event,
            (
                *(filler("target", p) for p in people),
                Filler("title", post.title, post.atom.start, post.atom.end),
                *([Filler("agency", post.agency)] if post.agency is not None else []),
                *([filler("agent", agent)] if agent is not None else []),
            ),
            scene.start,
            scene.end,
            "relate.personnel",
            stance=stance,
            **({"time": time} if time else {}),
        )
        for post in posts
    ]


def deciding(scene: Scene, index: int) -> Atom | None:
    """The body by whose decision (根据…的决定), or that acts, or that the text is about."""
    for at in range(index - 1, -1, -1):
        unit = scene.units[at]
        if scene.is_a(at, "noun.decision"):
            bodies = [a for u in scene.units[:at] for a in u.of("agency")]
            if bodies:
                scene.story.decider = bodies[-1]
                break
        if unit.kind == "punct" and unit.text not in "：，":
            break
    return scene.story.decider or acting(scene, index) or scene.story.body


def clause_end(scene: Scene, index: int) -> int:
    """The index after the last unit of the clause a verb stands in, the next such verb excluded."""
    for at in range(index + 1, len(scene.units)):
        if scene.units[at].clause > scene.units[index].clause:
            return at
        if scene.is_a(at, "act.appointment", "act.removal"):
            return at
    return len(scene.units)


def of_person(people: tuple[Atom, ...]) -> bool:
    """Whether any of the parties is a named person."""
    return any(p.kind == "person" for p in people)
