"""Demands: what a document or speaker asks others to do, clause group by clause group; never an event.

A speech (``kg.relate.speech``) is cut into groups, a claim each. A new group begins at a clause that says
again that something must be done, that names another mechanism, that orders a document, or that stands by
itself; a clause of purpose (促进…), of premise (坚持…, 对…) or between two clauses of one mechanism stays
with its group. Mechanisms that one group ties together rest on each other as the lexicon says.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.relate.claim import Claim, Filler
from kg.relate.mechanisms import Named, mechanisms
from kg.relate.page import Clause, Page
from kg.relate.speech import DEMAND, LIKE, Speech
from kg.relate.targets import addressees, targets
from kg.values import GroupValue, PersonValue

MOST = 12
"""Clauses that one demand may have."""
ACTS = frozenset({"sanction", "judicial", "removal", "investigation", "clearing"})
"""Acts upon counted persons."""
MERGING = ("basedOn", "wayOf")
"""Relations between mechanisms that keep two clauses together."""


@dataclass
class Group:
    """Clauses that make one demand."""

    clauses: list[Clause]
    named: list[Named]
    topic: tuple[Named, ...] = ()
    """Mechanisms of the sentence that a clause without one of its own goes on about."""
    open: bool = False
    """Whether the last clause cannot stand by itself."""

    def labels(self) -> set[str]:
        """Labels of the mechanisms named in it."""
        return {n.label for n in self.named}


def requirements(page: Page, speeches: list[Speech]) -> list[Claim]:
    """The demands of every speech, in order."""
    return [
        claim(page, speech, group, subject)
        for speech in speeches
        for clauses in speech.parts
        for subject, demanded in [split(page, speech, clauses)]
        for group in groups(page, speech, demanded)
        if speech.strong or not counted(page, group)
    ]


def counted(page: Page, group: Group) -> bool:
    """Whether clauses count those dealt with (指出,…全省处理402人): done, not demanded."""
    if any(page.leads(c, "demand.modal") for c in group.clauses):
        return False
    spans = [(c.start, c.end) for c in group.clauses]
    return any(
        isinstance(f.value, GroupValue | PersonValue) and any(start <= f.start < end for start, end in spans)
        for claim in page.of_scene(group.clauses[0].scene)
        if claim.type in ACTS and claim.stance == "asserted"
        for f in claim.fillers
    )


def split(page: Page, speech: Speech, clauses: list[Clause]) -> tuple[str, list[Clause]]:
    """The noun that clauses before the first demand are about, and the clauses that demand."""
    first = 0
    weak = clauses is speech.parts[0] and not speech.strong
    if weak:
        marks = ("demand.modal",) if speech.kind != DEMAND else LIKE
        first = next((n for n, c in enumerate(clauses) if page.leads(c, *marks)), len(clauses))
        if speech.kind != DEMAND and first == 0:
            return "", []
    subject = next((s for c in clauses[:first] if (s := about_whom(page, c))), "")
    return subject, clauses[first:]


def about_whom(page: Page, clause: Clause) -> str:
    """The kind of official that a clause begins with (领导干部是…)."""
    return page.opens(clause.text, "demand.person")


def groups(page: Page, speech: Speech, clauses: list[Clause]) -> list[Group]:
    """The groups of one sentence's clauses."""
    named = [mechanisms(page, c.start, c.end) for c in clauses]
    later = following(named)
    if speech.whole:
        return [Group(clauses, [n for some in named for n in some])] if clauses else []
    out: list[Group] = []
    for index, clause in enumerate(clauses):
        if out and joins(page, out[-1], clause, named[index], later[index]):
            out[-1].clauses.append(clause)
            out[-1].named += named[index]
        else:
            out.append(Group([clause], list(named[index]), topic(page, out, clause, named[index])))
        out[-1].open = unfinished(page, out[-1], clause)
    return out


def following(named: list[list[Named]]) -> list[list[Named]]:
    """For each clause, the mechanisms of the next clause that names any."""
    out: list[list[Named]] = []
    last: list[Named] = []
    for some in reversed(named):
        out.append(last)
        last = some or last
    return out[::-1]


def topic(page: Page, before: list[Group], clause: Clause, named: list[Named]) -> tuple[Named, ...]:
    """The mechanisms a clause without one goes on about: those the sentence set out from (发挥…作用)."""
    if named or not before or page.leads(clause, "demand.modal", "demand.stance"):
        return ()
    first = before[0]
    if page.leads(first.clauses[0], "demand.topic"):
        opening = first.clauses[0]
        return tuple(n for n in first.named if n.start < opening.end)
    return ()


def joins(page: Page, group: Group, clause: Clause, named: list[Named], later: list[Named]) -> bool:
    """Whether a clause belongs to the group before it."""
    if page.leads(clause, "demand.modal"):
        return group.open and not page.leads(clause, "demand.again")
    if len(group.clauses) >= MOST or ordered(page, clause) or ordered(page, group.clauses[-1]):
        return False
    if group.open or fronted(page, group):
        return True
    if named:
        return bound(group, named) or (result(page, clause) and akin(group, named))
    held = result(page, clause) or repeats(group, clause) or returns(page, group, clause, later)
    return held and not page.leads(clause, "demand.stance")


def fronted(page: Page, group: Group) -> bool:
    """Whether a group began with its object (对…行为,坚决…) and no mechanism came yet."""
    return bool(page.leads(group.clauses[0], "demand.toward")) and len(group.clauses) > 1 and not group.named


def akin(group: Group, named: list[Named]) -> bool:
    """Whether a clause names nothing but what the group names."""
    return {n.label for n in named} <= group.labels()


def bound(group: Group, named: list[Named]) -> bool:
    """Whether the mechanisms of a clause are those of the group, or rest on them."""
    labels = {n.label for n in named}
    if labels == (group.labels() or {t.label for t in group.topic}):
        return True
    return any(
        a.rests_on(b.label, *MERGING) or b.rests_on(a.label, *MERGING) for a in named for b in group.named
    )


def result(page: Page, clause: Clause) -> bool:
    """Whether a clause says what it is all for: 促进…, 营造…, 以…促进…."""
    if page.leads(clause, "demand.result"):
        return True
    by = page.opens(clause.text, "demand.by")
    return bool(by) and next(page.finder("demand.result").scan(clause.text, len(by)), None) is not None


def repeats(group: Group, clause: Clause) -> bool:
    """Whether a clause speaks of its group's mechanism by a word of its name (考核 of 考核评价机制)."""
    words = [a.text for a in clause.atoms("word") if len(a.text) > 1 and a.pos in ("vn", "v")]
    return any(w in n.label and n.label != w for w in words for n in group.named)


def returns(page: Page, group: Group, clause: Clause, later: list[Named]) -> bool:
    """Whether a clause without a mechanism stands between two of one: the next named is the group's."""
    if page.leads(clause, "demand.toward", "demand.premise"):
        return False
    return bool(later) and bool(group.named) and bound(group, later)


def unfinished(page: Page, group: Group, clause: Clause) -> bool:
    """Whether the next clause belongs to this one: a premise, an object without verb, a bare noun."""
    if page.leads(clause, "demand.toward"):
        return page.finder("demand.open").ends(clause.text) is not None
    if page.finder("demand.condition").ends(clause.text) is not None:
        return True
    if group.open and page.finder("demand.open").ends(clause.text) is not None:
        return True
    if page.leads(clause, "demand.premise"):
        return (
            all(n.basis for n in group.named)
            or len(group.clauses) > 1
            or page.leads(clause, "demand.around") != ""
        )
    return not group.named and not page.leads(clause, *LIKE)


def ordered(page: Page, clause: Clause) -> bool:
    """Whether a clause orders a document to be made, revised or repealed."""
    return bool(page.leads(clause, "demand.act")) and bool(clause.atoms("document"))


def claim(page: Page, speech: Speech, group: Group, subject: str) -> Claim:
    """One group as a claim."""
    start, end = group.clauses[0].start, group.clauses[-1].end
    fillers = [speech.spoken_at(start)]
    fillers += rested(group)
    fillers += [Filler("addressee", subject)] if subject else []
    fillers += addressees(page, group.clauses) + targets(page, group.clauses, group.named) + acts(page, group)
    fillers.append(Filler("content", page.context.document.text[start:end], start, end))
    return Claim(
        "requirement", tuple(dict.fromkeys(fillers)), start, end, "relate.requirement", stance="demanded"
    )


def rested(group: Group) -> list[Filler]:
    """The mechanisms of a group, those that others of it rest on as their base."""
    bases = {
        b.label for b in group.named if b.basis or any(n.rests_on(b.label, "basedOn") for n in group.named)
    }
    seen: dict[tuple[str, str], Filler] = {}
    for one in group.named:
        role = "based_on" if one.label in bases else "mechanism"
        seen.setdefault((role, one.label), Filler(role, one.label, one.start, one.end))
    for one in group.topic:
        seen.setdefault(("mechanism", one.label), Filler("mechanism", one.label))
    return list(seen.values())


def acts(page: Page, group: Group) -> list[Filler]:
    """The act on a document that is ordered, and the document."""
    for clause in group.clauses:
        verb = page.finder("demand.act").at(page.text, clause.start, clause.end)
        documents = clause.atoms("document")
        if verb is not None and documents:
            titles = [Filler("document", replace(d.value, short=False), d.start, d.end) for d in documents]
            return [Filler("requires_act", verb.word.value, verb.start, verb.end), *titles]
    return []
