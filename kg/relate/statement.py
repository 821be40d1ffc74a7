"""What a body, or someone unnamed, is quoted as saying; and what the text itself says ought to be.

A statement ends where its sentence turns to demands, which are requirements; one that is a demand from its
first word stays a statement as a whole. A sentence with a duty, but without speaker, party or act, is the
text's own statement and has no agent. A clause of stance (旗帜鲜明…) beside an act is said by who acted.
"""

from __future__ import annotations

from kg.model import Time
from kg.recognise.line import Atom
from kg.relate.claim import Claim, Filler
from kg.relate.page import Clause, Page, Ranges, quote
from kg.relate.speech import SAY, Speech
from kg.relate.story import Scene
from kg.values import AgencyValue, DocumentValue

UNSURE = 0.6
"""Confidence where the speaker is not named, or not stated."""
DUTY_REACH = 8
"""Characters of a clause in which its duty word must stand."""


def statements(page: Page, speeches: list[Speech]) -> list[Claim]:
    """The statements of a document."""
    spoken = [c for s in speeches for c in quoted(page, s)]
    taken = Ranges((c.start, c.end) for s in speeches for part in s.parts for c in part)
    own = [c for scene in page.scenes for c in (*stance(page, scene, taken), *normative(page, scene, taken))]
    return [*spoken, *own]


def quoted(page: Page, speech: Speech) -> list[Claim]:
    """What a speaker states, up to where its demands begin."""
    if isinstance(speech.speaker.value, DocumentValue) or speech.kind != SAY:
        return []
    clauses = speech.parts[0]
    if not official(page, speech, clauses):
        return []
    first = next((n for n, c in enumerate(clauses) if page.opens(c.text, "demand.modal")), len(clauses))
    content = clauses[:first] or clauses
    start, end = content[0].start, content[-1].end
    said = speech.speaker
    fillers = (Filler("agent", said.value, said.start, said.end), said_words(page, content))
    scene = clauses[0].scene
    time = date_before(scene, start)
    return [
        Claim("statement", fillers, said.start, end, "relate.statement", time, confidence=confidence(said))
    ]


def official(page: Page, speech: Speech, clauses: list[Clause]) -> bool:
    """Whether an organ speaks, or someone of officials and how they are held to account."""
    who = speech.speaker.value
    if isinstance(who, AgencyValue) and not who.own_name:
        return True
    return any(topical(page, c.start, c.end) for c in clauses)


def topical(page: Page, start: int, end: int) -> bool:
    """Whether words name a mechanism, conduct or a complaint."""
    topics = page.finder("mechanism", "scheme.conduct", "scheme.complaint", "conduct.word")
    return next(topics.scan(page.text, start, end), None) is not None


def confidence(said: Filler) -> float:
    """Less where the speaker is not named."""
    return UNSURE if isinstance(said.value, str) else 0.9


def date_before(scene: Scene, at: int) -> Time:
    """The last date read before an offset of the sentence."""
    dates = [a for a in scene.line if a.kind == "date" and a.end <= at and a.start in scene.times]
    return scene.times[dates[-1].start] if dates else Time()


def said_words(page: Page, clauses: list[Clause]) -> Filler:
    """The words of some clauses as the content."""
    start, end = clauses[0].start, clauses[-1].end
    return Filler("content", quote(page.context.document.text, clauses), start, end)


def stance(page: Page, scene: Scene, taken: Ranges) -> list[Claim]:
    """The clauses from a word of stance on, behind an act told in the same sentence."""
    acts = [c for c in page.of_scene(scene) if c.stance == "asserted" and c.type not in ("post", "report")]
    clauses = page.clauses[scene.start] if acts else []
    first = next((n for n, c in enumerate(clauses) if page.opens(c.text, "demand.stance")), 0)
    if not first or taken.hold(clauses[first].start):
        return []
    agents = [f for c in acts for f in c.fillers if f.role == "agent"][:1]
    words = said_words(page, clauses[first:])
    rule = "relate.statement.stance"
    return [Claim("statement", (*agents, words), words.start, words.end, rule, confidence=UNSURE)]


def normative(page: Page, scene: Scene, taken: Ranges) -> list[Claim]:
    """A sentence that says what ought to be, of officials or mechanisms, without any party or act."""
    clauses = page.clauses[scene.start]
    if not clauses or page.of_scene(scene) or parties(scene) or any(taken.hold(c.start) for c in clauses):
        return []
    due = [c for c in clauses if duty(page, c)]
    if not due or not topical(page, scene.start, scene.end):
        return []
    words = said_words(page, clauses)
    rule = "relate.statement.own"
    return [Claim("statement", (words,), words.start, words.end, rule, stance="demanded", confidence=UNSURE)]


def parties(scene: Scene) -> list[Atom]:
    """The parties, documents and dates of a sentence."""
    return [a for a in scene.line if a.kind in ("person", "agency", "group", "document", "date", "place")]


def duty(page: Page, clause: Clause) -> bool:
    """Whether a word of duty stands early in a clause."""
    if "discourse.statement.modal" not in clause.scene.spoken:
        return False
    words = [a for a in clause.atoms("word") if a.start - clause.start <= DUTY_REACH]
    return any(page.lexicon.is_a(a.text, "discourse.statement.modal") for a in words)
