"""Documents: titles in 《》 that are no media, titles without marks that end in a genre, short names."""

from __future__ import annotations

import re

from kg.lexicon import Lexicon, remembered
from kg.recognise.line import Atom, Context
from kg.recognise.numbered import by_their_number, titled
from kg.values import AgencyValue, DocumentValue

OPENS = 18
"""Characters within which 关于 stands in a title that begins with its issuer."""
SHORTEST = 3
"""Characters that a law's name has at least (公司法)."""
BETWEEN = 30
"""Characters of what else was adopted that may stand between a verb and a title that begins with 关于."""
MARKED = re.compile(r"《([^《》]{1,80}(?:《[^《》]{1,60}》[^《》]{0,30})*)》")
VERSION = re.compile(r"[（(]([^（）()]{1,12})[）)]$")


def find_documents(text: str, offset: int, context: Context) -> list[Atom]:
    """The titles in marks of a sentence: documents, media (newspapers stand in 《》 too), or short names."""
    found: list[Atom] = []
    for match in MARKED.finditer(text):
        start, end = offset + match.start(), offset + match.end()
        kind, value = classify(match.group(1), context)
        if isinstance(value, DocumentValue) and not value.genre:
            continue
        found.append(Atom(start, end, kind, match.group(), value=value, rule="recognise.document.marked"))
    return found


def classify(title: str, context: Context) -> tuple[str, AgencyValue | DocumentValue]:
    """What a marked title is: the kind of its atom, and the value."""
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
        **context.lexicon.kind("genre.marked"),
    }
    for size in range(min(8, len(bare)), 0, -1):
        if bare[-size:] in genres:
            return bare[-size:]
    return ""


def find_unmarked(text: str, offset: int, taken: list[Atom], context: Context) -> list[Atom]:
    """Titles without marks: a verb of issuing or drafting, words, a genre; or 关于 … of a genre."""
    found: list[Atom] = []
    for pattern in unmarked(context.lexicon):
        for match in pattern.finditer(text):
            start, end = offset + match.start(1), offset + match.end(1)
            if any(a.start < end and start < a.end for a in (*taken, *found)):
                continue
            title = match.group(1)
            if any(w in title[:6] for w in context.lexicon.kind("doc.generic")) or of_a_kind(title, context):
                continue
            found += [a for a in listed(title, start, context) if not no_law(a.text, context)]
    found += adopted(text, offset, [*taken, *found], context)
    return found + find_named(text, offset, [*taken, *found], context)


def adopted(text: str, offset: int, taken: list[Atom], context: Context) -> list[Atom]:
    """The titles of a list of what was passed (通过了新修订的某法、关于批准《…》的决定)."""
    found: list[Atom] = []
    for match in passed(context.lexicon).finditer(text):
        for start, title in items(match.group("list"), offset + match.start("list"), context.lexicon):
            end = start + len(title)
            free = not any(a.start < end and start < a.end and not within(a, start, end) for a in taken)
            if free and len(title) >= SHORTEST and is_title(title, context):
                found.append(titled(start, end, DocumentValue(title, genre_of(title, context)), "unmarked"))
    return found


def items(titles: str, start: int, lexicon: Lexicon) -> list[tuple[int, str]]:
    """The items of such a list with their offsets, less what only describes them (新修订的)."""
    found: list[tuple[int, str]] = []
    for part in listing(lexicon).finditer(titles):
        skip = 0
        for lead in (
            rf"{lexicon.pattern('act.revised')}{lexicon.pattern('particle.of')}?",
            described(lexicon),
        ):
            led = re.match(lead, part.group())
            skip = led.end() if led else skip
        found.append((start + part.start() + skip, part.group()[skip:]))
    return found


@remembered
def listing(lexicon: Lexicon) -> re.Pattern[str]:
    """The pattern of one item: marks of a list stand inside it only between titles that it names."""
    of, join, about = (lexicon.pattern(kind) for kind in ("particle.of", "join", "doc.about"))
    decision = rf"(?<={of}..){join}(?={about})"
    word = rf"(?!{decision})[^、，《》]"
    return re.compile(rf"(?:{word})+(?:《[^《》]*》(?:、(?=《))?(?:{word})*)*")


@remembered
def described(lexicon: Lexicon) -> str:
    """The pattern of who brought in what was passed, before a title that begins with 关于."""
    about = lexicon.pattern("doc.about")
    return rf"(?:(?!{about})[^《》])*{lexicon.pattern('particle.of')}(?={about})"


def within(atom: Atom, start: int, end: int) -> bool:
    """Whether a marked title stands inside a longer one (关于批准《…》的决定)."""
    return atom.rule.endswith("marked") and start < atom.start and atom.end < end


def is_title(title: str, context: Context) -> bool:
    """Whether an item of such a list is a title: a law, or of a genre and about something."""
    lexicon = context.lexicon
    law = lexicon.is_a(title[-1:], "genre.law") and not no_law(title, context)
    amended = any(lexicon.is_a(VERSION.sub("", title)[-size:], "genre.amendment") for size in (3, 4))
    about = any(word in title[:OPENS] for word in lexicon.kind("doc.about")) and bool(
        genre_of(title, context)
    )
    if re.search(rf"》.*{lexicon.pattern('genre.amendment')}{lexicon.pattern('particle.of')}", title):
        return False  # a decision on amendments told in other words (关于修改《…》等三项法规修正案的决定)
    return about or ((law or amended) and not of_a_kind(title, context))


@remembered
def passed(lexicon: Lexicon) -> re.Pattern[str]:
    """The pattern of a list behind a verb of passing."""
    verb = lexicon.pattern("verb.pass")
    return re.compile(rf"{verb}(?P<list>(?:[^。；：《》]|《[^《》]{{1,80}}》){{3,400}})")


def no_law(title: str, context: Context) -> bool:
    """Whether words end like the name of a law and are none (执法, 做法)."""
    return context.lexicon.is_a(title[-2:], "genre.law.not")


def of_a_kind(title: str, context: Context) -> bool:
    """Whether words only say what a document is for (落实…的意见): a title of that form says 关于."""
    bare = title[: len(title) - len(genre_of(title, context))]
    of = any(w in bare[-3:] for w in context.lexicon.kind("particle.of"))
    return of and not any(w in title for w in context.lexicon.kind("doc.about"))


@remembered
def unmarked(lexicon: Lexicon) -> tuple[re.Pattern[str], ...]:
    """The patterns of titles without marks behind a verb: with 关于 in front, and lists of bare titles."""
    genres, about = lexicon.pattern("genre.title"), lexicon.pattern("doc.about")
    verb = rf"{lexicon.pattern('verb.issue')}(?:{lexicon.pattern('aspect')})?"
    told = lexicon.pattern("genre.title", "genre.marked")
    about_it = rf"{about}[^，。；《》]{{3,80}}?{told}"
    long = rf"(?:[^，。；、《》：“”]{{0,24}}?)?{about_it}(?:[、，]{about_it})*"
    later = rf"{about_it}(?:、{about_it})*"
    # no title begins with a particle: what follows 了 begins behind it
    begins = rf"(?!{lexicon.pattern('aspect', 'doc.measure')})“?"
    first = rf"{begins}[^，。；：、《》“”\d（）]{{3,30}}?{genres}"
    more = rf"(?:、[^，。；：、《》“”\d]{{3,30}}?{genres})*"
    end = rf"(?=”?(?:[，。；（、]|$|{lexicon.pattern('join', 'etc')}))"
    ends = r"(?=[，。；（、]|$)"
    return (
        re.compile(rf"{verb}({long}){ends}"),
        re.compile(rf"{verb}[^，。；：《》]{{1,{BETWEEN}}}?、({later}){ends}"),
        re.compile(rf"{verb}({first}{more}){end}"),
        re.compile(rf"{verb}{lexicon.pattern('act.revised')}?({law(lexicon)}){end}"),
        cited(lexicon),
        moved(lexicon),
    )


def moved(lexicon: Lexicon) -> re.Pattern[str]:
    """The pattern of a motion's title, which needs no verb of issuing (听取了某委员会|关于…的议案)."""
    motion = rf"{lexicon.pattern('particle.of')}{lexicon.pattern('genre.motion')}"
    return re.compile(rf"({lexicon.pattern('doc.about')}[^，。；：、《》]{{3,60}}?{motion})(?=[，。；、]|$)")


def cited(lexicon: Lexicon) -> re.Pattern[str]:
    """The pattern of a law without title marks that is kept or broken (违反保守国家秘密法的规定)."""
    inside = rf"(?!{lexicon.pattern('genre.title', 'particle.of', 'join')})[\u4e00-\u9fff]"
    one = rf"(?:{inside}){{3,14}}?{lexicon.pattern('genre.law')}"
    rule = (
        rf"{lexicon.pattern('particle.of')}?{lexicon.pattern('doc.generic')}?{lexicon.pattern('noun.rule')}"
    )
    return re.compile(
        rf"{lexicon.pattern('verb.by-rule')}({one})(?={rule}|{lexicon.pattern('ordinal')}\S{{1,6}}{lexicon.pattern('unit.article')})"
    )


def law(lexicon: Lexicon) -> str:
    """The pattern of laws without title marks, one or several in a list (海洋环境保护法、爱国主义教育法)."""
    one = rf"[^，。；：、《》“”\d（）]{{3,20}}?{lexicon.pattern('genre.law')}"
    return rf"{one}(?:、{one})*"


def listed(titles: str, start: int, context: Context) -> list[Atom]:
    """The titles of a list joined by marks, each as an atom."""
    found: list[Atom] = []
    about = context.lexicon.pattern("doc.about")
    parts = rf".+?(?=[、，]{about}|$)" if re.search(about, titles) else r"[^、]+"
    for part in re.finditer(parts, titles):
        title = part.group().strip("“”、，")
        begin = start + part.start() + part.group().index(title)
        value = DocumentValue(title, genre_of(title, context))
        found.append(titled(begin, begin + len(title), value, "unmarked"))
    return found


def find_named(text: str, offset: int, taken: list[Atom], context: Context) -> list[Atom]:
    """Laws and rules known by name, and numbered orders, those that touch an atom already taken left out."""
    found = by_their_number(text, offset, context.lexicon)
    for match in by_name(context.lexicon).finditer(text):
        value = DocumentValue(match.group(), genre_of(match.group(), context))
        found.append(titled(offset + match.start(), offset + match.end(), value, "named"))
    return [f for f in found if not any(t.start < f.end and f.start < t.end for t in taken)]


@remembered
def by_name(lexicon: Lexicon) -> re.Pattern[str]:
    """The pattern of documents known by name."""
    return re.compile(lexicon.pattern("doc.name"))
