"""Who speaks, and how far: a document or body that demands, a body that states, or someone unnamed.

A speech opens where a speaker stands before a verb of saying or demanding (《意见》指出, 会议要求,
某某机关表示), where a document is said to make demands about something, or where the clause behind the
title of a document just issued begins with a demand. A demand goes on, sentence after sentence, until a
sentence begins with another subject, a date or an act told as done. What is stated (表示, 称) goes no
further than its sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from kg.recognise.line import Atom
from kg.relate.claim import Filler
from kg.relate.page import Clause, Page, atom_ending, clause, name_start, trimmed
from kg.relate.story import Scene
from kg.values import DocumentValue

DEMAND, SAY = "demand", "say"
SUBJECTS = ("date", "agency", "person", "place", "group", "document", "title")
LIKE = (
    "demand.modal",
    "demand.verb",
    "demand.premise",
    "demand.stance",
    "demand.result",
    "demand.act",
    "demand.aim",
)
VERB = 8
"""Characters that a verb of saying and its adverbs may have."""
MEETING = 24
"""Characters that the name of a meeting may have."""
ABOUT_REACH = 90
"""Characters between 对 and 提出要求."""


@dataclass
class Speech:
    """What one speaker says: the clauses of each sentence, in order."""

    speaker: Filler
    kind: str
    strong: bool
    """Whether the verb itself demands (要求), so that every clause is one, not only those that say so."""
    parts: list[list[Clause]] = field(default_factory=list)
    whole: bool = False
    """Whether the words are one demand, not to be split (对…提出要求)."""

    def spoken_at(self, start: int) -> Filler:
        """The speaker as the filler of a claim: with its place in the text where it stands right before."""
        near = self.speaker.start >= 0 and 0 <= start - self.speaker.end <= VERB
        return self.speaker if near else replace(self.speaker, start=-1, end=-1)


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a speech begins: the speaker, and the offset its words begin at."""

    speaker: Filler
    kind: str
    said: int
    start: int
    strong: bool = False
    end: int = 0
    """Offset the words end at, where the pattern fixes it."""


def speeches(page: Page) -> list[Speech]:
    """Every speech of a document, in order."""
    out: list[Speech] = []
    running: Speech | None = None
    previous: Scene | None = None
    for scene in page.scenes:
        found = openings(page, scene)
        if running is not None and (previous is None or not goes_on(page, scene, previous)):
            running = None
        if running is not None:
            running.parts.append(taken(page, scene, scene.start, found[0].start if found else scene.end))
        for opening, following in zip_longest(found, found[1:]):
            stop = opening.end or (following.start if following else scene.end)
            clauses = taken(page, scene, opening.said, stop)
            speech = Speech(opening.speaker, opening.kind, opening.strong, [clauses], bool(opening.end))
            out += [speech] if clauses else []
            running = speech if opening.kind == DEMAND else None
            if running is not None and opening.end:
                running = Speech(opening.speaker, DEMAND, strong=True)
                out.append(running)
        previous = scene
    return [s for s in out if any(s.parts)]


def taken(page: Page, scene: Scene, start: int, end: int) -> list[Clause]:
    """The clauses of a sentence from one offset to another, up to the one that changes the subject."""
    out: list[Clause] = []
    for one in page.clauses_within(scene, start, end):
        first, last = trimmed(page.text, max(one.start, start), min(one.end, end))
        piece = clause(scene, first, last, page.text)
        if piece and out and told(page, piece[0]):
            break
        out += piece
    return out


def openings(page: Page, scene: Scene) -> list[Opening]:
    """The openings of a sentence, left to right, one a clause at most."""
    out: list[Opening] = []
    issued = titles_issued(page, scene)
    named = "document" in scene.sorts or "agency" in scene.sorts
    for one in page.clauses[scene.start]:
        found = (about(page, scene, one) if named else None) or spoken(page, scene, one, issued)
        if found is not None and (not out or found.start >= (out[-1].end or out[-1].said)):
            out.append(found)
    return out or (implied(page, scene, issued) if issued else [])


def spoken(page: Page, scene: Scene, one: Clause, issued: list[Atom]) -> Opening | None:
    """A speaker and a verb of saying in one clause; or the bare verb after the title of a document issued."""
    for verb in page.finder("demand.say", "discourse.statement.say").scan(page.text, one.start, one.end):
        kind = DEMAND if page.lexicon.is_a(verb.word.text, "demand.say") else SAY
        who = speaker_before(page, scene, one, verb.start)
        if who is None and kind == DEMAND and stripped(page, one.start, verb.start) <= one.start:
            document = before(issued, one.start)
            who = Filler("prescribed_by", document.value) if document else None
        if who is not None and has_content(page, scene, verb.end):
            strong = page.lexicon.is_a(verb.word.text, "demand.strong")
            return Opening(who, kind, verb.end, max(one.start, who.start), strong)
    return None


def has_content(page: Page, scene: Scene, at: int) -> bool:
    """Whether words follow a verb of saying, and it is no noun (要求的)."""
    start, end = trimmed(page.text, at, scene.end)
    return end > start and page.finder("demand.of").at(page.text, at) is None


def about(page: Page, scene: Scene, one: Clause) -> Opening | None:
    """《…》对…提出明确要求: the words from 对 on are one demand."""
    for atom in one.atoms("document", "agency"):
        if page.finder("demand.about").at(page.text, atom.end) is None or is_marked(page, scene, atom):
            continue
        made = next(
            page.finder("demand.made").scan(page.text, atom.end, min(scene.end, atom.end + ABOUT_REACH)), None
        )
        if made is not None and not any(m in page.text[atom.end : made.start] for m in "。；《"):
            return Opening(speaker(scene, atom), DEMAND, atom.end, atom.start, strong=True, end=made.end)
    return None


def implied(page: Page, scene: Scene, issued: list[Atom]) -> list[Opening]:
    """The clauses behind the title of a document just issued, where one of them begins with a demand."""
    clauses = page.clauses[scene.start]
    for index, one in enumerate(clauses):
        document = before(issued, one.start)
        if document is None:
            continue
        if any(page.leads(c, "demand.modal") for c in clauses[index:]) and not subject_first(one):
            return [Opening(Filler("prescribed_by", document.value), DEMAND, one.start, one.start)]
        return []
    return []


def titles_issued(page: Page, scene: Scene) -> list[Atom]:
    """The whole titles of a sentence that tells of their being issued."""
    if not any(c.type == "issuance" and c.stance == "asserted" for c in page.of_scene(scene)):
        return []
    return [a for a in scene.line if a.kind == "document" and not a.value.short]


def before(atoms: list[Atom], at: int) -> Atom | None:
    """The last of some atoms that ends by an offset."""
    index = bisect_right(atoms, at, key=lambda a: a.end)
    return atoms[index - 1] if index else None


def speaker_before(page: Page, scene: Scene, one: Clause, at: int) -> Filler | None:
    """The document, body, person, meeting or unnamed party right before a verb, adverbs aside."""
    end = stripped(page, one.start, at)
    atom = atom_ending(scene.line, end)
    if atom is not None and atom.kind == "title":
        atom = atom_ending(scene.line, atom.start)
        atom = atom if atom is not None and atom.kind == "person" else None
    if atom is not None and atom.kind in ("document", "agency", "person"):
        return None if is_marked(page, scene, atom) else speaker(scene, atom)
    return meeting(page, scene, one, end) or someone_of(page, scene, one, end) or unnamed(page, one, end)


def stripped(page: Page, start: int, end: int) -> int:
    """The offset that an adverbial before a verb begins at (中, 还, 曾 …)."""
    adverbs = page.finder("discourse.speech.inside", "discourse.statement.before")
    while True:
        word = adverbs.ends(page.text, start, end)
        if word is None:
            return end
        end -= len(word.text)


def speaker(scene: Scene, atom: Atom) -> Filler:
    """A speaker as the filler of who prescribes; a document by its whole title."""
    value = replace(atom.value, short=False) if isinstance(atom.value, DocumentValue) else atom.value
    return Filler("prescribed_by", value, name_start(scene, atom), atom.end)


def meeting(page: Page, scene: Scene, one: Clause, end: int) -> Filler | None:
    """A meeting that speaks: the body that met, where it is named, else the word for it."""
    word = page.finder("discourse.speech.meeting").ends(page.text, one.start, end)
    if word is None:
        return None
    start = end - len(word.text)
    body = atom_ending(scene.line, start)
    if body is not None and body.kind == "agency" and not is_marked(page, scene, body):
        return speaker(scene, body)
    dated = max((a.end for a in one.atoms("date") if a.end <= start), default=one.start)
    held = [f.end for f in page.finder("demand.of").scan(page.text, dated, start)]
    first = held[-1] if held else dated
    if end - first > MEETING or any(first <= a.start < end for a in one.atoms("person", "document", "group")):
        return None
    return Filler("prescribed_by", page.context.document.text[first:end], first, end)


def someone_of(page: Page, scene: Scene, one: Clause, end: int) -> Filler | None:
    """Someone unnamed of a body that is named (县纪委有关负责人): their words are not the body's."""
    word = page.finder("discourse.statement.unnamed").ends(page.text, one.start, end)
    body = atom_ending(scene.line, end - len(word.text)) if word is not None else None
    if body is None or body.kind != "agency" or is_marked(page, scene, body):
        return None
    start = name_start(scene, body)
    return Filler("prescribed_by", page.context.document.text[start:end], start, end)


def unnamed(page: Page, one: Clause, end: int) -> Filler | None:
    """有关部门, 有纪检部门, 一位干部: someone who is not named."""
    words = page.text[one.start : end]
    if (
        not page.opens(words, "discourse.statement.anonymous")
        or page.finder("discourse.statement.body").ends(words) is None
    ):
        return None
    return Filler("prescribed_by", page.context.document.text[one.start : end], one.start, end)


def is_marked(page: Page, scene: Scene, atom: Atom) -> bool:
    """Whether a preposition right before a party or title makes it no subject (根据《条例》规定)."""
    marker = atom_ending(scene.line, atom.start)
    kinds = ("prep.object", "prep.other", "prep.to", "prep.agent", "act.not", "quoting", "demand.of")
    return marker is not None and page.lexicon.is_a(marker.text, *kinds)


def goes_on(page: Page, scene: Scene, previous: Scene) -> bool:
    """Whether a sentence still belongs to the one who spoke in the sentence before."""
    clauses = page.clauses[scene.start]
    if not clauses or told(page, clauses[0]) or page.text[clauses[-1].end : scene.end].strip() in ("？", "?"):
        return False
    opened = page.leads(clauses[0], *LIKE)
    if opened and not page.lexicon.is_a(opened, "demand.preposition"):
        return True
    later = any(page.leads(c, "demand.modal", "demand.verb") for c in clauses[1:])
    return later and (bool(opened) or not page.new_paragraph(previous, scene))


def subject_first(one: Clause) -> bool:
    """Whether a clause begins with a party, a title or a date of its own."""
    line = one.scene.line
    index = bisect_right(line, one.start, key=lambda a: a.end)
    return index < len(line) and line[index].kind in SUBJECTS and line[index].start < one.end


def told(page: Page, one: Clause) -> bool:
    """Whether a clause tells of something new: begins with a subject or an example, or has an act done."""
    if any(page.lexicon.is_a(a.text, "discourse.done") for a in one.atoms("word")):
        return True
    if page.leads(one, *LIKE):
        return False
    return subject_first(one) or bool(page.opens(one.text, "discourse.example", "discourse.trend.subject"))
