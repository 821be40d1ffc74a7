"""How well copies of a notice are told from other notices, beside MinHash as a kept library does it.

    python scripts/bench_copies.py [--notices 300] [--seed 1]

Invented notices of ``invented``, whose sentences share one wording. Some are copied: with another head and
foot, with given names masked, cut to their first two thirds, or pasted into a longer text. Pairs of one
origin are scored. MinHash (Broder 1997) stands with the library datasketch where it is installed, on the same
shingles, at several thresholds of likeness.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping
from itertools import combinations

from invented import lines

from kg import pipeline
from kg.fold import fold
from kg.model import Document
from kg.resolve.copies import SHINGLE, bare, copies

COPIED = 0.3
"""Share of notices that are copied, each in one of the ways."""
LEVELS = (0.5, 0.6, 0.7, 0.8, 0.9)
PERMUTATIONS = 128
Pairs = set[tuple[str, str]]


def changed(chance: random.Random, text: str, other: str) -> str:
    """A copy of a text: framed, masked, cut, or within another."""
    ways: tuple[Callable[[], str], ...] = (
        lambda: f"(资料图片仅供参考)\n{text}\n来源:某某网 责任编辑:某某",
        lambda: "".join("某" if c in "试样拟例虚设假托测演示题库标范稿篇栏" else c for c in text),
        lambda: text[: len(text) * 2 // 3],
        lambda: f"{other}\n{text}",
    )
    return chance.choice(ways)()


def corpus(wanted: int, seed: int, resources: pipeline.Resources) -> tuple[list[Document], dict[str, str]]:
    """Texts, and the notice that each comes from."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    texts = list(dict.fromkeys(json.loads(line)["text"] for line in lines(wanted, seed, resources)))
    found, origin = [], {}
    for number, text in enumerate(texts):
        local = f"n{number:04}"
        found.append(Document(local, text, fold(text)))
        origin[local] = local
        if chance.random() < COPIED:
            again = changed(chance, text, f"本周要闻一览,各地动态,编者按第{number}期。")
            found.append(Document(f"{local}c", again, fold(again)))
            origin[f"{local}c"] = local
    return found, origin


def pairs(origin: Mapping[str, str]) -> Pairs:
    """Every pair of texts of one origin."""
    groups: dict[str, list[str]] = defaultdict(list)
    for local in sorted(origin):
        groups[origin[local]].append(local)
    return {p for members in groups.values() for p in combinations(members, 2)}


def minhashed(texts: list[Document], level: float) -> Pairs:
    """The pairs that MinHash with locality-sensitive hashing finds at a level of likeness."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=level, num_perm=PERMUTATIONS)
    prints = {}
    for text in texts:
        words = bare(text.folded)
        own = MinHash(num_perm=PERMUTATIONS)
        own.update_batch(
            [words[at : at + SHINGLE].encode() for at in range(max(len(words) - SHINGLE + 1, 1))]
        )
        prints[text.id] = own
        index.insert(text.id, own)
    found: Pairs = set()
    for local, own in prints.items():
        near = (n for n in index.query(own) if n != local and prints[n].jaccard(own) >= level)
        found |= {(min(local, n), max(local, n)) for n in near}
    return found


def figures(wanted: int, seed: int) -> dict[str, tuple[float, float]]:
    """Precision and recall of each way."""
    texts, origin = corpus(wanted, seed, pipeline.load())
    truth = pairs(origin)
    ways = {"cadre-kg (winnowing)": pairs(copies(texts))}
    try:
        ways |= {f"MinHash at {level}": minhashed(texts, level) for level in LEVELS}
    except ImportError:
        print("datasketch is not installed: MinHash is left out", file=sys.stderr)
    return {
        name: (len(found & truth) / (len(found) or 1), len(found & truth) / (len(truth) or 1))
        for name, found in ways.items()
    }


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--notices", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print(f"{'':24}pair P  pair R")
    for name, row in figures(options.notices, options.seed).items():
        print(f"{name:24}" + "  ".join(f"{x:6.3f}" for x in row))
    return 0


if __name__ == "__main__":
    sys.exit(main())
