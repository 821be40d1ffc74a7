"""Time the query pack on a large store: ``python scripts/bench_queries.py FOLDER [EVENTS]``.

FOLDER is a build. Its facts, entities and edges (no claims, no evidence: the slim statements) are copied with
new ids until there are so many events; places and terms stay shared. Each query of the pack is then asked
five times, once where that takes more than five seconds; a line gives the median in milliseconds of processor
time and the rows. The one query that asks for evidence finds none here.
"""

from __future__ import annotations

import argparse
import re
import statistics
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox

from kg import query
from kg.ids import BASE, NAMESPACE
from kg.query.pack import shipped

OWN = re.compile(rf"(<{re.escape(BASE)}(?:person|fact|org|doc|text|group|post|mechanism|agent)/[^>/]+)>")
GROUNDS = re.compile(
    rf"^<{re.escape(BASE)}(?:claim|edge|ev|run)/|> <{re.escape(NAMESPACE)}(?:evidence|mention)> "
)
ROUNDS, LONG = 5, 5.0


def slim(folder: Path) -> list[str]:
    """The statements of a build that rest on others, without those they rest on."""
    text = query.open_store(folder).dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph()) or b""
    return [line for line in text.decode().splitlines(keepends=True) if not GROUNDS.search(line)]


def filled(folder: Path, lines: list[str], copies: int) -> ox.Store:
    """A store on the disk with so many copies."""
    store = ox.Store(str(folder / "store"))
    for number in range(copies):
        part = folder / "part.nt"
        part.write_text("".join(OWN.sub(rf"\1-{number}>", line) for line in lines), encoding="utf-8")
        store.bulk_load(path=str(part), format=ox.RdfFormat.N_TRIPLES, lenient=True)
        part.unlink()
    store.optimize()
    return store


def main(build: Path, events: int, folder: Path) -> None:
    """Fill it, ask it."""
    lines = slim(build)
    facts = len({line.split(" ", 1)[0] for line in lines if line.startswith(f"<{BASE}fact/")})
    copies = max(1, events // facts)
    started = time.process_time()
    store = filled(folder, lines, copies)
    took = time.process_time() - started
    print(f"{copies * facts:,} events, {len(store):,} statements, {took:.0f} s of processor to load")
    for pack in shipped():
        taken, rows = [], 0
        for _ in range(ROUNDS):
            started = time.process_time()
            rows = len(list(query.answer(store, query.resolve(pack.stem)).rows))
            taken.append(time.process_time() - started)
            if taken[0] > LONG:
                break
        print(f"| {pack.stem} | {1000 * statistics.median(taken):,.1f} | {rows:,} |", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("build", type=Path)
    parser.add_argument("events", nargs="?", type=int, default=1_000_000)
    given = parser.parse_args()
    with TemporaryDirectory() as place:
        main(given.build, given.events, Path(place))
