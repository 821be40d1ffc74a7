"""Bodies that a reform ended and those that took over: change events between two bodies, never one body.

Which body became which is no matter of reading: the table (kind ``organ.became`` of the lexicon) gives the
bodies, the day and the plan that says so. A change is told where the texts name bodies on both sides of it.
"""

from __future__ import annotations

from kg.ids import mint
from kg.lexicon import Lexicon
from kg.model import Ref, Text
from kg.resolve.register import Register

KIND = "organ.became"
Change = tuple[str, str, str, str]
"""Day, kind, successor and source: what the bodies that merge into one have in common."""


def tell_changes(register: Register, lexicon: Lexicon) -> None:
    """Add the changes between bodies of the register."""
    known = register.labelled("org/cn-")
    for (day, kind, became, source), bodies in sorted(changes(lexicon).items()):
        before = [known[b] for b in bodies if b in known]
        after = [known[b] for b in became.split() if b in known]
        if before and after:
            local = mint("change", day, became)
            names = "、".join(register.label(b) for b in before)
            label = f"{names} → {'、'.join(register.label(a) for a in after)}"
            register.see(
                local, "OrganizationChange", label, register.first(before[0]), "resolve.organ.became"
            )
            for predicate, ends in (("originalOrganization", before), ("resultingOrganization", after)):
                for end in ends:
                    register.tell(local, predicate, Ref(end))
            register.tell(local, "changeKind", Text(kind))
            register.tell(local, "changeDate", Text(day))
            register.tell(local, "legalSource", Text(source, "zh"))


def changes(lexicon: Lexicon) -> dict[Change, list[str]]:
    """The changes of the table with the bodies that each ended."""
    found: dict[Change, list[str]] = {}
    for word in sorted(lexicon.kind(KIND).values(), key=lambda w: w.text):
        day, _, kind = word.note.partition(" ")
        found.setdefault((day, kind, word.value, word.source), []).append(word.text)
    return found
