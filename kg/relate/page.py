"""A whole document as the rules of discourse see it: its sentences with their claims, cut into clauses.

Rules of relation read one sentence; rules of discourse read on: who is speaking, since which sentence, and
what belongs to the one that spoke last. They take the page and give back all its claims.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.lexicon import Lexicon
from kg.recognise.line import Atom, Context, Line, first_from
from kg.relate.claim import Claim
from kg.relate.story import Scene
from kg.relate.wordfinder import WordFinder, finders

QUOTED = 400
"""Characters within which a quotation, bracket or title closes."""
MARKS = "，；："
ENDS = "。！？；，：…\n "
PAIRS = {"“": "”", "（": "）", "《": "》"}
CUTTING = re.compile(f"[{MARKS}{''.join(PAIRS)}{''.join(PAIRS.values())}]")


class Ranges:
    """Stretches of a text that do not overlap: whether one of them holds an offset."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        """Sort the stretches."""
        self._spans = sorted(spans)

    def hold(self, at: int) -> bool:
        """Whether an offset lies in one."""
        index = bisect_right(self._spans, at, key=lambda s: s[0]) - 1
        return index >= 0 and at < self._spans[index][1]


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch between two marks; marks inside quotation, brackets and titles do not count."""

    start: int
    end: int
    text: str
    scene: Scene = field(repr=False)

    def atoms(self, *kinds: str) -> list[Atom]:
        """The atoms of some kinds inside the clause."""
        return [a for a in atoms_within(self.scene.line, self.start, self.end) if a.kind in kinds]


@dataclass
class Page:
    """One document: its sentences and what they claim."""

    context: Context
    scenes: list[Scene]
    claims: list[Claim]
    clauses: dict[int, list[Clause]] = field(init=False)
    """The clauses of each sentence, by the sentence's start."""
    titles: Ranges = field(init=False)
    """Where documents are named: words inside a title name nothing else."""
    lexicon: Lexicon = field(init=False)
    """The words."""
    text: str = field(init=False)
    """The folded text."""
    _by_scene: dict[int, list[Claim]] = field(init=False)
    _finders: dict[tuple[str, ...], WordFinder] = field(init=False)

    def __post_init__(self) -> None:
        """Cut the sentences into clauses, and sort the claims by sentence."""
        self.lexicon, self.text = self.context.lexicon, self.context.document.folded
        self._finders = finders(self.lexicon)
        self.clauses = {scene.start: cut(scene, scene.start, scene.end, self.text) for scene in self.scenes}
        self.titles = Ranges(
            (a.start, a.end) for scene in self.scenes for a in scene.line if a.kind == "document"
        )
        self._by_scene = by_scene(self.scenes, self.claims)

    def finder(self, *kinds: str) -> WordFinder:
        """The finder of some kinds of words."""
        found = self._finders.get(kinds)
        if found is None:
            found = self._finders[kinds] = WordFinder.of(self.lexicon, *kinds)
        return found

    def clauses_within(self, scene: Scene, start: int, end: int) -> list[Clause]:
        """The clauses of a sentence that reach into a range."""
        clauses = self.clauses[scene.start]
        first = bisect_right(clauses, start, key=lambda c: c.end)
        return clauses[first : bisect_left(clauses, end, key=lambda c: c.start)]

    def clause_at(self, scene: Scene, at: int) -> Clause | None:
        """The clause of a sentence that holds an offset."""
        return next(iter(self.clauses_within(scene, at, at + 1)), None)

    def clause_holding(self, at: int) -> Clause | None:
        """The clause of the document that holds an offset."""
        index = bisect_right(self.scenes, at, key=lambda s: s.start) - 1
        return self.clause_at(self.scenes[index], at) if index >= 0 else None

    def of_scene(self, scene: Scene) -> list[Claim]:
        """The claims that rest on words of a sentence."""
        return self._by_scene.get(scene.start, [])

    def opens(self, text: str, *kinds: str) -> str:
        """The longest word of some kinds that a text begins with, or nothing."""
        found = self.finder(*kinds).at(text, 0)
        return found.word.text if found else ""

    def leads(self, clause: Clause, *kinds: str) -> str:
        """The word of some kinds that a clause begins with, its addressee (各级党组织要…) aside."""
        return self.opens(clause.text, *kinds) or self.opens(clause.text[addressed(self, clause) :], *kinds)

    def new_paragraph(self, before: Scene, scene: Scene) -> bool:
        """Whether a line break stands between two sentences (also a literal one, as scraped files have)."""
        between = self.text[before.end : scene.start]
        return "\n" in between or "\\n" in between


def by_scene(scenes: list[Scene], claims: list[Claim]) -> dict[int, list[Claim]]:
    """The claims that rest on words of each sentence, by the sentence's start."""
    found: dict[int, list[Claim]] = {}
    rest = iter(scenes)
    scene = next(rest, None)
    for claim in sorted(claims, key=lambda c: c.start):
        while scene is not None and claim.start >= scene.end:
            scene = next(rest, None)
        if scene is None:
            break
        found.setdefault(scene.start, []).append(claim)
    return found


def addressed(page: Page, clause: Clause) -> int:
    """Length of the party at the beginning of a clause that is told what to do; 0 where there is none."""
    found = page.finder("demand.addressee").at(clause.text, 0)
    bodies = clause.atoms("agency") if "agency" in clause.scene.sorts else []
    body = next((a.end for a in bodies if name_start(clause.scene, a) == clause.start), clause.start)
    size = found.end if found is not None else body - clause.start
    kinds = ("demand.modal", "demand.verb") if found is not None else ("demand.modal",)
    return size if size and page.opens(clause.text[size:], *kinds) else 0


def cut(scene: Scene, start: int, end: int, text: str) -> list[Clause]:
    """The clauses between two offsets of a sentence, empty ones left out."""
    out: list[Clause] = []
    closing: list[str] = []
    begin = start
    for found in CUTTING.finditer(text, start, end):
        at, char = found.start(), found.group()
        if closing and char == closing[-1]:
            closing.pop()
        elif char in PAIRS and text.find(PAIRS[char], at + 1, min(end, at + QUOTED)) > 0:
            closing.append(PAIRS[char])
        elif char in MARKS and not closing:
            out += clause(scene, begin, at, text)
            begin = at + 1
    return out + clause(scene, begin, end, text)


def clause(scene: Scene, start: int, end: int, text: str) -> list[Clause]:
    """The clause between two marks, blanks and end marks trimmed; none where nothing is left."""
    start, end = trimmed(text, start, end)
    return [Clause(start, end, text[start:end], scene)] if end > start else []


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without blanks and marks at its edges."""
    while start < end and text[start] in ENDS:
        start += 1
    while end > start and text[end - 1] in ENDS:
        end -= 1
    return start, end


def quote(text: str, clauses: Iterable[Clause]) -> str:
    """The words from the first of some clauses to the last."""
    spans = list(clauses)
    return text[spans[0].start : spans[-1].end]


def name_start(scene: Scene, atom: Atom) -> int:
    """The offset that an atom's name begins at, with the divisions written before it."""
    start = atom.start
    while (before := atom_ending(scene.line, start)) is not None and before.kind == "place":
        start = before.start
    return start


def atoms_within(line: Line, start: int, end: int) -> Iterator[Atom]:
    """The atoms of a line that lie in a range."""
    for index in range(first_from(line, start), len(line)):
        if line[index].end > end:
            break
        yield line[index]


def atom_ending(line: Line, end: int) -> Atom | None:
    """The atom of a line that ends at an offset."""
    index = bisect_left(line, end, key=lambda a: a.end)
    return line[index] if index < len(line) and line[index].end == end else None
