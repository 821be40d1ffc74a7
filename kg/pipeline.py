"""The whole programme on one screen: what is loaded once, what is done to a text, what is made of all texts.

files -> read -> Document -> segment -> recognise -> ground -> relate -> Reading      one document at a time
Readings -> resolve -> Graph -> write -> graph.ttl, graph.html, claims.jsonl, …       the whole corpus
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from kg import disk, files, ontology_dir, pool, store
from kg.disk import Shelf
from kg.disk.rows import as_document
from kg.disk.rows import document as document_row
from kg.errors import InvariantError
from kg.export import claims
from kg.export.rdf import Times
from kg.export.turtle import turtle
from kg.gazetteer import Gazetteer
from kg.graph import assemble
from kg.graph.overturned import overturned
from kg.kept.cache import FOLDER, Kept
from kg.kept.excerpt import excerpt, line
from kg.kept.readings import Readings
from kg.lexicon import Lexicon
from kg.model import Document, Graph
from kg.normalise.ground import ground
from kg.normalise.titles import titles
from kg.published import supposed
from kg.reading import Reading
from kg.recognise import Recogniser
from kg.relate import relate
from kg.relate.claim import Claim
from kg.resolve.judgements import Judgements
from kg.segment import segment
from kg.vocab import Vocabulary
from kg.watch import NOBODY, Watch

SLIM = "graph-slim.ttl"
"""Facts and edges without claims and evidence."""
PAGE = "graph.html"
CLAUSE_KINDS = ("demand", "discourse", "noise")
"""Families of words that are matched in whole clauses and pages: no words to cut a text by."""
T = TypeVar("T")
Aside = Callable[[Document, str], None]
"""What to do about a text that brings the reader down, and why it did."""


@dataclass(frozen=True)
class Resources:
    """What is loaded once from ``ontology/``."""

    folder: Path
    lexicon: Lexicon
    gazetteer: Gazetteer
    vocabulary: Vocabulary
    recogniser: Recogniser

    def __reduce__(self) -> tuple[Any, ...]:
        """In another process they are loaded again: compiled automata do not travel."""
        return load, (self.folder,)


def load(ontology: Path | None = None) -> Resources:
    """Load and compile the ontology: words, divisions, vocabularies."""
    folder = ontology_dir.find(ontology).path
    lexicon, gazetteer = Lexicon.load(folder), Gazetteer.load(folder / "places")
    recogniser = replace(Recogniser.build(words_to_cut_by(lexicon), gazetteer), lexicon=lexicon)
    return Resources(folder, lexicon, gazetteer, Vocabulary.load(folder), recogniser)


def words_to_cut_by(lexicon: Lexicon) -> Lexicon:
    """The lexicon without the families of ``CLAUSE_KINDS``."""
    kept = {k: words for k, words in lexicon.by_kind.items() if k.partition(".")[0] not in CLAUSE_KINDS}
    return Lexicon(kept, lexicon.frames)


@contextmanager
def uncollected() -> Iterator[None]:
    """Work that makes many lasting values and no circles: the collector would look through them in vain."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@uncollected()
def extract(document: Document, resources: Resources) -> Reading:
    """Read one document: what it names and what it claims."""
    segments = segment(document, resources.lexicon)
    context = resources.recogniser.context(document)
    lines = resources.recogniser.recognise(segments.sentences, context)
    context.document = document = supposed(document, lines, resources.recogniser.lexicon)
    lines = titles(ground(lines, context), context)
    claims = overturned(lines, relate(lines, context), document, resources.lexicon)
    return Reading(
        document,
        tuple(lines),
        legible(claims, document),
        segments.noise,
        tuple(context.issues),
        tuple(context.refusals),
    )


def legible(claims: tuple[Claim, ...], document: Document) -> tuple[Claim, ...]:
    """Claims are as sure as the reading of their text: less so where that was read from a picture."""
    if not document.ocr:
        return claims
    return tuple(replace(c, confidence=round(c.confidence * document.ocr, 2)) for c in claims)


def stop(document: Document, reason: str) -> None:
    """Bring the run down with the text; raises InvariantError."""
    raise InvariantError(f"{document.id}: {reason}")


def each(
    work: Callable[[Document], T],
    documents: Iterable[Document],
    workers: int | pool.Crew = 1,
    aside: Aside = stop,
) -> Iterator[T]:
    """What the work makes of each text, in order, in so many processes; a text it fails on is set aside."""
    for document, made in pool.each(work, documents, workers):
        if isinstance(made, pool.Failed):
            aside(document, made.reason)
        else:
            yield made


def kept(document: Document, resources: Resources) -> Reading:
    """Read a text in the form it is kept in, without personal data; what the graph needs of it."""
    return excerpt(extract(store.kept(document), resources), resources.lexicon)


def lined(document: Document, resources: Resources) -> str:
    """The same as a line, which is what travels and what is kept."""
    return line(kept(document, resources))


def build(  # noqa: PLR0913, PLR0917 (all but two have a default)
    documents: Iterable[Document],
    resources: Resources,
    judged: Judgements | None = None,
    workers: int | pool.Crew = 1,
    aside: Aside = stop,
    known: Kept | None = None,
    watch: Watch = NOBODY,
) -> Graph:
    """Read every text and make one graph of them; order and number of processes do not matter.

    Args:
        documents: the texts.
        resources: the ontology.
        judged: what people decided.
        workers: processes that read.
        aside: what to do about a text that cannot be read.
        known: readings of earlier builds; after this one it holds those of these texts and no others.
        watch: told how far the work is.
    """
    readings: Iterable[Reading]
    if known is None:
        readings = each(partial(kept, resources=resources), documents, workers, aside)
    else:
        documents = documents if isinstance(documents, Sequence) else list(documents)
        watch.expect(len(documents))
        readings = remembered(documents, resources, known, workers, aside, watch)
    with uncollected(), disk.at(known.folder if known else None):
        return assemble(readings, resources.lexicon, resources.gazetteer, resources.vocabulary, judged)


def counted(document: Document, resources: Resources) -> tuple[str, int]:
    """The line of a text, and how many doubts its reading raised."""
    reading = kept(document, resources)
    return line(reading), len(reading.issues)


def remembered(
    documents: Iterable[Document],
    resources: Resources,
    known: Kept,
    workers: int | pool.Crew,
    aside: Aside,
    watch: Watch = NOBODY,
) -> Readings:
    """The readings of all texts, of which only the new ones are read; they wait on the disk."""
    texts = Shelf(document_row, as_document)
    failed: set[str] = set()

    def unread() -> Iterator[Document]:
        for document in map(store.kept, documents):
            if document.id in known.failed:
                aside(document, known.failed[document.id])
                continue
            texts.append(document)
            if document not in known:
                yield document
            else:
                watch.read(0, before=True)

    for document, made in pool.each(partial(counted, resources=resources), unread(), workers):
        if isinstance(made, pool.Failed):
            aside(document, made.reason)
            failed.add(document.id)
        else:
            known.put(document, made[0])
            watch.read(made[1])
    read = Readings(
        (d for d in texts if d.id not in failed),
        lambda document: known.get(document) or kept(document, resources),
    )
    watch.step(f"joining {len(read):,} texts")
    known.keep_only(read.documents())
    return read


def write(  # noqa: PLR0913 (half of them have a default)
    graph: Graph,
    resources: Resources,
    out: Path,
    *,
    slim: bool = False,
    page: bool = True,
    times: Times | None = None,
    watch: Watch = NOBODY,
) -> None:
    """Write the graph, the page and the files of evidence: all of them, or none.

    Args:
        graph: what is published.
        resources: the ontology it is named with.
        out: the build folder.
        slim: write ``graph-slim.ttl`` too; one of an earlier build that no longer fits is taken away.
        page: write the page; without, one of an earlier build is taken away.
        times: when the run started and ended, where the graph shall say so.
        watch: told which file is being written.

    Raises:
        InputError: the folder cannot be written; the old files then stand.
    """
    vocabulary = resources.vocabulary
    contents: dict[str, files.Content] = {
        "graph.ttl": turtle(graph, vocabulary, times=times),
        store.NAME: store.lines(graph.documents),
    }
    if page:
        from kg.export import html  # numpy, pinyin: a third of a second, wanted only where a page is written

        contents[PAGE] = html.render(graph, vocabulary, "")
    if slim:
        contents[SLIM] = turtle(graph, vocabulary, slim=True, times=times)
    with uncollected(), disk.at(out / FOLDER):
        files.write_all(out, contents | claims.files(graph, vocabulary), watch)
    for name in (SLIM, PAGE):
        if name not in contents:
            files.remove(out / name)
