"""What must hold whatever is fed in: each function takes an input and raises where something does not.

``scripts/fuzz.py`` and ``scripts/fuzz_coverage.py`` feed them for as long as they are told,
``tests/test_fuzz.py`` for some seconds.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph
from built import resources

from kg import pipeline
from kg.export import claims, facts, html
from kg.export.formats import FORMATS, View
from kg.export.turtle import turtle
from kg.model import Document
from kg.read import Limits, Options, Raw, Rejected, checked, document, formats, read
from kg.read import _accounted as accounted
from kg.read import _Reader as Reader
from kg.read.worker import Worker
from kg.segment import segment


class UnkeptError(AssertionError):
    """Something that must hold did not; the message says what."""


def hold(kept: object, what: str) -> None:
    """Raise UnkeptError unless it holds."""
    if not kept:
        raise UnkeptError(what)


def made(text: str, name: str = "fuzz") -> Document | None:
    """The text as a document; None where the reader rightly refuses it."""
    try:
        return document(Raw(text, name), Options())
    except Rejected:
        return None


def sentences(text: str) -> None:
    """Sentences stand in order, inside their text, none of them empty."""
    found = made(text)
    if found:
        last = 0
        for sentence in segment(found, resources().lexicon).sentences:
            hold(last <= sentence.span.start < sentence.span.end <= len(found.text), "sentences out of order")
            last = sentence.span.end


def reading(text: str) -> None:
    """A text through the whole of the reading: every span of the answer lies in it."""
    found = made(text)
    if found:
        for event in facts.record(pipeline.extract(found, resources()), resources().lexicon)["events"]:  # type: ignore[attr-defined]
            said = event["evidence"]
            for span in [said] if isinstance(said, dict) else said:
                hold(0 <= span["start"] < span["end"] <= len(found.text), "a span outside its text")


class Here(Worker):
    """Parsers in this process, where a coverage-guided fuzzer sees them."""

    def texts(self, kind: str, data: bytes, place: str) -> Iterator[Raw | Rejected]:
        """The texts of a file, signs of life left out."""
        found = formats.texts(kind, data, place, Options())
        return (one for one in found if isinstance(one, Raw | Rejected))


def content(suffix: str, data: bytes) -> None:
    """A file gives at least one outcome; whatever becomes a document has its offsets."""
    reader, told = Reader(Options(), Here(Options())), 0
    for told, found in enumerate(accounted("fuzz", reader.content(data, f"{suffix}", f".{suffix}", 0)), 1):  # noqa: B007
        one = checked(found, Options()) if isinstance(found, Raw) else found
        if isinstance(one, Document):
            hold(len(one.text) == len(one.folded), "folding moved an offset")
    hold(told, "a file without outcome")


def folder(files: Iterable[tuple[str, bytes]]) -> None:
    """Files in a folder, read as a user reads them: each gives an outcome, and none is lost."""
    with tempfile.TemporaryDirectory() as place:
        paths = []
        for number, (suffix, data) in enumerate(files):
            paths.append(Path(place) / f"{number}.{suffix}")
            paths[-1].write_bytes(data)
        found = list(read([place], Options(limits=Limits(max_seconds=20))))
        told = [f.source if isinstance(f, Document) else f.place for f in found]
        for one in found:
            hold(not (isinstance(one, Rejected) and "took more than" in one.reason), f"{one} hangs")
        for path in paths:
            hold(any(where.startswith(str(path)) for where in told), f"{path.name} is lost")


def outputs(texts: Iterable[str]) -> None:
    """Texts as one graph: the Turtle parses, every other format is written, each line of JSON is whole."""
    found = {d.id: d for d in (made(text, str(n)) for n, text in enumerate(texts)) if d}
    vocabulary = resources().vocabulary
    graph = pipeline.build(found.values(), resources())
    store = pyoxigraph.Store()
    store.load("".join(turtle(graph, vocabulary)).encode(), format=pyoxigraph.RdfFormat.TURTLE)
    page = html.render(graph, vocabulary)
    hold("<script>alert(1)" not in page and "<img src=x" not in page, "markup of a text in the page")
    files = {name: one.files for name, one in FORMATS.items()}
    view = View.read(store)
    written = claims.files(graph, vocabulary)
    for make in files.values():
        written = {**written, **make(view, vocabulary)}
    for name, lines in written.items():
        whole = lines if isinstance(lines, str | bytes) else "".join(lines)
        for line in whole.split("\n") if isinstance(whole, str) and name.endswith(".jsonl") else ():
            json.loads(line or "0")
