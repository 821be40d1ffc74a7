"""Persons complained of without ground. "Who was accused, and found innocent or cleared?".

A complaint alone accuses nobody falsely: what it says may be true. It counts where the text clears the
person, or says later in the paragraph that it is untrue; never where it proves true or somebody is punished.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.model import Time
from kg.recognise.line import Atom
from kg.relate.claim import Claim, Filler, filler
from kg.relate.page import Page
from kg.relate.same import key
from kg.relate.story import Scene
from kg.values import GroupValue, PersonValue

ADVERB = 4
"""Characters of an adverb between who complains and the verb."""
REACH = 40
"""Characters behind a verb of complaining in which whom it names must begin."""
FOUND_GUILTY = frozenset({"sanction", "investigation", "judicial"})


@dataclass(frozen=True, slots=True)
class Complaint:
    """A complaint as one sentence tells it."""

    of: Atom
    by: Atom | None
    """Who made it, where a person is named."""
    time: Time | None

    @property
    def fillers(self) -> tuple[Filler, ...]:
        """The two sides as fillers."""
        by = () if self.by is None else (filler("agent", self.by),)
        return (filler("target", self.of), *by)


def accused(page: Page, claims: list[Claim]) -> list[Claim]:
    """The claims, with the accusations of those who were complained of and found innocent."""
    cleared = {key(t) for c in claims if c.type == "clearing" for t in c.all("target")}
    guilty = {key(t) for c in claims if c.type in FOUND_GUILTY for t in c.all("target")}
    found = [
        Claim(
            "accusation",
            told.fillers,
            scene.start,
            scene.end,
            "relate.accused",
            time=told.time or Time(),
            confidence=0.7,
        )
        for at, scene in enumerate(page.scenes if "person" in kinds_of(page) else ())
        for told in complaints(page, scene)
        if key(told.of.value) not in guilty and (key(told.of.value) in cleared or refuted(page, at, told.of))
    ]
    found += [a for c in claims if (a := by_clearing(page, c)) is not None]
    return [*claims, *made_known(page, found)]


def made_known(page: Page, found: list[Claim]) -> list[Claim]:
    """The accusations, with the accuser that the text makes known, where all are of one person by nobody."""
    whom = {key(t) for c in found for t in c.all("target")}
    if len(whom) != 1 or any(c.all("agent") for c in found):
        return found
    person = next((p for s in page.scenes if (p := accuser_told(page, s)) is not None), None)
    if person is None or key(person.value) in whom:
        return found
    return [replace(c, fillers=(*c.fillers, filler("agent", person))) for c in found]


def accuser_told(page: Page, scene: Scene) -> Atom | None:
    """The person whom a sentence says to be the one who complained (举报人|正是|某某)."""
    for verb in page.finder("verb.complaint").scan(page.text, scene.start, scene.end):
        who = page.finder("discourse.accusation.agent").at(page.text, verb.end)
        being = page.finder("verb.identity").at(page.text, who.end) if who is not None else None
        if being is not None:
            return next((a for a in scene.line if a.kind == "person" and a.start == being.end), None)
    return None


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


def complaints(page: Page, scene: Scene) -> list[Complaint]:
    """Who is said to have been complained of, behind the verb or before 被 and it; by whom, when."""
    out: list[Complaint] = []
    people = [a for a in scene.line if a.kind == "person"]
    for verb in page.finder("verb.complaint").scan(page.text, scene.start, scene.end) if people else ():
        if page.finder("discourse.accusation.agent").at(page.text, verb.end) is not None:
            continue  # 举报人, 举报者
        by = accuser(page, people, verb.start)
        led = by.start if by is not None else verb.start
        undergone = page.finder("voice.undergone").ends(page.text, scene.start, led)
        person = suffering(page, people, led) if undergone else named(page, scene, people, verb.end)
        if person is not None:
            at = max((n for n, u in enumerate(scene.units) if u.start <= verb.start), default=0)
            out.append(Complaint(person, by, scene.date_near(at) or since(scene, at)))
    return out


def named(page: Page, scene: Scene, people: list[Atom], start: int) -> Atom | None:
    """The first person behind a verb in its clause; none that a complaint is only told to or made by."""
    clause = page.clause_at(scene, start)
    end = min(clause.end if clause is not None else start, start + REACH)
    person = next((a for a in people if start <= a.start < end), None)
    between = page.text[start : person.start] if person is not None else ""
    made_by = page.opens(between, "particle.of") or any(p in between for p in page.lexicon.kind("prep.to"))
    return None if made_by else person


def since(scene: Scene, at: int) -> Time | None:
    """The time since when complaints have been coming in (2017年以来，某委多次收到…的信访举报)."""
    time = scene.date_near(at, period=True)
    return time if time is not None and time.edtf.endswith("/..") else None


def accuser(page: Page, people: list[Atom], verb: int) -> Atom | None:
    """The person right before a verb of complaining, an adverb between them at most (甲|再次|举报)."""
    by = next((a for a in reversed(people) if a.end <= verb), None)
    between = page.text[by.end : verb] if by is not None else ""
    barred = page.finder("particle.of", "list.join", "voice.undergone").scan(between)
    return by if by is not None and len(between) <= ADVERB and not any(barred) else None


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
        true = any(word.word.kind == "complaint.true" for word in found)
        if true and not of_others(scene, person) and not (innocent and impersonal(scene)):
            return False
        clears = page.finder("complaint.cleared").scan(page.text, scene.start, scene.end)
        whole = page.text[scene.start : scene.end]
        asked = scene.holds("verb.say", "modal.must", "modal.plan", "modal.propose", "verb.wish")
        innocent |= before is not None and person.value.name in whole and any(clears) and not asked
        innocent |= checked(page, scene)
    return innocent


def of_others(scene: Scene, person: Atom) -> bool:
    """Whether a sentence names persons, and another only (对举报人某某立案审查)."""
    names = {a.value.name for a in scene.line if a.kind == "person"}
    return bool(names) and person.value.name not in names


def impersonal(scene: Scene) -> bool:
    """Whether a sentence names nobody and points back to nobody: behind a finding it is of the accuser."""
    return "person" not in scene.sorts and not scene.holds("anaphor.person")


def checked(page: Page, scene: Scene) -> bool:
    """Whether a sentence tells of a check that found something untrue; a denial alone finds nothing."""
    words = [
        word.word.kind
        for word in page.finder("complaint.untrue", "complaint.checked").scan(
            page.text, scene.start, scene.end
        )
    ]
    return "complaint.untrue" in words and "complaint.checked" in words[: words.index("complaint.untrue")]
