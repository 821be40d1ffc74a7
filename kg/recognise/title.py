"""Titles of posts: a head word of the lexicon with the ranks written before it (常务副市长, 代市长)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kg.lexicon import Lexicon, Word, remembered
from kg.recognise.line import WORD, Atom, Context, Line, merge
from kg.values import TitleValue


def title(line: Line, context: Context) -> Line:
    """Replace title words and the ranks in front of them by one atom."""
    titles, words = context.lexicon.titles, ending(context.lexicon)
    if words.isdisjoint([atom.text for atom in line]):
        return line
    out: Line = []
    for at, one in enumerate(line):
        if one.text not in words or names_unit(line, at, context):
            out.append(one)
            continue
        atom = shared_character(one, out, titles, context)
        if assists(atom, out, context):
            out[-1] = merge(
                [out[-1], atom], 0, 2, "title", "recognise.title.assistant", assistant(out[-1], atom)
            )
            continue
        led = leader(atom, out, context)
        word = titles.get(atom.text) if atom.kind == WORD else None
        if led:
            atom = replace(atom, kind="title", pos="", value=led, rule="recognise.title.leader")
        elif word is not None:
            atom = ranked(atom, word, out, context)
        out.append(atom)
    return out


def names_unit(line: Line, at: int, context: Context) -> bool:
    """Whether a numbered unit right behind makes the word a part of its name (秘书|七处)."""
    unit = line[at + 1] if at + 1 < len(line) else None
    if unit is None or unit.start != line[at].end or not context.lexicon.is_a(unit.text[-1], "head.suffix"):
        return False
    digits, lexicon = unit.text[:-1], context.lexicon
    return digits != "" and all(lexicon.is_a(c, "time.digit", "time.ten") for c in digits)


@remembered
def ending(lexicon: Lexicon) -> frozenset[str]:
    """The words that a title may end in: titles, and what makes one with the word before it."""
    return frozenset({*lexicon.titles, *lexicon.kind("title.assistant"), *lexicon.kind("leader.suffix")})


def assists(atom: Atom, out: Line, context: Context) -> bool:
    """Whether a word right behind a title makes it that of an assistant (局长|助理)."""
    before = out[-1] if out else None
    close = before is not None and before.kind == "title" and before.end == atom.start
    return close and atom.kind == WORD and context.lexicon.is_a(atom.text, "title.assistant")


def assistant(head: Atom, atom: Atom) -> TitleValue:
    """The title of an assistant to the holder of another."""
    value: TitleValue = head.value
    return replace(value, title=value.title + atom.text)


def ranked(atom: Atom, word: Word, out: Line, context: Context) -> Atom:
    """A title's atom with the ranks before it, which are taken off the line read so far."""
    first = len(out)
    while first and is_rank(out[first - 1], out[first:], atom, context):
        first -= 1
    parts = [*out[first:], atom]
    del out[first:]
    text = "".join(a.text for a in parts)
    kind = word.kind.partition(".")[2]
    organ, body = (word.value, "") if kind == "organ" else ("", word.value)
    value = TitleValue(text, kind, organ=organ, body=body)
    return merge(parts, 0, len(parts), "title", "recognise.title", value)


def leader(atom: Atom, out: Line, context: Context) -> TitleValue | None:
    """The title where the last character before it is its first too (外交部|长: 部长; 南京市|长: 市长)."""
    before = out[-1] if out else None
    if before is None or before.end != atom.start or not context.lexicon.is_a(atom.text, "leader.suffix"):
        return None
    name = before.text[-1] + atom.text
    if before.kind == "place":
        known = context.lexicon.titles.get(name)
        return TitleValue(name, "gov") if known is not None and known.kind.endswith(".gov") else None
    body = before.text in context.lexicon.family("head") or before.text in context.lexicon.kind("agency")
    return TitleValue(name, "unit") if body else None


def shared_character(atom: Atom, out: Line, titles: Mapping[str, Word], context: Context) -> Atom:
    """外交|部长: the first character of the title moves to the body before it, if that makes a body."""
    if len(atom.text) != 2 or atom.text not in titles:
        return atom
    before = out[-1] if out else None
    if before is None or before.kind != WORD or before.end != atom.start:
        return atom
    body = before.text + atom.text[0]
    if len(before.text) < 2 or not (
        body in context.lexicon.kind("agency") or body in context.lexicon.family("head")
    ):
        return atom
    out[-1] = replace(before, end=before.end + 1, text=body)
    return replace(atom, start=atom.start + 1, text=atom.text[1:])


def is_rank(before: Atom, ranks: Line, head: Atom, context: Context) -> bool:
    """Whether a word belongs to the title behind it: 副, 常务, 代 … with nothing between."""
    behind = ranks[0] if ranks else head
    return before.kind == WORD and before.end == behind.start and before.text in context.lexicon.kind("rank")
