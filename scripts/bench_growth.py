"""How time and memory grow, and what 1 % more texts costs: ``python scripts/bench_growth.py [TEXTS]``.

Builds invented notices stage by stage as ``kg build --lean`` does, and the page; then adds a hundredth more.
``--lean`` leaves the page out, which is too much for large graphs; ``--whole`` adds store and shapes.
One line of JSON a stage: processor seconds, milliseconds a text, the most memory so far in MB.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections.abc import Callable
from contextlib import closing
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kg import bench, disk, files, pipeline, query, store
from kg.export import claims, html, shacl
from kg.export.formats.by_text import by_text
from kg.export.turtle import turtle
from kg.kept.cache import Kept
from kg.model import Document
from kg.read import Options, read

sys.path.insert(0, str(Path(__file__).resolve().parent))
import invented


class Build:
    """Builds into one folder, told stage by stage."""

    def __init__(self, out: Path, count: int, given: argparse.Namespace) -> None:
        self.out, self.count = out, count
        self.lean, self.whole = given.lean, given.whole
        self.resources = pipeline.load()

    def time(self, name: str, work: Callable[[], Any]) -> Any:
        """Do it and tell what it took."""
        start = time.process_time()
        found = work()
        took = time.process_time() - start
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        row = {"stage": name, "seconds": round(took, 2), "ms a text": round(1000 * took / self.count, 2)}
        print(json.dumps(row | {"most MB": most}), flush=True)
        return found

    def add(self, name: str, source: Path) -> None:
        """Build a file of texts together with those there."""
        found = (d for d in read([str(source)], Options()) if isinstance(d, Document))
        texts = self.time(f"{name}: texts", lambda: store.merged(store.stream(self.out), found))
        with closing(Kept(self.out, self.resources.folder)) as known:
            readings = self.time(
                f"{name}: reading",
                lambda: pipeline.remembered(texts, self.resources, known, 1, pipeline.stop),
            )
            with disk.at(known.folder):
                graph = self.time(
                    f"{name}: resolution and facts", lambda: bench.united(readings, self.resources)
                )
        with pipeline.uncollected(), disk.at(self.out):
            self.write(name, graph)

    def write(self, name: str, graph: Any) -> None:
        """Write what a build writes."""
        vocabulary, page = self.resources.vocabulary, self.out / pipeline.PAGE
        self.time(f"{name}: Turtle", lambda: files.write(self.out / "graph.ttl", turtle(graph, vocabulary)))
        self.time(f"{name}: evidence", lambda: files.write_all(self.out, self.evidence(graph)))
        if not self.lean:
            self.time(f"{name}: page", lambda: files.write(page, html.render(graph, vocabulary, "")))
        if self.whole:
            self.time(f"{name}: store", lambda: query.keep(self.out, by_text))
            self.time(f"{name}: shapes", lambda: shacl.validate(self.out, engine="fast"))

    def evidence(self, graph: Any) -> dict[str, files.Content]:
        """The files of evidence and of texts."""
        return {**claims.files(graph, self.resources.vocabulary), store.NAME: store.lines(graph.documents)}


def main(count: int, folder: Path, given: argparse.Namespace) -> None:
    """All texts, then a hundredth more."""
    build = Build(folder / "out", count, given)
    rows = invented.lines(count + max(count // 100, 1), 1, build.resources)
    build.out.mkdir(exist_ok=True)
    for name, some in (("all", islice(rows, count)), ("1 % more", rows)):
        source = folder / f"{name}.jsonl"
        with source.open("w", encoding="utf-8") as lines:
            lines.writelines(some)
        build.time(name, lambda name=name, source=source: build.add(name, source))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", nargs="?", type=int, default=1_000)
    parser.add_argument("--lean", action="store_true")
    parser.add_argument("--whole", action="store_true")
    given = parser.parse_args()
    with TemporaryDirectory() as place:
        main(given.texts, Path(place), given)
