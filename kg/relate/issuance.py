"""Documents issued, revised, adopted, repealed: a title next to a verb of those, and the body that did it."""

from __future__ import annotations

from kg.recognise.line import Atom
from kg.relate.claim import Claim, Filler, filler
from kg.relate.parties import is_marked
from kg.relate.story import Scene

REACH = 5
"""Units that may stand between a verb of issuing and the title."""
ACTIONS = ("issue", "revise", "adopt", "repeal")


def issuance(scene: Scene) -> list[Claim]:
    """The issuance claims of a sentence."""
    claims: list[Claim] = []
    index = 0
    while index < len(scene.units):
        if scene.units[index].kind != "document":
            index += 1
            continue
        last = list_end(scene, index)
        claims += of_titles(scene, index, last)
        index = last + 1
    return claims


def list_end(scene: Scene, index: int) -> int:
    """The last title of a list of titles that begins at a unit."""
    last = index
    for at in range(index + 1, len(scene.units)):
        if scene.units[at].kind == "document":
            last = at
        elif not scene.is_a(at, "list.join") or scene.units[at].text == "，":
            break
    return last


def of_titles(scene: Scene, first: int, last: int) -> list[Claim]:
    """The claim about titles ``first`` to ``last``, if a verb of issuing belongs to them."""
    titles = [
        u.heads[0]
        for u in scene.units[first : last + 1]
        if u.kind == "document" and not u.heads[0].value.short
    ]
    if not titles:
        return []
    verb, actions = verb_before(scene, first)
    behind = False
    if (
        actions == ["revise"]
        and scene.is_a(verb or 0, "act.attributive")
        and verb_behind(scene, last)[0] is not None
    ):
        verb, actions = verb_behind(scene, last)
        behind, actions = True, ["adopt", *actions]
        return (
            [make(scene, titles, ["issue"], scene.story.signers, "asserted", verb or first, first)]
            if scene.story.signers
            else []
        )
    if verb is None:
        verb, actions = verb_behind(scene, last)
        behind = True
    if verb is None:
        return []
    claims = []
    for some in split_adoption(actions):
        promulgated = behind and "adopt" in actions and some == ["issue"]
        agents = scene.story.signers if promulgated else agents_of(scene, verb, first, behind, some)
        if promulgated and not agents:
            agents = agents_of(scene, verb, first, behind, some)
        if any(scene.lexicon.is_a(t.value.genre, "genre.order") for t in titles):
            scene.story.signers = agents
        stance = (
            "planned"
            if (not agents and not behind and bare(scene, verb)) or scene.modal(verb, "modal.plan")
            else "asserted"
        )
        claims.append(make(scene, titles, some, agents, stance, verb, first))
    return claims


def split_adoption(actions: list[str]) -> list[list[str]]:
    """Adopting and promulgating are two acts; issuing and revising in one verb are one."""
    if "adopt" not in actions:
        return [actions]
    rest = [a for a in actions if a == "issue"]
    return [part for part in ([a for a in actions if a != "issue"], rest) if part]


def actions_of(scene: Scene, index: int) -> list[str]:
    """What a unit's word does to documents."""
    return [a for a in ACTIONS if scene.is_a(index, f"act.{a}")]


def verb_before(scene: Scene, first: int) -> tuple[int | None, list[str]]:
    """The verb that leads to a title from the left, with what words between add (修订后的)."""
    verb: int | None = None
    actions: list[str] = []
    for at in range(first - 1, max(-1, first - 1 - REACH), -1):
        unit = scene.units[at]
        if (
            (unit.kind == "punct"
            and unit.text not in ("、", "“", "”"))
            or (unit.kind in ("document", "party")
            and verb is None
            and at < first - 2)
        ):
            break
        found = actions_of(scene, at)
        if found:
            verb, actions = at, [*found, *actions]
        elif scene.is_a(at, "prep.other", "act.not") or (verb is not None and unit.kind != "word"):
            break
    return verb, list(dict.fromkeys(actions))


def verb_behind(scene: Scene, last: int) -> tuple[int | None, list[str]]:
    """The verb behind a title (《…》已经…审议通过,现予公布), within its sentence."""
    verb: int | None = None
    actions: list[str] = []
    for at in range(last + 1, len(scene.units)):
        unit = scene.units[at]
        if (
            unit.kind == "document"
            or scene.is_a(at, "verb.say", "modal.must")
            or unit.clause - scene.units[last].clause > 2
        ):
            break
        found = actions_of(scene, at)
        if found and (scene.is_a(at, "act.behind") or actions):
            verb, actions = at, [*actions, *found]
    return verb, list(dict.fromkeys(actions))


def bare(scene: Scene, verb: int) -> bool:
    """Whether the verb heads a sentence or clause by itself: an order in a list of tasks, not a report."""
    at = verb - 1
    while at >= 0 and scene.units[at].kind == "word" and not scene.is_a(at, "aspect"):
        at -= 1
    return (at < 0 or scene.units[at].kind == "punct") and not scene.is_a(verb + 1, "aspect")


def agents_of(scene: Scene, verb: int, first: int, behind: bool, actions: list[str]) -> list[Atom]:
    """The bodies, divisions or persons that acted."""
    if behind:
        for at in range(first + 1, verb):
            unit = scene.units[at]
            if (
                unit.kind == "party"
                and scene.is_a(at - 1, "prep.agent", "prep.chain", "act.through")
                and unit.of("agency")
            ):
                return list(unit.of("agency"))
    for at in range(verb - 1, -1, -1):
        unit = scene.units[at]
        if unit.kind == "party" and not is_marked(scene, at) and (unit.of("agency", "person", "place")):
            bodies = unit.of("agency") if not unit.of("person") else unit.of("person")
            return list(bodies or unit.of("place"))
    return [] if behind or bare(scene, verb) else carried(scene)


def carried(scene: Scene) -> list[Atom]:
    """The body the text is about, where the sentence names none but tells of an act."""
    return [scene.story.body] if scene.story.body is not None else []


def make(
    scene: Scene,
    titles: list[Atom],
    actions: list[str],
    agents: list[Atom],
    stance: str,
    verb: int,
    first: int,
) -> Claim:
    """The claim."""
    time = scene.date_near(max(verb, first))
    base = [filler("document", t) for t in titles] + [filler("agent", a) for a in agents]
    acts = [Filler("action", a, scene.units[verb].start, scene.units[verb].end) for a in actions]
    extra = {"time": time} if time else {}
    return Claim(
        "issuance", (*base, *acts), scene.start, scene.end, "relate.issuance", stance=stance, **extra
    )
