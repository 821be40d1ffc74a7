"""How far a body's name reaches: the words that may stand inside one, and the heads that close it.

From where a name starts, words are taken as long as they may belong to it; the name ends at the last head
(局, 委员会, 有限公司) that was reached on the way.
"""

from __future__ import annotations

from itertools import pairwise

from kg.lexicon import Lexicon, remembered
from kg.recognise.line import NUMBER, PUNCT, WORD, Atom, Context, Line

REACH = 16
"""Characters that may stand between an anchor (or the start of an open name) and the next head."""
NAMING_POS = frozenset({"n", "j", "b", "vn", "l", "eng", "zg", "f", "s", "a", "an", "i", "g", ""})
"""Parts of speech that ordinary words inside a body's name have."""
CLOSES = 4
"""Bit of a word that may close an open name."""
INSERTED = (WORD, "place")
"""Kinds of atoms that may stand in brackets inside a name."""
INSERT = 3
"""Characters that such an atom has at most."""
NAMING_FIRST = ("n", "j", "b", "vn")
"""Parts of speech of such words of which every finer kind counts too (nz, vn …)."""
QUOTED = ("“", "”")
ALWAYS, MAY, NEVER = "always", "may", "never"
"""What a word says of its standing inside a name."""

Head = tuple[str, str, str]
"""Text, class and grade (core | strong | weak) of a head."""


def reach(
    line: Line, index: int, context: Context, *, strong_only: bool
) -> tuple[int, list[tuple[str, str]]]:
    """The end of the name from ``index`` on, and the (words so far, class) at each head on the way."""
    end, heads, at = index, [], index
    since = line[index].start
    while at < len(line) and line[at].end - since <= REACH:
        joins = not strong_only and at > end and joins_names(line, at, context)
        if not joins and not naming(line, at, index, context):
            break
        at += 1
        head = head_at(line, index, at, context, strong_only=strong_only)
        if head and (not strong_only or head[2] == "strong") and usable(line, index, at, head):
            end, since = at, line[at - 1].end
            heads.append((words(line, index, at), head[1]))
    return end, heads


def head_at(line: Line, index: int, at: int, context: Context, *, strong_only: bool) -> Head | None:
    """The head that a name up to ``at`` ends in: a word's, a unit's suffix, or one cut apart."""
    text, pos = line[at - 1].text, line[at - 1].pos
    head = head_of(text, context.lexicon)
    if head is None and not strong_only and len(text) > 2 and noun_with_suffix(text, pos, context):
        return text[-1], "InternalUnit", "weak"
    if head is None and len(text) == 1 and at - index > 1:
        head = head_of(words(line, max(index, at - 3), at), context.lexicon)
    titled = at < len(line) and line[at].kind == "title" and line[at].start == line[at - 1].end
    short = head is None and len(text) == 1 and at - index > 1 and titled and not strong_only
    if short and context.lexicon.is_a(text, "head.suffix"):
        return text, "InternalUnit", "weak"
    return head


@remembered
def head_of(text: str, lexicon: Lexicon) -> Head | None:
    """The head a word is or ends in: (head, class, grade)."""
    for grade in ("core", "strong", "weak"):
        word = lexicon.kind(f"head.{grade}").get(text)
        if word:
            return text, word.note, grade
    for size in range(min(len(text) - 1, 8), 1, -1):
        for grade in ("strong", "core", "weak"):
            word = lexicon.kind(f"head.{grade}").get(text[-size:])
            if word:
                return text[-size:], word.note, grade
    return None


def noun_with_suffix(text: str, pos: str, context: Context) -> bool:
    """Whether a noun ends in a unit's last character (海事处), and is no verb of ours."""
    lexicon = context.lexicon
    acts = any(lexicon.is_a(t, "trigger", "act.handling") for t in (text, text[1:]))
    return lexicon.is_a(text[-1], "head.suffix") and pos.startswith("n") and not acts


def joins_names(line: Line, at: int, context: Context) -> bool:
    """Whether a conjunction stands inside one name (文化|和|旅游|厅): words around it, no head before it."""
    if line[at].text not in context.lexicon.kind("inner.join") or at + 1 >= len(line):
        return False
    after = line[at + 1]
    return (
        after.kind == WORD
        and after.start == line[at].end
        and line[at].start == line[at - 1].end
        and head_of(line[at - 1].text, context.lexicon) is None
    )


def strong_ahead(line: Line, traits: list[int]) -> list[int]:
    """For each atom how far it is, in characters, to the end of the next that may close an open name."""
    end = line[-1].end + REACH + 1 if line else 0
    ahead = [end - atom.start for atom in line]
    last = 0
    for index, trait in enumerate(traits):
        if trait & CLOSES:
            end = line[index].end
            ahead[last : index + 1] = [end - atom.start for atom in line[last : index + 1]]
            last = index + 1
    return ahead


def may_close(text: str, lexicon: Lexicon) -> bool:
    """Whether a word has a strong head, or is the last character of one that was cut apart."""
    head = head_of(text, lexicon)
    if head is not None:
        return head[2] == "strong"
    return len(text) == 1 and any(word.endswith(text) for word in lexicon.kind("head.strong"))


def usable(line: Line, index: int, at: int, head: Head) -> bool:
    """Whether a head may close the name here: a bare one of one character needs words before it."""
    return len(head[0]) > 1 or at - index > 1 or len(line[at - 1].text) > 1


def naming(line: Line, at: int, index: int, context: Context) -> bool:
    """Whether the atom at ``at`` may stand inside the name that starts at ``index``."""
    atom, lexicon = line[at], context.lexicon
    inside = at > index
    if inside and atom.start != line[at - 1].end:
        return False
    if inside and bracketed(line, at, lexicon):
        return True
    if atom.kind == PUNCT:
        return inside and atom.text in QUOTED and closes(line, at)
    if atom.kind == NUMBER:
        return inside and (line[at - 1].text in QUOTED or lexicon.is_a(line[at - 1].text, "ordinal.word"))
    if atom.kind != WORD:
        return False
    part = part_of_name(atom.text, atom.pos, lexicon)
    if part == ALWAYS or (inside and lexicon.is_a(line[at - 1].text, "ordinal.word")):
        return True
    if part == NEVER:
        return False
    verb = atom.pos.startswith("v") and at + 1 < len(line)
    if inside and verb and line[at - 1].text in lexicon.family("head"):
        return line[at + 1].text in lexicon.family("head")
    return part == MAY


def bracketed(line: Line, at: int, lexicon: Lexicon) -> bool:
    """Whether an atom is one of three that put a word or a place in brackets inside a name (村(居)账).

    A level in brackets is an alternative (地(市)委).
    """
    for first in range(max(1, at - 2), at + 1):
        group = line[first - 1 : first + 4]
        if len(group) < 5 or group[1].text != "（" or group[3].text != "）" or group[2].kind not in INSERTED:
            continue
        touching = all(one.end == two.start for one, two in pairwise(group))
        plain = group[0].kind == WORD and head_of(group[0].text, lexicon) is None
        plain = plain and not (len(group[2].text) == 1 and lexicon.is_a(group[2].text, "level.char"))
        if touching and plain and group[4].kind == WORD and len(group[2].text) <= INSERT:
            return True
    return False


@remembered
def part_of_name(text: str, pos: str, lexicon: Lexicon) -> str:
    """Whether a word may stand inside a body's name, as far as the word itself says."""
    if numbers_term(text, lexicon) or lexicon.is_a(text[:1], "ordinal.word"):
        return ALWAYS
    if never_inside(text, lexicon):
        return NEVER
    return MAY if word_inside(text, pos, lexicon) else ""


def never_inside(text: str, lexicon: Lexicon) -> bool:
    """Whether a word ends every name: a stop, or a title that is no head as well (书记, not 秘书处)."""
    if lexicon.is_a(text, "inner.never", "inner.stop"):
        return True
    titled = text in lexicon.family("title") and not lexicon.is_a(text, "title.weak")
    return titled and head_of(text, lexicon) is None


def word_inside(text: str, pos: str, lexicon: Lexicon) -> bool:
    """Whether an ordinary word may stand inside a name, by the lexicon or by its part of speech."""
    if lexicon.is_a(text, "inner.verb") or text in lexicon.family("head"):
        return True
    if len(text) == 1 and pos not in ("p", "c", "u"):
        return True
    return pos.startswith(NAMING_FIRST) or pos in NAMING_POS


def is_session(atom: Atom, lexicon: Lexicon) -> bool:
    """Whether an atom numbers the term of an assembly (十届, 第十一届)."""
    return numbers_term(atom.text, lexicon)


@remembered
def numbers_term(text: str, lexicon: Lexicon) -> bool:
    """Whether a word does."""
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


def words(line: Line, first: int, last: int) -> str:
    """The folded words of some atoms."""
    return "".join(a.text for a in line[first:last])
