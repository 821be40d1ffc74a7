"""Persons complained of without ground. "Who was accused, and found innocent or cleared?".

A complaint alone accuses nobody falsely: what it says may be true. It counts where the text clears the
person, or says later in the paragraph that it is untrue; never where it proves true or somebody is punished.
"""

from __future__ import annotations

from kg.model import Time
from kg.recognise.line import Atom
from kg.relate.claim import Claim, Filler, filler
from kg.relate.page import Page
from kg.relate.same import key
from kg.relate.story import Scene
from kg.values import GroupValue, PersonValue

REACH = 40
"""Characters behind a verb of complaining in which whom it names must begin."""
FOUND_GUILTY = frozenset({"sanction", "investigation", "judicial"})


def accused(page: Page, claims: list[Claim]) -> list[Claim]:
    """The claims, with the accusations of those who were complained of and found innocent."""
    cleared = {key(t) for c in claims if c.type == "clearing" for t in c.all("target")}
    guilty = {key(t) for c in claims if c.type in FOUND_GUILTY for t in c.all("target")}
    told = [
        Claim(
            "accusation",
            (filler("target", person),),
            scene.start,
            scene.end,
            "relate.accused",
            time=time or Time(),
            confidence=0.7,
        )
        for at, scene in enumerate(page.scenes if "person" in kinds_of(page) else ())
        for person, time in complained_of(page, scene)
        if key(person.value) not in guilty and (key(person.value) in cleared or refuted(page, at, person))
    ]
    return [*claims, *told, *(a for c in claims if (a := by_clearing(page, c)) is not None)]


def kinds_of(page: Page) -> frozenset[str]:
    """What there is among the atoms of a page."""
    return frozenset().union(*(s.sorts for s in page.scenes))


def by_clearing(page: Page, claim: Claim) -> Claim | None:
    """The accusation that a clearing tells by naming the complaint it answers (为甲召开不实举报澄清会)."""
    grounds = [f for f in claim.fillers if f.role == "ground" and f.start >= 0]
    if claim.type != "clearing" or claim.stance != "asserted" or not grounds:
        return None
    answers = page.finder("aspect").ends(page.text, 0, grounds[0].start)
    verb_end = grounds[0].start - (len(answers.text) if answers is not None else 0)
    direct = bool(claim.trigger) and page.text[:verb_end].endswith(claim.trigger)  # 为9名干部澄清了不实信访
    whom = tuple(f for f in claim.fillers if f.role == "target" and natural(f, counted=direct))
    told = Claim("accusation", whom, claim.start, claim.end, "relate.accused.cleared", confidence=0.7)
    return told if whom else None


def natural(target: Filler, *, counted: bool) -> bool:
    """Whether a target is a person, or, where told, several that are counted; no body."""
    value = target.value
    return (
        counted and value.unit == "person"
        if isinstance(value, GroupValue)
        else isinstance(value, PersonValue)
    )


def complained_of(page: Page, scene: Scene) -> list[tuple[Atom, Time | None]]:
    """Whom a sentence tells to have been complained of, and when: behind the verb, or before 被 and it."""
    out: list[tuple[Atom, Time | None]] = []
    people = [a for a in scene.line if a.kind == "person"]
    for verb in page.finder("verb.complaint").scan(page.text, scene.start, scene.end) if people else ():
        if page.finder("discourse.accusation.agent").at(page.text, verb.end) is not None:
            continue  # 举报人, 举报者
        undergone = page.finder("voice.undergone").ends(page.text, scene.start, verb.start)
        person = suffering(page, people, verb.start) if undergone else named(page, scene, people, verb.end)
        if person is not None:
            at = max((n for n, u in enumerate(scene.units) if u.start <= verb.start), default=0)
            out.append((person, scene.date_near(at)))
    return out


def named(page: Page, scene: Scene, people: list[Atom], start: int) -> Atom | None:
    """The first person behind a verb in its clause; none that a complaint is only told to or made by."""
    clause = page.clause_at(scene, start)
    end = min(clause.end if clause is not None else start, start + REACH)
    person = next((a for a in people if start <= a.start < end), None)
    between = page.text[start : person.start] if person is not None else ""
    made_by = page.opens(between, "particle.of") or any(p in between for p in page.lexicon.kind("prep.to"))
    return None if made_by else person


def suffering(page: Page, people: list[Atom], end: int) -> Atom | None:
    """The last person before a verb in the passive, with no other clause between."""
    before = [a for a in people if a.end <= end]
    near = before and "，" not in page.text[before[-1].end : end] and end - before[-1].end <= REACH
    return before[-1] if near else None


def refuted(page: Page, at: int, person: Atom) -> bool:
    """Whether a check finds a complaint untrue in its paragraph, or clears its person; none of it true."""
    innocent = False
    for before, scene in zip([None, *page.scenes[at:]], page.scenes[at:], strict=False):
        if before is not None and page.new_paragraph(before, scene):
            break
        found = page.finder("complaint.untrue", "complaint.true").scan(page.text, scene.start, scene.end)
        if any(word.word.kind == "complaint.true" for word in found):
            return False
        clears = page.finder("complaint.cleared").scan(page.text, scene.start, scene.end)
        whole = page.text[scene.start : scene.end]
        asked = scene.holds("verb.say", "modal.must", "modal.plan", "modal.propose", "verb.wish")
        innocent |= before is not None and person.value.name in whole and any(clears) and not asked
        innocent |= checked(page, scene)
    return innocent


def checked(page: Page, scene: Scene) -> bool:
    """Whether a sentence tells of a check that found something untrue; a denial alone finds nothing."""
    words = [
        word.word.kind
        for word in page.finder("complaint.untrue", "complaint.checked").scan(
            page.text, scene.start, scene.end
        )
    ]
    return "complaint.untrue" in words and "complaint.checked" in words[: words.index("complaint.untrue")]
