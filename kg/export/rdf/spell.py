"""Terms and records spelled as Turtle: prefixed names, a block a subject, headings between parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.export.rdf.terms import BOOLEAN, DECIMAL, INTEGER, PREFIXES, TYPE, Iri, Literal, Record, Spelled, Term
from kg.ids import BASE, VOCABULARY, iri
from kg.vocab import Vocabulary

FOLDERS = {
    "place": "place",
    "org": "body",
    "person": "person",
    "group": "group",
    "post": "post",
    "doc": "doc",
    "text": "text",
    "mechanism": "mech",
    "fact": "fact",
    "claim": "claim",
    "edge": "edge",
    "run": "run",
    "software": "software",
}
"""Folder of local ids -> prefix; one prefix a folder, since a local name may hold no slash."""
WIDTH = 100
MOST = 20_000
"""IRIs whose short forms are kept at hand: memory shall not grow with the graph."""
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?\Z")
_SHORT_NUMBER = re.compile(r"[0-9]+\Z")
_SHORT_DECIMAL = re.compile(r"[0-9]+\.[0-9]+\Z")
_UNSEEN = ((0x7F, 0x9F), (0xAD, 0xAD), (0x61C, 0x61C), (0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F))
"""Characters that act and do not show: controls, marks that turn the direction of writing, line ends."""
_SPECIAL = re.compile(r'[\x00-\x1f\x7f-\x9f"\\\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]')
_ESCAPES = str.maketrans(
    {chr(c): f"\\u{c:04X}" for c in (*range(32), 0xFEFF, *(c for a, b in _UNSEEN for c in range(a, b + 1)))}
    | {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
)


def prefixes(vocabulary: Vocabulary, base: str = BASE) -> dict[str, str]:
    """Prefixes of a graph's file: vocabularies, folders of ids, schemes."""
    folders = {prefix: f"{base}{folder}/" for folder, prefix in FOLDERS.items()}
    schemes = {code: f"{VOCABULARY}voc/{code}/" for code in sorted(vocabulary.schemes)}
    return PREFIXES | folders | {"voc": f"{VOCABULARY}voc/"} | schemes


def write(
    records: Iterable[Record], *, title: str, prefixes: dict[str, str], base: str = ""
) -> Iterator[str]:
    """Any records as Turtle: header, then a heading wherever the section changes."""
    yield header(title, prefixes, base)
    yield from written(records, Speller(prefixes, base))


def written(records: Iterable[Record], spell: Speller) -> Iterator[str]:
    """Records, a heading wherever the section changes."""
    section = ""
    for record in records:
        if record.section != section:
            section = record.section
            yield heading(section)
        yield spell.block(record)


def heading(section: str) -> str:
    """The line above a part of the file."""
    return f"\n# --- {section} ---\n"


def header(title: str, prefixes: dict[str, str], base: str) -> str:
    """A comment, the prefixes and the base."""
    lines = "".join(f"@prefix {p}: <{i}> .\n" for p, i in prefixes.items())
    return f"# {title}\n\n{lines}" + (f"@base <{base}> .\n" if base else "")


def escape(text: str) -> str:
    """A string as it stands between double quotes in Turtle."""
    return text.translate(_ESCAPES) if _SPECIAL.search(text) else text


def line(words: Sequence[str]) -> str:
    """Objects on one line, or one a line where they are many."""
    if len(words) == 1:
        return words[0]
    joined = " , ".join(words)
    return joined if len(joined) <= WIDTH else " ,\n        ".join(words)


class Speller:
    """Spells terms, remembering the short forms of the last IRIs."""

    def __init__(self, prefixes: dict[str, str], base: str) -> None:
        self._spaces = {space: prefix for prefix, space in prefixes.items()}
        self._base = base
        self._known: dict[str, str] = {TYPE: "a"}
        self._folders = {
            space.removeprefix(start): f"{prefix}:"
            for start in (VOCABULARY, base)
            for prefix, space in prefixes.items()
            if space.startswith(start)
        }

    def block(self, record: Record) -> str:
        """A record; nothing for one that says nothing."""
        lines = [f"{self.iri(p)} {self.objects(o)}" for p, o in record.pairs]
        if not lines:
            return ""
        return f"\n{self.iri(record.subject)} " + " ;\n    ".join(lines) + " .\n"

    def objects(self, objects: tuple[Term, ...]) -> str:
        """Objects, separated."""
        if len(objects) == 1:
            return self.term(objects[0])
        return line([self.term(o) for o in objects])

    def term(self, term: Term) -> str:
        """A term of either sort; what is spelled already stays as it is."""
        if isinstance(term, Spelled):
            return term
        return self.iri(term) if isinstance(term, Iri) else self.literal(term)

    def local(self, local: str) -> str:
        """The shortest form of a local id."""
        cut = local.rfind("/") + 1
        prefix = self._folders.get(local[:cut])
        if prefix is not None and _LOCAL.match(local, cut):
            return prefix + local[cut:]
        return self._short(iri(local, self._base))

    def iri(self, iri: str) -> str:
        """The shortest form of an IRI."""
        found = self._known.get(iri)
        if found is None:
            if len(self._known) > MOST:
                self._known = {TYPE: "a"}
            found = self._known[iri] = self._short(iri)
        return found

    def _short(self, iri: str) -> str:
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = self._spaces.get(iri[:cut])
        if prefix is not None and _LOCAL.match(iri[cut:]):
            return f"{prefix}:{iri[cut:]}"
        return f"<{iri.removeprefix(self._base) if self._base else iri}>"

    def literal(self, value: Literal) -> str:
        """A literal, bare where Turtle lets numbers and truth values stand so."""
        text, datatype, lang = value
        if datatype in {INTEGER, DECIMAL, BOOLEAN} and _bare(text, datatype):
            return text
        quoted = f'"{escape(text)}"'
        if lang:
            return f"{quoted}@{lang}"
        return f"{quoted}^^{self.iri(datatype)}" if datatype else quoted


def _bare(text: str, datatype: str) -> bool:
    """Whether a number or truth value may stand without quotes."""
    if datatype == BOOLEAN:
        return text in {"true", "false"}
    return bool((_SHORT_NUMBER if datatype == INTEGER else _SHORT_DECIMAL).match(text))
