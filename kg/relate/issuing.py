"""Verbs of issuing, revising, adopting and repealing: which one belongs to a title, and what it says."""

from __future__ import annotations

from dataclasses import dataclass

from kg.normalise.titles import RESOLVED
from kg.recognise.line import Atom
from kg.relate.parties import is_marked, opens
from kg.relate.story import Scene
from kg.relate.units import Unit

REACH = 6
"""Units that may stand between a verb of issuing and the title."""
CLAUSES = 2
"""Clauses behind a title's own in which its verb may stand."""
GROUP = 4
"""Units from the verb that describes a title back to who did it (某部|等|部门|联合制定)."""
ACTIONS = ("issue", "revise", "adopt", "repeal")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of issuing: where, what it and the words with it do to a document."""

    at: int
    actions: tuple[str, ...]
    behind: bool = False
    """Whether it stands behind the titles."""
    promulgates: bool = False
    """Whether it puts out what was adopted before (已经…通过,现予公布): who signs the order does that."""


def actions_of(scene: Scene, index: int) -> list[str]:
    """What a unit's word does to documents."""
    return [a for a in ACTIONS if scene.is_a(index, f"act.{a}")]


def verb_before(scene: Scene, first: int) -> Verb | None:
    """The verb that leads to a title from the left, with what words between add (修订后的)."""
    verb: int | None = None
    actions: list[str] = []
    revised = False
    first = brought_in(scene, first)
    for at in range(first - 1, max(-1, first - 1 - REACH), -1):
        unit = scene.units[at]
        mark = unit.kind == "punct" and unit.text not in ("、", "“", "”")
        if mark or (unit.kind in ("document", "party") and verb is None and at < first - 2):
            break
        found = actions_of(scene, at)
        revised = revised or scene.is_a(at, "act.revised")
        if found:
            verb, actions = at, [*found, *actions]
        elif scene.is_a(at, "doc.about") and verb is not None:
            continue  # passed was a decision to do so (通过了关于修改《…》的决定)
        elif scene.is_a(at, "prep.other", "act.not") or (verb is not None and unit.kind != "word"):
            break
    actions += ["revise"] if revised and "issue" in actions else []
    return Verb(verb, tuple(dict.fromkeys(actions))) if verb is not None else None


def brought_in(scene: Scene, first: int) -> int:
    """Where who brought a title in begins (通过了|某委员会提出的|关于…的报告), or the title."""
    if not scene.is_a(first - 1, "particle.of") or not scene.units[first].heads[0].rule.endswith("unmarked"):
        return first
    verb = scene.before(first, "act.adopt")
    between = scene.units[verb + 1 : first] if verb is not None else ()
    return verb + 1 if verb is not None and all(u.kind != "document" for u in between) else first


def verb_behind(scene: Scene, last: int) -> Verb | None:
    """The verb behind a title (《…》已经…审议通过,现予公布), within its sentence."""
    verb: int | None = None
    actions: list[str] = []
    for at in range(last + 1, len(scene.units)):
        unit = scene.units[at]
        far = unit.clause - scene.units[last].clause > CLAUSES
        if unit.kind == "document" or far or scene.is_a(at, "verb.say", "modal.must"):
            break
        found = actions_of(scene, at)
        another = scene.is_a(at + 1, "particle.of") and any(
            u.kind == "document" for u in scene.units[at + 2 : at + 3]
        )
        since = scene.is_a(at + 1, "particle.of") and scene.is_a(at + 2, "time.day")  # 自发布之日起施行
        along = verb is not None and unit.clause == scene.units[verb].clause
        onward = unit.clause > scene.units[last].clause and takes_title(scene, at + 1)
        if found and not (another or since or onward) and (scene.is_a(at, "act.behind") or along):
            verb, actions = at, [*actions, *found]
    return Verb(verb, tuple(dict.fromkeys(actions)), behind=True) if verb is not None else None


def takes_title(scene: Scene, at: int) -> bool:
    """Whether a title stands right behind a verb: it is that one's, not the one's before (…，通过|《乙》)."""
    return at < len(scene.units) and scene.units[at].kind == "document"


def of_meeting(scene: Scene, verb: int) -> bool:
    """Whether a verb says what a meeting did (会议|通过, 会议审议|通过)."""
    meeting = tuple(scene.lexicon.kind("noun.meeting"))
    return any(scene.units[n].text.startswith(meeting) for n in (max(verb - 1, 0), verb))


def bare(scene: Scene, verb: int) -> bool:
    """Whether the verb heads a sentence or clause by itself: an order in a list of tasks, not a report."""
    at = verb - 1
    if of_meeting(scene, verb):
        return False
    while at >= 0 and scene.units[at].kind == "word" and not scene.is_a(at, "aspect"):
        at -= 1
    return (at < 0 or scene.units[at].kind == "punct") and not scene.is_a(verb + 1, "aspect")


def within_time(scene: Scene, verb: Verb) -> bool:
    """Whether a document's making only dates something else (在修正《…》过程中): by whom is not told."""
    clause = scene.units[verb.at].clause
    during = any(
        scene.is_a(at, "during") for at, u in enumerate(scene.units) if u.clause == clause and at > verb.at
    )
    return during and scene.before(verb.at, "within") is not None


def passed_on(scene: Scene, verb: Verb) -> Verb | None:
    """The verb whose object is a title that another verb describes (转发了|某部等部门联合制定的|《…》)."""
    if verb.behind or not scene.is_a(verb.at + 1, "particle.of"):
        return None
    party = next(
        (at for at in range(verb.at - 1, max(-1, verb.at - GROUP), -1) if of_bodies(scene, at)), None
    )
    if party is None or scene.units[party].clause != scene.units[verb.at].clause:
        return None
    at = party - 1 - scene.is_a(party - 1, "aspect")
    found = actions_of(scene, at) if at >= 0 else []
    return Verb(at, tuple(found)) if found else None


def of_bodies(scene: Scene, at: int) -> bool:
    """Whether a unit names bodies and no person."""
    return scene.units[at].kind == "party" and bool(scene.units[at].of("agency"))


def put_out(scene: Scene, units: list[Unit], first: int) -> list[Atom]:
    """Titles told by a short name only, where a body's act on them is told as done (某厅印发了《规定》)."""
    verb = verb_before(scene, first)
    if verb is None or scene.is_a(verb.at + 1, "particle.of") or "issue" not in verb.actions:
        return []
    text = scene.units[verb.at].text
    done = text.endswith(tuple(scene.lexicon.kind("aspect"))) or scene.is_a(verb.at + 1, "aspect")
    clause = scene.units[verb.at].clause
    acts = any(
        of_bodies(scene, at) and opens(scene, at) and not is_marked(scene, at)
        for at in range(verb.at)
        if scene.units[at].clause == clause
    )
    told = [u.heads[0] for u in units]
    return told if done and acts and all(a.rule.startswith(RESOLVED) for a in told) else []


def of_main_clause(scene: Scene, verb: Verb) -> list[Atom] | None:
    """The body whose acts since its document the sentence goes on to tell (自出台《…》以来，|某机关…).

    None where the verb does not date anything so.
    """
    clause = scene.units[verb.at].clause
    behind = range(verb.at + 1, len(scene.units))
    if not any(scene.is_a(at, "time.since") and scene.units[at].clause == clause for at in behind):
        return None
    at = next((at for at in behind if scene.units[at].clause > clause), None)
    acts = at is not None and of_bodies(scene, at) and not is_marked(scene, at)
    return list(scene.units[at].of("agency")) if at is not None and acts else []
