"""Feed hostile inputs to every room for a time: ``python scripts/fuzz.py [--seconds N] [--target NAME]``.

Every input is made from a number, so that ``--target reader --from 4711 --count 1`` makes the same one again.
What must hold: nothing crashes, nothing takes more than two seconds, every file is accounted for, every span
lies in its text, all Turtle parses, the server answers without an internal error. Exit code 1 if one did not.
"""

# ruff: noqa: S311, PLR2004, PLW0108, E501 (chances are no secrets, each is told once; a row a kind of file)
from __future__ import annotations

import argparse
import asyncio
import csv
import gzip
import io
import itertools
import json
import random
import sys
import tarfile
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pyoxigraph

from kg import pipeline
from kg.export import claims, facts, html
from kg.export.turtle import turtle
from kg.model import Document
from kg.read import Options, Raw, Rejected, document, read
from kg.segment import segment

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "docs" / "examples").glob("*.txt"))]
QUERIES = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "ontology" / "queries").rglob("*.rq"))]
HOSTILE = (
    *"。,;:、()《》“”\n\r\t\x00\x1b\u202e\u2028\ufeff\U0001f600\u0301",
    *(
        "2023年",
        "13月",
        "今年4月",
        "近日",
        "等3人",
        "某某",
        "该县",
        "原",
        "省委",
        "双开",
        "处分",
        "局长",
        "分别",
    ),
    *(
        "100000000000名",
        "<script>alert(1)</script>",
        '"@zh .\n<x> a <y> .',
        "} UNION { ?s ?p ?o",
        "'''",
        '"""',
    ),
    *(
        "=cmd|' /C calc'!A0",
        "\\r\\n",
        "{{7*7}}",
        "\\u0000",
        "javascript:alert(1)",
        "../../etc/passwd",
        "%00",
        "<!--",
    ),
    *(
        "</script>",
        "]]>",
        "&lt;",
        "发布时间:2023-02-30",
        "赵试样" * 30,
        "一、",
        "(一)",
        "1." * 20,
        "《" * 20,
        "\\",
    ),
)
LONGEST = 3_000
SLOW = 2.0
INTERNAL, LIMIT = 500, 503
"""Status of an internal error, and of the one answer above it that the server may give."""
FILES, TEXTS = 200, 10
"""Inputs read or built together by the targets that work on batches."""


def mangled(chance: random.Random, text: str) -> str:
    """A text cut, doubled, shuffled and strewn with hostile pieces."""
    for _ in range(chance.randrange(1, 12)):
        a, b = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        piece = (
            chance.choice(HOSTILE)
            if chance.random() < 0.8
            else chr(chance.choice((0x80, 0x4E00, 0x1F000)) + b % 99)
        )
        text = chance.choice(
            (text[:a] + text[b:], text[:a] + piece + text[a:], text[:b] + text[a:], text[b:] + text[:a])
        )
        text = text[:LONGEST] or piece
    return text


def bent(chance: random.Random, data: bytes) -> bytes:
    """Bytes with some of them changed, taken out or doubled."""
    for _ in range(chance.randrange(4)):
        a, b = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        noise = bytes(chance.randrange(256) for _ in range(chance.randrange(1, 5)))
        data = chance.choice(
            (data[:a] + noise + data[a:], data[:a] + data[b:], data[:a] + noise + data[a + len(noise) :])
        )
    return data


def file(chance: random.Random) -> tuple[str, bytes]:
    """A file of some kind, then bent: its suffix and content."""
    text = mangled(chance, chance.choice(EXAMPLES))
    kind = chance.choice(
        (
            "txt",
            "gb",
            "big5",
            "wide",
            "jsonl",
            "csv",
            "html",
            "eml",
            "zip",
            "tar",
            "gz",
            "warc",
            "pdf",
            "noise",
        )
    )
    made = {
        "gb": lambda: text.encode("gb18030", "replace"),
        "big5": lambda: text.encode("big5", "replace"),
        "wide": lambda: text.encode("utf-16", "replace"),
        "jsonl": lambda: "\n".join(json.dumps({"text": t, "id": t[:9]}) for t in (text, text[::-1])).encode(),
        "csv": lambda: table(text),
        "html": lambda: (
            f"<html><head><meta name=PubDate content=2023-05-08></head><body><p>{text}</p></body></html>".encode()
        ),
        "eml": lambda: f"From: a@example.org\nSubject: x\nMIME-Version: 1.0\nDate: x\n\n{text}".encode(),
        "zip": lambda: zipped({"a.txt": text.encode(), "../b.txt": text[::-1].encode()}),
        "tar": lambda: tarred({"/a.txt": text.encode()}),
        "gz": lambda: gzip.compress(text.encode()),
        "warc": lambda: (
            f"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {len(text)}\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{text}".encode()
        ),
        "pdf": lambda: (
            b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n" + text.encode()
        ),
        "noise": lambda: bytes(chance.randrange(256) for _ in range(chance.randrange(300))),
    }.get(kind, lambda: text.encode("utf-8", "replace"))()
    return chance.choice((kind, "txt", "csv", "jsonl")) if chance.random() < 0.1 else kind, bent(chance, made)


def table(text: str) -> bytes:
    """A CSV file of one row."""
    out = io.StringIO()
    csv.writer(out).writerows([["text", "id"], [text, "1"]])
    return out.getvalue().encode()


def zipped(files: dict[str, bytes]) -> bytes:
    """A ZIP of some files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    """A tar of some files."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return packed.getvalue()


@cache
def resources() -> pipeline.Resources:
    """What the ontology holds, loaded once."""
    return pipeline.load()


class UnkeptError(AssertionError):
    """Something that must hold did not; the message says what."""


def hold(kept: object, what: str) -> None:
    """Raise UnkeptError unless it holds."""
    if not kept:
        raise UnkeptError(what)


def made(number: int) -> Document | None:
    """The text of a number as a document; None where the reader rightly refuses it."""
    chance = random.Random(number)
    try:
        return document(Raw(mangled(chance, chance.choice(EXAMPLES)), f"fuzz:{number}"), Options())
    except Rejected:
        return None


def reader(start: int) -> int:
    """Files of every kind, a folder at a time: each gives an outcome, and none is lost."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number in range(start, start + FILES):
            suffix, content = file(random.Random(number))
            paths.append(Path(folder) / f"{number}.{suffix}")
            paths[-1].write_bytes(content)
        told = [f.place if not isinstance(f, Document) else f.source for f in read([folder], Options())]
        for path in paths:
            hold(any(place.startswith(str(path)) for place in told), f"{path.name} is lost")
    return FILES


def segmenter(number: int) -> int:
    """A text: sentences in order, inside it, none of them empty."""
    found = made(number)
    if found:
        last = 0
        for sentence in segment(found, resources().lexicon).sentences:
            hold(last <= sentence.span.start < sentence.span.end <= len(found.text), "sentences out of order")
            last = sentence.span.end
    return 1


def whole(number: int) -> int:
    """A text through the whole of the reading: every span of the answer lies in it."""
    found = made(number)
    if found:
        for event in facts.record(pipeline.extract(found, resources()))["events"]:  # type: ignore[attr-defined]
            said = event["evidence"]
            for span in [said] if isinstance(said, dict) else said:
                hold(0 <= span["start"] < span["end"] <= len(found.text), "a span outside its text")
    return 1


def exports(start: int) -> int:
    """Ten texts as one graph: the Turtle parses, the page and every line of the evidence are whole."""
    texts = {d.id: d for d in map(made, range(start, start + TEXTS)) if d}
    graph = pipeline.build(texts.values(), resources())
    for _ in pyoxigraph.parse(
        "".join(turtle(graph, resources().vocabulary)).encode(), pyoxigraph.RdfFormat.TURTLE
    ):
        pass
    hold(
        "<script>alert(1)" not in html.render(graph, resources().vocabulary), "a script of a text in the page"
    )
    for name, content in claims.files(graph, resources().vocabulary).items():
        for line in ("".join(content) if not isinstance(content, str | bytes) else content).split("\n"):
            if name.endswith(".jsonl") and line:
                json.loads(line)
    return TEXTS


class Server:
    """``kg serve`` without a socket: requests go straight into the application."""

    def __init__(self) -> None:
        """Build the examples and open them."""
        from kg.serve import Settings, application

        self._folder = tempfile.TemporaryDirectory()
        out = Path(self._folder.name)
        texts = [document(Raw(t, "fuzz"), Options()) for t in EXAMPLES]
        pipeline.write(pipeline.build(texts, resources()), resources(), out)
        self._app = application(out, Settings(seconds=1.0, max_rows=2_000), hosts=["127.0.0.1"])
        self._loop = asyncio.new_event_loop()

    def __call__(self, number: int) -> int:
        """One request, most of them queries that were mangled: no internal error but a stated limit."""
        chance = random.Random(number)
        text = mangled(chance, chance.choice(QUERIES)) if chance.random() < 0.8 else chance.choice(QUERIES)
        status = self._loop.run_until_complete(self._ask(*request(chance, text)))
        hold(status < INTERNAL or status == LIMIT, f"status {status}")
        return 1

    async def _ask(
        self, method: str, path: str, query: bytes, body: bytes, headers: list[tuple[bytes, bytes]]
    ) -> int:
        status = 0

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Any) -> None:
            nonlocal status
            status = message.get("status", status)

        scope = {
            "type": "http",
            "http_version": "1.1",
            "method": method,
            "path": path,
            "raw_path": quote(path).encode(),
        }
        scope |= {"query_string": query, "headers": headers, "scheme": "http", "server": ("127.0.0.1", 8000)}
        await self._app(
            {**scope, "client": ("127.0.0.1", 1), "root_path": "", "asgi": {"version": "3.0"}}, receive, send
        )
        return status


def request(chance: random.Random, text: str) -> tuple[str, str, bytes, bytes, list[tuple[bytes, bytes]]]:
    """Method, path, query string, body and headers of a request."""
    accept = chance.choice(("*/*", "text/html", "text/turtle", "application/sparql-results+json", text[:40]))
    host = "127.0.0.1" if chance.random() < 0.95 else text[:20]
    headers = [(b"host", host.encode("latin-1", "replace")), (b"accept", accept.encode("latin-1", "replace"))]
    coded = quote(text, errors="replace")
    shape = chance.randrange(5)
    if shape == 0:
        path = chance.choice(("/id/", "/voc/", "/text/", "/assets/", "/")) + text[: chance.randrange(60)]
        return "GET", path, b"", b"", headers
    if shape == 1:
        kind = chance.choice((b"application/sparql-query", b"application/sparql-update", b"text/plain"))
        return "POST", "/sparql", b"", text.encode("utf-8", "replace"), [*headers, (b"content-type", kind)]
    if shape == 2:
        kind = b"application/x-www-form-urlencoded"
        return (
            "POST",
            "/sparql",
            b"",
            bent(chance, f"query={coded}".encode()),
            [*headers, (b"content-type", kind)],
        )
    method = chance.choice(("GET", "GET", "GET", "HEAD", "PUT", "DELETE"))
    return method, "/sparql", bent(chance, f"query={coded}".encode()), b"", headers


def targets(chosen: str) -> Iterator[tuple[str, Callable[[int], int], int]]:
    """Name, what to feed, and how many inputs one call takes."""
    for name, feed, step in (
        ("segmenter", segmenter, 1),
        ("reader", reader, FILES),
        ("whole", whole, 1),
        ("exports", exports, TEXTS),
    ):
        if chosen in ("", name):
            yield name, feed, step
    if chosen in ("", "server"):
        yield "server", Server(), 1


def run(name: str, feed: Callable[[int], int], step: int, given: argparse.Namespace) -> bool:
    """Feed one target for its time; tell the figures and every fault."""
    begin, done, slowest, faults = time.monotonic(), 0, 0.0, 0
    for number in itertools.count(given.start, step):
        if time.monotonic() - begin > given.seconds or (given.count and done >= given.count):
            break
        clock = (
            time.monotonic if name in {"reader", "server"} else time.process_time
        )  # others share the machine
        start = clock()
        try:
            done += feed(number)
        except Exception as error:  # noqa: BLE001 (a crash of any kind is what is looked for)
            faults += 1
            done += step
            print(f"{name} --from {number}: {type(error).__name__}: {error}", flush=True)
        took = (clock() - start) / step
        slowest = max(slowest, took)
        if took > SLOW:
            faults += 1
            print(f"{name} --from {number}: {took:.1f} s", flush=True)
    print(
        f"{name}\t{done} inputs\t{done / (time.monotonic() - begin):.0f} a second\tslowest {slowest:.3f} s\t{faults} faults"
    )
    return not faults


def main() -> int:
    """Feed the targets one after the other."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=20, help="time for each target")
    parser.add_argument(
        "--target", default="", choices=("", "reader", "segmenter", "whole", "exports", "server")
    )
    parser.add_argument("--from", dest="start", type=int, default=0, help="number of the first input")
    parser.add_argument(
        "--count", type=int, default=0, help="inputs for each target; 0 for as many as time allows"
    )
    given = parser.parse_args()
    return 0 if min(run(*target, given) for target in targets(given.target)) else 1


if __name__ == "__main__":
    sys.exit(main())
