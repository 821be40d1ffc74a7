"""One sentence as the rules of relation see it. "What stands in it, and what was told before?"."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kg.lexicon import NONE, Lexicon
from kg.model import Issue, Time
from kg.recognise.line import Atom, Line
from kg.relate.designation import Designations
from kg.relate.memory import Story
from kg.relate.units import Unit

FAMILY = 5.0
"""Occurrences in a million names above which a lone character that opens a clause is taken for a surname."""

OPENING = ("clause.opener", "adverb.each", "list.join", "voice.passive")
"""Kinds of words that a clause may begin with before, or without, its subject."""

FUNCTION = tuple("dpcuvrm")
"""First letters of the parts of speech that a name hardly falls apart into."""


@dataclass(eq=False, slots=True)
class Scene:
    """One sentence as the rules of relation see it; like an atom, never changed."""

    line: Line
    units: list[Unit]
    start: int
    end: int
    times: dict[int, Time]
    """Start of a date atom -> its resolution."""
    found: Designations
    story: Story
    spoken: frozenset[str]
    """The kinds of all words of the line, those inside designations too."""
    kinds: list[frozenset[str]] = field(init=False)
    """The kinds of each unit's words."""
    present: frozenset[str] = field(init=False)
    """The kinds of all of them: rules look no further where what they hang on is missing."""
    forms: frozenset[str] = field(init=False)
    """What there is among the units: party, document, measure …"""
    sorts: frozenset[str] = field(init=False)
    """What there is among the atoms: person, agency, document …"""
    lexicon: Lexicon = field(init=False)
    """The words."""

    def __post_init__(self) -> None:
        """Look every unit up once."""
        self.lexicon = self.story.context.lexicon
        known = self.lexicon.kinds
        self.kinds = [known.get(unit.text, NONE) for unit in self.units]
        self.present = NONE.union(*self.kinds)
        self.forms = frozenset([unit.kind for unit in self.units])
        self.sorts = frozenset([atom.kind for atom in self.line])

    def holds(self, *kinds: str) -> bool:
        """Whether any unit is a word of some kinds."""
        return not self.present.isdisjoint(kinds)

    def atoms(self, first: int, last: int) -> Line:
        """The atoms of the units from ``first`` up to ``last``."""
        if first >= last or first >= len(self.units):
            return []
        start, end = self.units[first].start, self.units[last - 1].end
        return [a for a in self.line if start <= a.start and a.end <= end]

    @property
    def listing(self) -> bool:
        """Whether the sentence ends at a semicolon: the next one may go on with what it began."""
        return self.story.context.document.folded[self.end - 1] == "；"

    def modal(self, index: int, *kinds: str) -> bool:
        """Whether a modal word stands before a unit in its clause, or heads the clause before."""
        clause = self.units[index].clause
        return self.holds(*kinds) and any(
            self.units[at].kind == "word"
            and clause - self.units[at].clause <= 1
            and self.is_a(at, *kinds)
            and not self.cited(at)
            for at in range(index)
        )

    def cited(self, index: int) -> bool:
        """Whether a word like 规定 is the rule that a verb before it keeps or breaks, no demand."""
        return self.is_a(index, "noun.rule") and self.before(index, "verb.by-rule") is not None

    def persons_before(self, index: int) -> list[Atom]:
        """Every person named so far: in the sentences before, and in this one before a unit."""
        here = [a for a in self.line if a.kind == "person" and a.end <= self.units[index].start]
        return [*self.story.persons, *here]

    def find(self, kind: str) -> list[int]:
        """The indexes of the units of a kind."""
        return [i for i, u in enumerate(self.units) if u.kind == kind]

    def is_a(self, index: int, *kinds: str) -> bool:
        """Whether the unit at an index is a word of some kinds."""
        return 0 <= index < len(self.kinds) and not self.kinds[index].isdisjoint(kinds)

    def before(self, index: int, *kinds: str, clause: bool = True) -> int | None:
        """The nearest unit to the left that is a word of some kinds, in the same clause unless told."""
        if not self.holds(*kinds):
            return None
        for at in range(index - 1, -1, -1):
            if clause and self.units[at].clause != self.units[index].clause:
                return None
            if self.is_a(at, *kinds):
                return at
        return None

    def date_near(self, index: int, *, period: bool = False) -> Time | None:
        """The date of an act at ``index``: in its clause, or in a clause before that says little else."""
        clause = self.units[index].clause
        for at in range(index - 1, -1, -1):
            unit = self.units[at]
            if unit.clause < clause - 1 and not period and not self.thin(unit.clause + 1, clause):
                return None
            if self.is_a(at, "time.relative"):
                return None  # 随后, 此前: before or after a day that is told, not on it
            if unit.kind == "date" and not self.reported(at) and not self.attributive(at, index):
                time = self.times.get(unit.start)
                if time is None or not time.edtf:
                    continue
                if period and time.edtf.startswith("../") and (since := self.since(at)) is not None:
                    return since
                if time.edtf.endswith("/..") and period:
                    return time
                if period and self.begins_period(at) and "/" not in time.edtf:
                    return replace(time, edtf=f"{time.edtf}/..", not_after="")
                if "/" in time.edtf and not period and unit.clause != clause:
                    return None
                return time
        return None

    def attributive(self, index: int, act: int) -> bool:
        """Whether a date is of a marked object's attribute, or of what announces (对|在2015年…的|7人…)."""
        of = any(self.is_a(at, "particle.of") for at in range(index + 1, act))
        announced = self.announced(index, act) or self.told_apart(index, act) or self.of_verb(index, act)
        return announced or (of and self.before(index, "prep.object") is not None)

    def of_verb(self, index: int, act: int) -> bool:
        """Whether a date stands with a verb that is a party's attribute (2015年|任命的|局长某某|受到…)."""
        own = [n for n in range(index + 2, act - 1) if self.units[n].clause == self.units[index].clause]
        ends = [n for n in own if self.is_a(n, "particle.of") and self.units[n + 1].kind == "party"]
        return any(self.is_a(n - 1, "act.appointment", "act.removal") for n in ends)

    def announced(self, index: int, act: int) -> bool:
        """Whether a clause announces what the colon behind it leads to (某部今天通报了…情况：…)."""
        clause, between = self.units[index].clause, range(index + 1, act)
        tells = any(self.is_a(n, "verb.announce") and self.units[n].clause == clause for n in between)
        return tells and any(self.units[n].text == "：" for n in between)

    def told_apart(self, index: int, act: int) -> bool:
        """Whether a clause announces, and the act is told of a total that a later one names (，5人被查处)."""
        named = range(index + 1, min(act, len(self.units)))
        told = [self.units[n].clause for n in named if self.is_a(n, "verb.announce")]
        own = [n for n in named if told and self.units[n].kind == "party" and self.units[n].clause > told[0]]
        totals = any(self.units[n].of("group") for n in own)  # the news of one person's case is its day
        return totals and not self.is_a(own[0] - 1, "prep.object", "voice.active")

    def since(self, index: int) -> Time | None:
        """The open period right before a date that ends it (2018年以来,截至7月31日)."""
        for at in range(index - 1, max(-1, index - 4), -1):
            time = self.times.get(self.units[at].start) if self.units[at].kind == "date" else None
            if time is not None and time.edtf.endswith("/.."):
                return time
        return None

    def begins_period(self, index: int) -> bool:
        """Whether the clause of a date tells since when (自2020年2月|在全省率先出台《…》|以来)."""
        clause, behind = self.units[index].clause, range(index + 1, len(self.units))
        since = any(self.is_a(at, "time.since") and self.units[at].clause == clause for at in behind)
        return since and self.is_a(index - 1, "prep.since")

    def reported(self, index: int) -> bool:
        """Whether a date is that of the report (10月28日消息) or of a life (5月出生), not of an act."""
        if self.units[index].kind != "date":
            return False
        at = index + 1 + self.is_a(index + 1, "list.join")  # 10月14日,某报报道称
        led = at < len(self.units) and self.medium(at) and self.is_a(at + 1, "verb.report")
        clause = self.units[index].clause
        after = range(index + 1, len(self.units) if self.holds("verb.learn") else 0)
        learnt = any(self.is_a(n, "verb.learn") and self.units[n].clause == clause for n in after)
        behind = index + 1 + self.is_a(index + 1, "particle.of", "day.part")  # 31日的报道, 11日上午消息
        return led or learnt or self.is_a(index + 1, "date.of-life") or self.is_a(behind, "verb.report")

    def medium(self, at: int) -> bool:
        """Whether a unit names a medium."""
        bodies = self.units[at].of("agency")
        return bool(bodies) and all(a.value.kind == "MediaOrganization" for a in bodies)

    def dated(self, index: int) -> Time | None:
        """The date of a report whose verb is at ``index``: the one before it or its medium."""
        dates = [at for at in range(max(0, index - 3), index) if self.reported(at)]
        return self.times.get(self.units[dates[-1]].start) if dates else None

    def doubted(self, index: int) -> bool:
        """Whether what a unit tells is proposed or asked (建议, 是否), hearsay, or denied by what follows."""
        before = self.before(index, "modal.doubt") is not None or self.heard(index)
        return before or any(self.is_a(at, "modal.doubt.after") for at in range(index, len(self.units)))

    def heard(self, index: int) -> bool:
        """Whether words of hearsay stand in the clause of a unit or close the one before (网友爆料称,…)."""
        clause = self.units[index].clause
        return any(
            self.is_a(at, "modal.hearsay")
            and (self.units[at].clause == clause or self.units[at + 1].clause == clause - 1)
            for at in range(index)
            if clause - self.units[at].clause <= 1
        )

    def vague(self, index: int) -> bool:
        """Whether the sentence says before a unit that the day is only near (日前)."""
        times = [self.times.get(u.start) for u in self.units[:index] if u.kind == "date"]
        return any(t is not None and (not t.edtf or t.edtf.endswith("~")) for t in times)

    def doubt(self, code: str, detail: str) -> None:
        """Put the sentence on record as a doubt (code of ``kg.issues``)."""
        document = self.story.context.document
        words = document.text[self.start : self.end]
        issue = Issue(code, document.id, self.start, self.end, words, detail)
        if issue not in self.story.context.issues:
            self.story.context.issues.append(issue)

    def unread(self, index: int) -> bool:
        """Whether the clause of a unit begins with somebody whose name was not read, or who has none."""
        clause, place = self.units[index].clause, False
        for at in range(index):
            unit, of_place = self.units[at], place
            place = unit.kind == "party" and all(a.kind == "place" for a in unit.heads)
            opening = unit.kind == "date" or place or self.is_a(at, *OPENING)
            if unit.clause == clause and not opening:
                someone = self.stranger(at, index) or (of_place and self.is_a(at, "party.person"))
                return unit.kind == "word" and someone
        first = self.units[0] if self.units else None
        goes_on = first is not None and first.kind == "word" and first.clause < clause
        return goes_on and self.lone_surname(0)

    def lone_surname(self, at: int) -> bool:
        """Whether a surname stands alone as a subject does: somebody named in full before, or not read."""
        unit = self.units[at]
        name = self.lexicon.surname_rates.get(unit.text, 0) > FAMILY and len(unit.text) == 1
        behind = self.is_a(at + 1, "prep.other", "voice.passive", "prep.cause", "prep.agent")
        return name and behind and not self.is_a(at, "name.weak", "name.stop")

    def stranger(self, at: int, index: int) -> bool:
        """Whether the word at ``at`` is a lone surname, a name of the dictionary, or says "somebody else"."""
        unit = self.units[at]
        if self.is_a(at, "other.person", "determiner.some"):
            return True
        if self.is_a(at, "name.weak", "name.stop"):
            return False
        atom = next(a for a in self.line if a.start == unit.start)
        lone = [len(u.text) == 1 and u.kind == "word" for u in self.units[at:index]]
        unknown = len(lone) in (2, 3, 4) and all(lone) and not atom.pos.startswith(FUNCTION)
        family = self.lexicon.surname_rates.get(unit.text, 0) > FAMILY and not atom.pos.startswith(FUNCTION)
        return atom.pos.startswith(("nr", "ns", "nz")) or family or unknown

    def thin(self, first: int, last: int) -> bool:
        """Whether the clauses from ``first`` up to ``last`` hold parties and adverbs only, no act."""
        if last - first > 3:
            return False
        if not self.holds("clause.act"):
            return True
        acts = [at for at, of in enumerate(self.kinds) if "clause.act" in of]
        told = [at for at in acts if first <= self.units[at].clause < last]
        return all(self.before(at, "prep.cause") is not None for at in told)  # 因违规插手工程，受到…
