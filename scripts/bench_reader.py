"""Time whole-document extraction beside word tagging: ``python scripts/bench_reader.py [FILE…] [--profile]``.

All read the same texts in the same run, in five interleaved passes; what is reported is the ratio of their
times, since times say little from one machine to the next. Beside the tagger stand what no reader can do
without: one pass of an automaton of all words and places, and cutting the text into atoms. Files are
annotated JSON lines; without any, the notices of tests/gold and docs/examples are read; ``--invented N``
reads so many of scripts/invented.py. ``--profile`` adds where the time goes.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import logging
import pstats
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import invented
import jieba
import jieba.posseg

from kg import pipeline, recognise
from kg.bench import automaton
from kg.model import Document
from kg.read import Options, Raw, document

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 5
SHOWN = 15
"""Functions of a profile."""


def texts(paths: list[Path]) -> list[Document]:
    """The texts to read."""
    if paths:
        rows = [
            json.loads(line) for p in paths for line in p.read_text(encoding="utf-8").splitlines() if line
        ]
        return [make(row["text"], row.get("published") or "") for row in rows]
    examples = sorted((ROOT / "docs" / "examples").glob("*.txt"))
    return texts([ROOT / "tests/gold/invented.jsonl"]) + [
        make(p.read_text(encoding="utf-8"), "2023-05-08") for p in examples
    ]


def make(text: str, published: str) -> Document:
    """A text as the reader gets it."""
    return document(Raw(text, "bench", published=published), Options())


def made(wanted: int, resources: pipeline.Resources) -> list[Document]:
    """Generated notices."""
    rows = map(json.loads, invented.lines(wanted, 7, resources))
    return [make(row["text"], row["published"]) for row in rows]


def tag(documents: list[Document]) -> None:
    """Words and parts of speech, by the tagger compared with."""
    for one in documents:
        for _ in jieba.posseg.cut(one.text):
            pass


def seconds(work: Callable[[], None]) -> float:
    """Processor time of one pass."""
    start = time.process_time()
    work()
    return time.process_time() - start


def spread(ratios: list[float]) -> str:
    """The median of the passes, and the lowest and highest."""
    return f"{statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"


def kind_of_code() -> str:
    """Whether the reader is the pure one or compiled (``make compile``)."""
    return "pure Python" if str(recognise.__file__).endswith(".py") else "native code"


def profile(work: Callable[[], None]) -> list[str]:
    """Share of the time, function by function, callees included, dearest first."""
    profiler = cProfile.Profile()
    profiler.runcall(work)
    table = pstats.Stats(profiler).get_stats_profile()
    ours = sorted(table.func_profiles.items(), key=lambda f: (-f[1].cumtime, f[0]))
    return [
        f"{100 * one.cumtime / table.total_tt:5.1f}%  {100 * one.tottime / table.total_tt:5.1f}%  "
        f"{one.ncalls:>12}  {place(one.file_name, one.line_number)} {name}"
        for name, one in ours
        if one.file_name != "~" or one.tottime > table.total_tt / 50
    ][: SHOWN + 1]


def place(file: str, line: int) -> str:
    """A file of the project by its path there, another by its name."""
    path = Path(file)
    return f"{path.relative_to(ROOT)}:{line}" if path.is_relative_to(ROOT) else path.name


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--invented", type=int, metavar="N", help="read N generated notices")
    parser.add_argument("--profile", action="store_true", help="show where the time goes")
    given = parser.parse_args()
    logging.getLogger("jieba").setLevel(logging.WARNING)
    jieba.initialize()
    resources = pipeline.load()
    documents = made(given.invented, resources) if given.invented else texts(given.files)
    matcher = automaton(resources)

    def extract() -> None:
        for one in documents:
            pipeline.extract(one, resources)

    def match() -> None:
        for one in documents:
            matcher.find(one.folded)

    def cut() -> None:
        for one in documents:
            resources.recogniser.tokenizer.atoms(one.folded, 0)

    extract()
    tag(documents)
    rounds = [
        (seconds(extract), seconds(lambda: tag(documents)), seconds(match), seconds(cut))
        for _ in range(ROUNDS)
    ]
    print(f"{len(documents)} texts, {sum(len(d.text) for d in documents)} characters, {kind_of_code()}")
    print(f"times as fast as jieba.posseg:             {spread([t / e for e, t, _, _ in rounds])}")
    print(f"times the time of one pass of an automaton: {spread([e / m for e, _, m, _ in rounds])}")
    print(f"times the time of cutting into words:       {spread([e / c for e, _, _, c in rounds])}")
    if given.profile:
        print("total   own           calls  function")
        print("\n".join(profile(extract)))


if __name__ == "__main__":
    main()
