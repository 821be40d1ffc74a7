"""Time whole-document extraction beside word tagging: ``python scripts/bench_reader.py [FILE…] [--profile]``.

Both read the same texts in the same run, in five interleaved passes; what is reported is the ratio of their
speeds, since times say little from one machine to the next. Files are annotated JSON lines; without any, the
notices of tests/gold and docs/examples are read. ``--profile`` adds where the time goes.
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

import jieba
import jieba.posseg

from kg import pipeline
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
    parser.add_argument("--profile", action="store_true", help="show where the time goes")
    given = parser.parse_args()
    logging.getLogger("jieba").setLevel(logging.WARNING)
    jieba.initialize()
    resources = pipeline.load()
    documents = texts(given.files)

    def extract() -> None:
        for one in documents:
            pipeline.extract(one, resources)

    extract()
    tag(documents)
    ratios = []
    for _ in range(ROUNDS):
        tagging, extracting = seconds(lambda: tag(documents)), seconds(extract)
        ratios.append(tagging / extracting)
    size = sum(len(d.text) for d in documents)
    print(f"{len(documents)} texts, {size} characters")
    print(
        f"extraction is {statistics.median(ratios):.2f} times as fast as jieba.posseg on the same text "
        f"(five passes: {min(ratios):.2f} to {max(ratios):.2f})"
    )
    if given.profile:
        print("total   own           calls  function")
        print("\n".join(profile(extract)))


if __name__ == "__main__":
    main()
