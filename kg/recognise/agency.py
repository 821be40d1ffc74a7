"""Bodies: fixed names, and places followed by heads (县委, 住建局) however deeply nested.

A body's name grows to the right from an anchor — a division, a fixed name, a relative head (县纪委) — through
words that may stand inside a name, to the last head that can be reached. Where there is no anchor, only a
strong head (有限公司, 医院) may close a name, and it starts after the last word that cannot belong to one.
"""

from __future__ import annotations

from kg.recognise.line import NUMBER, PUNCT, WORD, Atom, Context, Line, merge
from kg.values import AgencyValue, PlaceValue

REACH = 16
"""Characters that may stand between an anchor (or the start of an open name) and the next head."""
NAMING_POS = ("n", "j", "b", "vn", "l", "eng", "zg", "f", "s", "a", "i", "g", "")
"""Parts of speech that ordinary words inside a body's name have."""
QUOTED = ("“", "”")


def agency(line: Line, context: Context) -> Line:
    """Replace words, with the division before them, by bodies; the division's atom stays before it."""
    out: Line = []
    index = 0
    while index < len(line):
        found = (
            fixed(line, index, context)
            or anchored(line, index, out, context)
            or open_name(line, index, out, context)
        )
        if found:
            atom, used = found
            atom, used = nested(line, index, atom, used, context)
            atom, used = past_unit(line, index, atom, used, context)
            atom = branch(atom, out, context)
            out.append(atom)
            index += used
        else:
            out.append(line[index])
            index += 1
    return out


def fixed(line: Line, index: int, context: Context) -> tuple[Atom, int] | None:
    """A proper name of the lexicon, also when the segmenter cut it."""
    text = ""
    found = None
    for length, atom in enumerate(line[index : index + 6], 1):
        if atom.kind not in (WORD, "place", NUMBER) and atom.text not in ("、",):
            break
        text += atom.text
        word = context.lexicon.kind("agency").get(text)
        if word:
            value = AgencyValue(word.value, word.note, fixed=True)
            found = merge(line, index, index + length, "agency", "recognise.agency.fixed", value), length
    return found


def anchored(line: Line, index: int, out: Line, context: Context) -> tuple[Atom, int] | None:
    """A body right after a division, or a relative head (县纪委, 省财政厅) that waits for one."""
    place = out[-1].value if out and out[-1].kind == "place" and out[-1].end == line[index].start else None
    if (
        place is not None
        and place.level == "country"
        and (is_session(line[index], context) or context.lexicon.is_a(line[index].text, "ordinal.word"))
    ):
        return None
    if place is not None:
        committee = place_committee(line, index, place, context)
        if committee:
            return committee
    relative = place is None and is_relative(line, index, context)
    if place is None and not relative:
        return None
    end, heads = reach(line, index, context, strong_only=False)
    if not heads:
        return None
    body = "".join(a.text for a in line[index:end] if not is_session(a, context))
    zone = context.lexicon.value("place.suffix", line[index].text) == "zone"
    value = AgencyValue(body, heads[-1][1], place, tuple(h[0] for h in heads[:-1]), as_written=zone)
    return merge(line, index, end, "agency", "recognise.agency.anchored", value), end - index


def place_committee(line: Line, index: int, place: PlaceValue, context: Context) -> tuple[Atom, int] | None:
    """徐水区|委: the last character of the division and 委 make the head 区委."""
    atom = line[index]
    if atom.kind != WORD or len(atom.text) > 3:
        return None
    core = place.name[-1] + atom.text
    word = context.lexicon.kind("head.core").get(core)
    if word is None or atom.text in context.lexicon.kind("head.core"):
        return None
    value = AgencyValue(atom.text, word.note, place)
    return merge(line, index, index + 1, "agency", "recognise.agency.committee", value), 1


def is_relative(line: Line, index: int, context: Context) -> bool:
    """Whether a name can start here by itself: 县纪委, 省财政厅, 党委, 环保局 after another body."""
    atom = line[index]
    if atom.kind != WORD:
        return False
    if atom.text in context.lexicon.kind("head.core"):
        return True
    if (
        atom.text[:1] in context.lexicon.family("level")
        and len(atom.text) > 1
        and head_of(atom.text[1:], context)
    ):
        return True
    if atom.text in context.lexicon.family("level"):
        return index + 1 < len(line) and line[index + 1].kind == WORD
    return head_of(atom.text, context) is not None and len(atom.text) > 2


def head_of(text: str, context: Context) -> tuple[str, str, str] | None:
    """The head a word is or ends in: (head, class, grade)."""
    for grade in ("core", "strong", "weak"):
        word = context.lexicon.kind(f"head.{grade}").get(text)
        if word:
            return text, word.note, grade
    for size in range(min(len(text) - 1, 8), 1, -1):
        for grade in ("strong", "core", "weak"):
            word = context.lexicon.kind(f"head.{grade}").get(text[-size:])
            if word:
                return text[-size:], word.note, grade
    return None


def reach(line: Line, index: int, context: Context, strong_only: bool) -> tuple[int, list[tuple[str, str]]]:
    """The end of the name that starts at ``index`` and the (words so far, class) at each head on the way."""
    end, heads, at = index, [], index
    since = line[index].start
    while (
        at < len(line)
        and line[at].end - since <= REACH
        and (
            naming(line, at, index, context)
            or (not strong_only
            and at > end
            and joins_names(line, at, context))
        )
    ):
        at += 1
        text = line[at - 1].text
        head = head_of(text, context)
        if (
            head is None
            and not strong_only
            and len(text) > 2
            and noun_with_suffix(text, line[at - 1].pos, context)
        ):
            head = text[-1], "InternalUnit", "weak"
        if head is None and len(text) == 1 and at - index > 1:
            head = head_of(words(line, max(index, at - 3), at), context)
        if head and (not strong_only or head[2] == "strong") and usable(line, index, at, head, context):
            end, since = at, line[at - 1].end
            heads.append((words(line, index, at), head[1]))
    return end, heads


def noun_with_suffix(text: str, pos: str, context: Context) -> bool:
    """Whether a noun of three characters or more ends in a unit's last character (海事处), and is no verb of ours."""
    lexicon = context.lexicon
    acts = lexicon.is_a(text, "trigger", "act.handling") or lexicon.is_a(text[1:], "trigger", "act.handling")
    return lexicon.is_a(text[-1], "head.suffix") and pos.startswith("n") and not acts


def joins_names(line: Line, at: int, context: Context) -> bool:
    """Whether a conjunction stands inside one name (文化|和|旅游|厅): words on both sides, no head before it."""
    if line[at].text not in context.lexicon.kind("inner.join") or at + 1 >= len(line):
        return False
    after = line[at + 1]
    return (
        after.kind == WORD
        and after.start == line[at].end
        and line[at].start == line[at - 1].end
        and head_of(line[at - 1].text, context) is None
    )


def usable(line: Line, index: int, at: int, head: tuple[str, str, str], context: Context) -> bool:
    """Whether a head may close the name here: a bare weak head of one character needs words before it, and no
    head is followed by the character that would make it another word (处|长).
    """
    if len(head[0]) == 1 and at - index < 2 and len(line[at - 1].text) == 1:
        return False
    following = line[at] if at < len(line) and line[at].start == line[at - 1].end else None
    return not (following and following.kind == WORD and len(head[0]) == 1 and following.text in ("",))


def naming(line: Line, at: int, index: int, context: Context) -> bool:
    """Whether the atom may stand inside a body's name."""
    atom = line[at]
    if at > index and atom.start != line[at - 1].end:
        return False
    if atom.kind == PUNCT:
        return atom.text in QUOTED and at > index and closes(line, at)
    if atom.kind == NUMBER:
        return at > index and (
            line[at - 1].text in QUOTED or context.lexicon.is_a(line[at - 1].text, "ordinal.word")
        )
    if atom.kind != WORD:
        return False
    lexicon = context.lexicon
    if is_session(atom, context):
        return True
    if (
        atom.text[:1] in lexicon.kind("ordinal.word")
        or (at > index
        and lexicon.is_a(line[at - 1].text, "ordinal.word"))
    ):
        return True
    if atom.text in lexicon.kind("inner.never") or atom.text in lexicon.kind("inner.stop"):
        return False
    titled = atom.text in lexicon.family("title") and atom.text not in lexicon.kind("title.weak")
    if titled and head_of(atom.text, context) is None:
        return False
    if (
        at > index
        and line[at - 1].text in lexicon.family("head")
        and atom.pos.startswith("v")
        and at + 1 < len(line)
    ):
        return line[at + 1].text in lexicon.family("head")
    if atom.text in lexicon.kind("inner.verb") or atom.text in lexicon.family("head"):
        return True
    if len(atom.text) == 1 and atom.pos not in ("p", "c", "u"):
        return True
    return atom.pos.startswith(NAMING_POS[:4]) or atom.pos in NAMING_POS or atom.pos.startswith("n")


def is_session(atom: Atom, context: Context) -> bool:
    """Whether an atom numbers the term of an assembly (十届, 第十一届)."""
    lexicon, text = context.lexicon, atom.text
    if text[-1:] not in lexicon.kind("session") or len(text) < 2:
        return False
    return text[0] in lexicon.kind("ordinal.word") or all(
        c in lexicon.kind("time.digit") or c in lexicon.kind("time.ten") for c in text[:-1]
    )


def closes(line: Line, at: int) -> bool:
    """Whether a quotation mark has its partner within the next few, or last few, atoms."""
    partner = QUOTED[1 - QUOTED.index(line[at].text)]
    near = line[at + 1 : at + 4] if line[at].text == QUOTED[0] else line[max(0, at - 3) : at]
    return any(a.text == partner for a in near)


def open_name(line: Line, index: int, out: Line, context: Context) -> tuple[Atom, int] | None:
    """A body without a division before it that ends in a strong head: 白杨造纸厂."""
    if (
        line[index].kind != WORD
        or not naming(line, index, index, context)
        or line[index].text in context.lexicon.kind("open.never")
    ):
        return None
    if out and out[-1].kind == WORD and out[-1].end == line[index].start and starts_inside(out[-1], context):
        return None
    end, heads = reach(line, index, context, strong_only=True)
    if (
        heads
        and end < len(line)
        and line[end].kind == WORD
        and line[end].text in context.lexicon.kind("head.core")
    ):
        core = line[end].text
        end, heads = (
            end + 1,
            [*heads, (words(line, index, end + 1), context.lexicon.kind("head.core")[core].note)],
        )
    if not heads or (end - index < 2 and heads[0][0] in context.lexicon.family("head")):
        return None
    value = AgencyValue(words(line, index, end), heads[-1][1], None, tuple(h[0] for h in heads[:-1]))
    return merge(line, index, end, "agency", "recognise.agency.open", value), end - index


def starts_inside(before: Atom, context: Context) -> bool:
    """Whether the word before would belong to the name too, so that a name cannot start here."""
    return before.text in context.lexicon.kind("inner.verb") and before.pos == "vn"


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
    body = value.body + words(line, at, end)
    longer = AgencyValue(body, heads[-1][1], value.place, (value.body,), fixed=value.fixed)
    return merge(line, index, end, "agency", "recognise.agency.nested", longer), end - index


def branch(atom: Atom, out: Line, context: Context) -> Atom:
    """The branch of the body before it, the place between belonging to the name (某某公司|兰州|分公司)."""
    value: AgencyValue = atom.value
    if value.body not in context.lexicon.kind("head.branch") or len(out) < 2 or value.place is None:
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
    if (
        not heads
        or end >= len(line)
        or line[end].kind != "title"
        or words(line, at + 1, end) in context.lexicon.kind("organ.of-body")
    ):
        return atom, used
    if heads[0][0] in context.lexicon.kind("head.core"):
        return atom, used
    value: AgencyValue = atom.value
    body = value.body + words(line, at + 1, end)
    longer = AgencyValue(body, heads[-1][1], value.place, (*value.parents, value.body), True, value.fixed)
    return merge(line, index, end, "agency", "recognise.agency.past", longer), end - index


def words(line: Line, first: int, last: int) -> str:
    """The folded words of some atoms."""
    return "".join(a.text for a in line[first:last])
