"""Terms of the ontology: classes and properties of ``kg.ttl``, concepts of ``schemes/*.tsv``.

Loads in a few milliseconds without an RDF library: the tables are split at tabs, ``kg.ttl`` is read
block by block in the layout it is kept in (a test compares the result with a full Turtle parser).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from kg.errors import OntologyError

COLUMNS = ("code", "rank", "zh", "name", "en", "variants", "broader", "source", "from", "to", "note")
"""Columns of ``schemes/*.tsv``."""
SCHEME_COLUMNS = ("scheme", "zh", "en", "definition_zh", "definition_en", "source")
"""Columns of ``schemes.tsv``."""
BAND_COLUMNS = ("scheme", "code", "band", "source")
"""Columns of ``severity.tsv``."""
EFFECT_COLUMNS = ("scheme", "code", "months", "counted", "from", "to", "source")
"""Columns of ``effects.tsv``."""
LINK_COLUMNS = ("code", "name", "target", "source")
"""Columns of ``links.tsv``."""
_KG = "kg:"
_BLOCK = re.compile(r"^([\w-]+:[\w-]+) a (owl:\w+)(.*?) \.$", re.MULTILINE | re.DOTALL)
_PREFIX = re.compile(r"^@prefix ([\w-]+): <([^>]*)> \.$", re.MULTILINE)
_LABELS = re.compile(r'rdfs:label "((?:[^"\\]|\\.)*)"@zh , "((?:[^"\\]|\\.)*)"@en')
_PARENTS = re.compile(r"rdfs:sub(?:Class|Property)Of ([^;]*)")
_CONTRACT = re.compile(r'kg:contractName "(\w+)"')
_SCHEMES = re.compile(r"kg:measureScheme ([^;]*)")


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property; ``name`` is the name the graph contract uses, ``iri`` what is written."""

    name: str
    iri: str
    zh: str
    en: str
    parents: tuple[str, ...] = ()
    """Local names of the ``kg:`` terms it narrows; alignments to other vocabularies are left out."""
    schemes: tuple[str, ...] = ()
    """For classes of sanctions: the schemes whose terms may stand as ``measure``."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One term of a closed vocabulary, as its table says."""

    code: str
    scheme: str
    zh: str
    name: str
    """The full term that no other scheme of measures shares."""
    en: str
    variants: tuple[str, ...]
    broader: str
    source: str
    rank: int | None
    valid_from: str
    valid_to: str
    note: str
    band: str = ""
    """Code in ``severity-band``, where the project convention gives one."""

    @property
    def id(self) -> str:
        """Local id, ``voc/{scheme}/{code}``."""
        return f"voc/{self.scheme}/{self.code}"

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every spelling that means this and nothing else in its scheme: full name, then variants."""
        return tuple(dict.fromkeys((self.name, *self.variants)))


@dataclass(frozen=True, slots=True)
class Scheme:
    """A closed vocabulary: titles, definitions and the text it follows."""

    code: str
    zh: str
    en: str
    definition_zh: str
    definition_en: str
    source: str


@dataclass(frozen=True, slots=True)
class Effect:
    """How long a measure keeps its effect, by the rule in force on the day of the decision."""

    months: int
    restored: bool
    """Whether it is counted from the restoration of rights, not from the decision."""
    valid_from: str
    valid_to: str
    source: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything the ontology names, by local name or ``scheme/code``."""

    classes: Mapping[str, Term]
    properties: Mapping[str, Term]
    concepts: Mapping[str, Concept]
    schemes: Mapping[str, Scheme]
    effects: Mapping[str, tuple[Effect, ...]] = field(default_factory=dict)
    """``voc/scheme/code`` -> how long the measure keeps its effect, one entry an edition of the rule."""
    links: Mapping[str, str] = field(default_factory=dict)
    """Local id of a division -> IRI of the same thing elsewhere, checked one by one."""

    @classmethod
    def load(cls, folder: Path) -> Vocabulary:
        """Read ``kg.ttl``, ``schemes.tsv`` and ``schemes/*.tsv`` of an ontology folder.

        Raises:
            OntologyError: a file is missing or a row or block is malformed.
        """
        classes, properties = _terms(folder / "kg.ttl")
        schemes = {s.code: s for s in _schemes(folder / "schemes.tsv")}
        concepts = {
            f"{c.scheme}/{c.code}": c for code in schemes for c in _concepts(folder / f"schemes/{code}.tsv")
        }
        effects = _effects(folder / "effects.tsv", concepts)
        links = _links(folder / "links.tsv")
        return cls(classes, properties, _banded(concepts, folder / "severity.tsv"), schemes, effects, links)

    def concept(self, local: str) -> Concept | None:
        """The concept of ``voc/scheme/code`` or ``scheme/code``."""
        return self.concepts.get(local.removeprefix("voc/"))

    def scheme(self, code: str) -> tuple[Concept, ...]:
        """The concepts of one scheme in the order of its table."""
        return tuple(c for c in self.concepts.values() if c.scheme == code)

    def named(self, name: str) -> Concept | None:
        """The concept of this full name; a name without rank is looked for last."""
        found = [c for c in self.concepts.values() if c.name == name]
        return found[0] if found else None

    def ancestors(self, name: str) -> tuple[str, ...]:
        """A class or property and everything above it in ``kg:``, nearest first, itself included."""
        terms = self.classes if name in self.classes else self.properties
        found = [name]
        for current in found:
            found += [p for p in terms[current].parents if p not in found] if current in terms else []
        return tuple(found)

    def is_a(self, name: str, ancestor: str) -> bool:
        """Whether a class or property is another or stands below it."""
        return ancestor in self.ancestors(name)

    @property
    def edges(self) -> tuple[str, ...]:
        """Names of the plain edges, in the order of ``kg.ttl``."""
        return tuple(n for n, t in self.properties.items() if "edge" in t.parents)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise OntologyError(path.name, 0, "cannot be read") from error


def _terms(path: Path) -> tuple[dict[str, Term], dict[str, Term]]:
    """Classes and properties; those of other vocabularies only where they have a contract name."""
    text = _text(path)
    prefixes = dict(_PREFIX.findall(text))
    classes: dict[str, Term] = {}
    properties: dict[str, Term] = {}
    for block in _BLOCK.finditer(text):
        curie, kind, body = block.groups()
        contract = _CONTRACT.search(body)
        if not (curie.startswith(_KG) or contract):
            continue
        labels = _LABELS.search(body)
        if labels is None:
            line = text.count("\n", 0, block.start()) + 1
            raise OntologyError(path.name, line, f"{curie} needs rdfs:label in zh, then en")
        prefix, local = curie.split(":")
        name = contract[1] if contract and prefix != "kg" else local
        terms = classes if kind == "owl:Class" else properties
        parents = tuple(p[3:] for p in _listed(_PARENTS, body) if p.startswith(_KG))
        schemes = tuple(s.removeprefix("voc:") for s in _listed(_SCHEMES, body))
        term = Term(name, prefixes[prefix] + local, labels[1], labels[2], parents, schemes)
        terms[name if name not in terms else curie] = term
    return classes, properties


def _listed(pattern: re.Pattern[str], body: str) -> list[str]:
    """The comma-separated objects a pattern finds in a block."""
    found = pattern.search(body)
    return [p.strip() for p in found[1].split(" , ")] if found else []


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    """Line number and cells of every row of a table, checked for its columns."""
    lines = _text(path).split("\n")
    if tuple(lines[0].split("\t")) != columns:
        raise OntologyError(path.name, 1, f"the header must be {' '.join(columns)}")
    for number, line in enumerate(lines[1:], 2):
        if not line and number == len(lines):
            return
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise OntologyError(path.name, number, f"{len(columns)} columns are needed, {len(cells)} found")
        yield number, cells


def _schemes(path: Path) -> Iterator[Scheme]:
    for number, cells in _rows(path, SCHEME_COLUMNS):
        if not all(cells):
            raise OntologyError(path.name, number, "no cell may be empty")
        yield Scheme(*cells)


def _concepts(path: Path) -> Iterator[Concept]:
    seen: set[str] = set()
    for number, cells in _rows(path, COLUMNS):
        code, rank, zh, name, en, variants, broader, source, start, end, note = cells
        if not (code and zh and name and en and source):
            raise OntologyError(path.name, number, "code, zh, name, en and source must be filled")
        if code in seen or (rank and not rank.isdigit()):
            reason = f"code {code} occurs twice" if code in seen else f"rank {rank!r} is no number"
            raise OntologyError(path.name, number, reason)
        seen.add(code)
        spellings = tuple(v for v in variants.split("|") if v)
        weight = int(rank) if rank else None
        yield Concept(code, path.stem, zh, name, en, spellings, broader, source, weight, start, end, note)


def _banded(concepts: dict[str, Concept], path: Path) -> dict[str, Concept]:
    """The concepts with the bands of ``severity.tsv``; an ontology without that file has none."""
    if not path.exists():
        return concepts
    bands: dict[str, str] = {}
    for number, (scheme, code, band, _source) in _rows(path, BAND_COLUMNS):
        term = f"{scheme}/{code}"
        if term not in concepts or f"severity-band/{band}" not in concepts or term in bands:
            raise OntologyError(path.name, number, f"{term} or {band} is no term, or stands twice")
        bands[term] = band
    return {i: replace(c, band=bands[i]) if i in bands else c for i, c in concepts.items()}


def _effects(path: Path, concepts: Mapping[str, Concept]) -> dict[str, tuple[Effect, ...]]:
    """The rows of ``effects.tsv``; an ontology without that file has none."""
    found: dict[str, tuple[Effect, ...]] = {}
    for number, (scheme, code, months, counted, start, end, source) in (
        _rows(path, EFFECT_COLUMNS) if path.exists() else ()
    ):
        known = f"{scheme}/{code}" in concepts and counted in {"decision", "restoration"}
        if not (known and months.isdigit() and start and source):
            raise OntologyError(
                path.name, number, "a term, months, decision or restoration, a day and a source"
            )
        effect = Effect(int(months), counted == "restoration", start, end, source)
        found[f"voc/{scheme}/{code}"] = (*found.get(f"voc/{scheme}/{code}", ()), effect)
    return found


def _links(path: Path) -> dict[str, str]:
    """The rows of ``links.tsv``; an ontology without that file has none."""
    found: dict[str, str] = {}
    for number, (code, name, target, source) in _rows(path, LINK_COLUMNS) if path.exists() else ():
        if not (code.isdigit() and name and re.fullmatch(r"https?://[!-~]+", target) and source):
            raise OntologyError(path.name, number, "a code, a name, an address and a source are needed")
        found[f"place/{code}"] = target
    return found
