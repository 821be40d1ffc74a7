"""Documents: titles in 《》 that are no media, titles without marks that end in a genre, short names."""

from __future__ import annotations

import re

from kg.recognise.line import Atom, Context
from kg.values import DocumentValue

MARKED = re.compile(r"《([^《》]{1,80}(?:《[^《》]{1,60}》[^《》]{0,30})*)》")
VERSION = re.compile(r"[（(]([^（）()]{1,12})[）)]$")


def find_documents(text: str, offset: int, context: Context) -> list[Atom]:
    """The titles in marks of a sentence: documents, media (a newspaper stands in 《》 too), or short names."""
    found: list[Atom] = []
    for match in MARKED.finditer(text):
        start, end = offset + match.start(), offset + match.end()
        kind, value = classify(match.group(1), context)
        if isinstance(value, DocumentValue) and not value.genre:
            continue
        found.append(Atom(start, end, kind, match.group(), value=value, rule="recognise.document.marked"))
    return found


def classify(title: str, context: Context) -> tuple[str, object]:
    """What a marked title is."""
    from kg.values import AgencyValue

    media = context.lexicon.kind("agency").get(title)
    if media is not None and media.note == "MediaOrganization":
        return "agency", AgencyValue(media.value, media.note, fixed=True)
    if any(title.endswith(w) for w in context.lexicon.kind("media.ending")):
        return "agency", AgencyValue(title, "MediaOrganization", fixed=True)
    genre = genre_of(title, context)
    short = title == genre
    return "document", DocumentValue(title, genre, short)


def genre_of(title: str, context: Context) -> str:
    """The genre word a title ends in (version notes aside), or an empty string."""
    bare = VERSION.sub("", title)
    genres = {
        **context.lexicon.kind("scheme.genre"),
        **context.lexicon.kind("genre.title"),
        **context.lexicon.kind("genre.order"),
    }
    for size in range(min(8, len(bare)), 0, -1):
        if bare[-size:] in genres:
            return bare[-size:]
    return ""


def find_unmarked(text: str, offset: int, taken: list[Atom], context: Context) -> list[Atom]:
    """Titles without marks: a verb of issuing or drafting, words, a genre; or 关于 … of a genre."""
    genres = context.lexicon.pattern("genre.title")
    verbs = context.lexicon.pattern("verb.issue")
    about = context.lexicon.pattern("doc.about")
    patterns = (
        rf"{verbs}(?:{context.lexicon.pattern('aspect')})?((?:[^，。；、《》：“”]{{0,12}}?)?{about}[^，。；《》]{{3,60}}?{genres})(?=[，。；（、]|$)",
        rf"{verbs}(?:{context.lexicon.pattern('aspect')})?(“?[^，。；：、《》“”\d（）]{{3,30}}?{genres}(?:、[^，。；：、《》“”\d]{{3,30}}?{genres})*)(?=”?(?:[，。；（、]|$|{context.lexicon.pattern('join', 'etc')}))",
    )
    found: list[Atom] = []
    for pattern in patterns:
        for match in re.finditer(pattern, text):
            start, end = offset + match.start(1), offset + match.end(1)
            if any(a.start < end and start < a.end for a in (*taken, *found)):
                continue
            title = match.group(1)
            if any(w in title[:6] for w in context.lexicon.kind("doc.generic")):
                continue
            found += listed(title, start, context)
    return found + find_named(text, offset, [*taken, *found], context)


def listed(titles: str, start: int, context: Context) -> list[Atom]:
    """The titles of a list joined by marks, each as an atom."""
    found: list[Atom] = []
    for part in re.finditer(r"[^、]+", titles):
        title = part.group().strip("“”")
        begin = start + part.start() + (part.group().startswith("“"))
        value = DocumentValue(title, genre_of(title, context))
        found.append(
            Atom(
                begin, begin + len(title), "document", title, value=value, rule="recognise.document.unmarked"
            )
        )
    return found


def find_named(text: str, offset: int, taken: list[Atom], context: Context) -> list[Atom]:
    """Laws and rules known by name, and numbered orders (a list of numbers shares one order word)."""
    lexicon = context.lexicon
    number = rf"{lexicon.pattern('ordinal')}(?:\d+|[{''.join(w for w in (*lexicon.kind('time.digit'), *lexicon.kind('time.ten')) if len(w) == 1)}]+){lexicon.pattern('number.sign')}"
    orders = rf"({number}(?:(?:、|{lexicon.pattern('join')}){number})*)({lexicon.pattern('genre.order')})"
    found: list[Atom] = []
    for match in re.finditer(orders, text):
        for part in re.finditer(number, match.group(1)):
            title = part.group() + match.group(2)
            start = offset + match.start() + part.start()
            end = (
                offset
                + match.start()
                + part.end()
                + (len(match.group(2)) if part.end() == len(match.group(1)) else 0)
            )
            found.append(
                Atom(
                    start,
                    end,
                    "document",
                    title,
                    value=DocumentValue(title, match.group(2)),
                    rule="recognise.document.order",
                )
            )
    for match in re.finditer(lexicon.pattern("doc.name"), text):
        value = DocumentValue(match.group(), genre_of(match.group(), context))
        found.append(
            Atom(
                offset + match.start(),
                offset + match.end(),
                "document",
                match.group(),
                value=value,
                rule="recognise.document.named",
            )
        )
    return [f for f in found if not any(t.start < f.end and f.start < t.end for t in taken)]
