"""What one verb of appointing or removing says: one claim for each title it governs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.model import Time
from kg.recognise.line import Atom
from kg.relate.claim import Claim, Filler, filler
from kg.relate.post import Post
from kg.relate.story import Scene


@dataclass(frozen=True, slots=True)
class Act:
    """What one verb of appointing or removing says of every title it governs."""

    event: str
    """appointment | removal."""
    agent: Atom | None
    time: Time | None
    stance: str
    rule: str


def claims_of(scene: Scene, act: Act, people: tuple[Atom, ...], posts: list[Post]) -> list[Claim]:
    """One claim a title; one without where the text names none."""
    known: list[Post | None] = [body_of_holder(scene, act, people, post) for post in posts]
    return [
        Claim(
            act.event,
            (
                *(filler("target", p) for p in people),
                *([Filler("title", post.title, post.atom.start, post.atom.end)] if post is not None else []),
                *([Filler("agency", post.agency)] if post is not None and post.agency is not None else []),
                *([filler("agent", act.agent)] if act.agent is not None else []),
            ),
            scene.start,
            scene.end,
            act.rule,
            stance=act.stance,
            time=act.time or Time(),
        )
        for post in known or [None]
    ]


def body_of_holder(scene: Scene, act: Act, people: tuple[Atom, ...], post: Post) -> Post:
    """A removed title without its body: of the body where the person is known to hold it (免去其校长职务)."""
    if act.event != "removal" or post.agency is not None or len(people) != 1 or people[0].kind != "person":
        return post
    known = [p for p in scene.story.posts.get(people[0].value.name, []) if p.title == post.title and p.agency]
    return replace(post, agency=known[-1].agency) if known else post
