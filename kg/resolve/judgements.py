"""What people have decided: ``judgements.tsv`` beside a build, one decision a line, read by later builds.

    verdict    one            other          who    when        why
    same       d1#赵试样      d4#赵某某      zhang  2024-03-01  same notice, name masked there
    different  d1#赵试样      d7#赵试样      zhang  2024-03-01  another county
    reject     claim/3f…                     zhang  2024-03-02  a quotation, no act
    accept     claim/81…                     zhang  2024-03-02
    correct    claim/5a…  date=2023-04       zhang  2024-03-02  the text says April

A person is pointed to as ``text#name``, which stays true when ids change. A line that cannot be read, names
nothing in the texts at hand, or contradicts another is reported and has no effect.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from kg.errors import InputError
from kg.model import Issue

NAME = "judgements.tsv"
COLUMNS = ("verdict", "one", "other", "who", "when", "why")
PAIRS = frozenset({"same", "different"})
CLAIMS = frozenset({"accept", "correct", "reject"})
DATE = "date"
"""What stands before the sign of equality to correct a date; else the name of a role."""
Anchor = tuple[str, str]
"""Id of a text and a name in it."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision."""

    verdict: str
    one: str
    other: str
    who: str
    when: str
    why: str
    line: int = 0

    @property
    def pair(self) -> tuple[Anchor, Anchor]:
        """The two persons of a decision on identity, in order."""
        first, second = sorted((anchor(self.one), anchor(self.other)))
        return first, second

    def row(self) -> str:
        """The decision as a line of the file."""
        cells = (self.verdict, self.one, self.other, self.who, self.when, self.why)
        return "\t".join(" ".join(cell.split()) for cell in cells) + "\n"


@dataclass
class Judgements:
    """Every decision that can be read, and the lines that cannot."""

    made: tuple[Judgement, ...] = ()
    issues: list[Issue] = field(default_factory=list)

    def pairs(self, verdict: str) -> list[Judgement]:
        """The decisions on identity of one verdict."""
        return [j for j in self.made if j.verdict == verdict]

    @cached_property
    def claims(self) -> dict[str, Judgement]:
        """The last decision on each claim that there is one on."""
        return {j.one: j for j in self.made if j.verdict in CLAIMS}

    def on_claim(self, claim: str) -> Judgement | None:
        """The last decision on a claim."""
        return self.claims.get(claim)


def anchor(text: str) -> Anchor:
    """``text#name`` as its two parts."""
    doc, _, name = text.partition("#")
    return doc, name


def load(folder: Path) -> Judgements:
    """The decisions of a build folder; none where it has no such file. Raises InputError if unreadable."""
    path = folder / NAME
    if not path.exists():
        return Judgements()
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), "cannot be read as UTF-8 text") from error
    return parse(lines)


def parse(lines: Iterable[str]) -> Judgements:
    """The decisions of some lines, the header left out."""
    made, issues = [], []
    for number, line in enumerate(lines, 1):
        cells = line.split("\t")
        if not line.strip() or tuple(cells) == COLUMNS:
            continue
        why = fault(cells)
        if why:
            issues.append(doubt("J01", number, line, why))
        else:
            verdict, one, other, who, when, reason = cells
            made.append(Judgement(verdict, one, other, who, when, reason, number))
    return Judgements(tuple(made), issues)


def fault(cells: list[str]) -> str:
    """What is wrong with a line, or an empty string."""
    if len(cells) != len(COLUMNS):
        return f"{len(COLUMNS)} columns are needed, {len(cells)} found"
    verdict, one, other = cells[:3]
    if verdict in PAIRS:
        whole = all(all(anchor(text)) for text in (one, other)) and one != other
        return "" if whole else "two persons are needed, each as text#name"
    if verdict in CLAIMS:
        if verdict == "correct" and not all(other.partition("=")[::2]):
            return "a role and what fills it are needed, as role=id or date=2023-04"
        return "" if one.startswith("claim/") else "a claim is needed, as claim/…"
    return f"verdict {verdict!r} is none of {', '.join(sorted(PAIRS | CLAIMS))}"


def doubt(code: str, number: int, line: str, why: str) -> Issue:
    """A doubt about a line of the file."""
    return Issue(code, "", 0, 0, " ".join(line.split()), f"{NAME}:{number}: {why}")
