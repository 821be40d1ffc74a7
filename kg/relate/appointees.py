"""Who was appointed, where no verb governs the names: an attribute (新任命的局长某某), a list behind a colon.

A list tells who they are whom the sentence before says a body appointed (任命了组成人员。他们是：主任甲).
"""

from __future__ import annotations

from dataclasses import replace

from kg.recognise.line import Atom
from kg.relate.appointing import Act, claims_of
from kg.relate.claim import Claim
from kg.relate.post import Post
from kg.relate.story import Scene


def newly(scene: Scene, index: int) -> list[tuple[tuple[Atom, ...], list[Post]]]:
    """The persons of whom an appointment is an attribute, with their posts (新任命的|某局局长某某)."""
    if index + 2 >= len(scene.units) or not scene.is_a(index + 1, "particle.of"):
        return []
    named = {a.value.name: a for a in scene.units[index + 2].of("person")}
    held: dict[str, list[Post]] = {}
    for person, post in scene.found.posts:
        if not post.former and person.value.name in named:
            held.setdefault(person.value.name, []).append(post)
    return [((named[name],), posts) for name, posts in held.items()]


def announce(scene: Scene, index: int, act: Act) -> None:
    """Keep an appointment whose people only the next sentence names, with the body they are members of."""
    members = any(scene.is_a(at, "noun.members") for at in range(index + 1, len(scene.units)))
    if act.event == "appointment" and members:
        bodies = [a for u in scene.units[index + 1 :] for a in u.of("agency")]
        scene.story.appointed = (act, bodies[-1] if bodies else None, scene.end)


def whose_names(scene: Scene) -> bool:
    """Whether a sentence names those whom the one before says were appointed (他们是：…)."""
    told = scene.story.appointed
    colon = next((at for at, u in enumerate(scene.units[:4]) if u.text == "："), 0)
    led = colon > 0 and scene.is_a(0, "anaphor.persons", "noun.list")
    between = scene.story.context.document.folded[told[2] : scene.start].strip("。\n ") if told else "?"
    return led and not between


def named_behind(scene: Scene) -> list[Claim]:
    """One claim a person and post of such a list."""
    if scene.story.appointed is None or not whose_names(scene):
        return []
    act, body, _ = scene.story.appointed
    claims: list[Claim] = []
    for person, post in scene.found.posts:
        held = post if post.agency is not None or body is None else replace(post, agency=body.value)
        claims += claims_of(scene, act, (person,), [held])
    return claims
