"""Bodies that go on behind what was read of them: their branches, units of their own, former units."""

from __future__ import annotations

from kg.recognise.line import Atom, Context, Line, merge
from kg.recognise.reach import reach, words
from kg.values import AgencyValue


def nested(line: Line, index: int, atom: Atom, used: int, context: Context) -> tuple[Atom, int]:
    """The body with a unit of its own right behind it: 中国人民银行|某某分行, 公安局“110”指挥中心."""
    value: AgencyValue = atom.value
    at = index + used
    grows = value.fixed or atom.rule.endswith("committee")
    if at >= len(line) or line[at].start != atom.end or not grows:
        return atom, used
    end, heads = reach(line, at, context, strong_only=False)
    if not heads:
        return atom, used
    named = atom.text if value.fixed else value.body
    body = named + words(line, at, end)
    longer = AgencyValue(body, heads[-1][1], value.place, (value.body,), fixed=value.fixed)
    return merge(line, index, end, "agency", "recognise.agency.nested", longer), end - index


def branch(atom: Atom, out: Line, context: Context) -> Atom:
    """The branch of the body before it, the place between belonging to the name (某某公司|兰州|分公司)."""
    value: AgencyValue = atom.value
    if (
        not value.body.startswith(tuple(context.lexicon.kind("head.branch")))
        or len(out) < 2
        or value.place is None
    ):
        return atom
    place, parent = out[-1], out[-2]
    if place.kind != "place" or parent.kind != "agency" or parent.end != place.start:
        return atom
    whole: AgencyValue = parent.value
    body = whole.label + (value.place.written or value.place.name) + value.body
    joined = AgencyValue(body, value.kind, None, (*whole.parents, whole.label), fixed=True)
    del out[-2:]
    return Atom(
        parent.start,
        atom.end,
        "agency",
        parent.text + place.text + atom.text,
        value=joined,
        rule="recognise.agency.branch",
    )


def past_unit(line: Line, index: int, atom: Atom, used: int, context: Context) -> tuple[Atom, int]:
    """The body with a former unit behind it (民政局|原|干休所), where a title follows."""
    at = index + used
    if at >= len(line) or not context.lexicon.is_a(line[at].text, "mod.past") or line[at].start != atom.end:
        return atom, used
    end, heads = reach(line, at + 1, context, strong_only=False) if at + 1 < len(line) else (at, [])
    if not heads or end >= len(line) or line[end].kind != "title":
        return atom, used
    organ = context.lexicon.is_a(words(line, at + 1, end), "organ.of-body")
    if organ or context.lexicon.is_a(heads[0][0], "head.core"):
        return atom, used
    value: AgencyValue = atom.value
    body = value.body + words(line, at + 1, end)
    longer = AgencyValue(
        body, heads[-1][1], value.place, (*value.parents, value.body), past=True, as_written=value.fixed
    )
    return merge(line, index, end, "agency", "recognise.agency.past", longer), end - index
