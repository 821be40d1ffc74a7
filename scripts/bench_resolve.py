"""How well things are told apart and put together, on invented notices with known identities.

    python scripts/bench_resolve.py [--notices 400] [--seed 1] [--splink]

Persons, agencies and documents of ``resolve_corpus``, scored by pairs and by B³ (Bagga and Baldwin 1998). The
rivals see the same mentions in the same run: one string is one thing, and similar strings (for persons the
name with its post) are one thing, as graph builders do it. ``--splink`` adds a trained probabilistic linker
(Fellegi and Sunter 1969) on what our rules see of each person: see ``resolve_splink``.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Mapping
from difflib import SequenceMatcher
from itertools import combinations

from resolve_corpus import MASK, Corpus, Mention, corpus

from kg import pipeline
from kg.model import Entity, Graph

SIMILAR = 0.8
Scores = tuple[float, float, float, float]
Said = dict[tuple[str, int], list[tuple[bool, str]]]
"""Text and end of a name -> the entities that rest on it."""
KINDS = {"person": ("Person",), "document": ("doc/",), "agency": ("org/",)}
"""Kind of thing -> its class, or how its ids begin."""


def ours(graph: Graph, truth: Mapping[Mention, str], kind: str) -> dict[Mention, str]:
    """What the pipeline makes of the mentions; one it did not read is alone."""
    said: Said = defaultdict(list)
    for entity in graph.entities:
        if entity.kind in KINDS[kind] or entity.id.startswith(KINDS[kind]):
            note(entity, said)
    found = {}
    for mention in truth:
        near = said[mention.doc, mention.end] + said[mention.doc, mention.end + 1]
        found[mention] = min(near)[1] if near else f"unread {mention}"
    return found


def note(entity: Entity, said: Said) -> None:
    """Take note of where an entity is named; members of a joint organ rest on its name, and come second."""
    names = {entity.label, *entity.aliases}
    for mention in entity.mentions:
        whole = any(mention.quote.endswith(name) for name in names)
        said[mention.span.doc, mention.span.end].append((not whole, entity.id))


def by_name(truth: Mapping[Mention, str]) -> dict[Mention, str]:
    """The rival that takes one string for one thing."""
    return {m: m.words for m in truth}


def by_likeness(truth: Mapping[Mention, str], words: Mapping[Mention, str]) -> dict[Mention, str]:
    """The rival that joins strings alike: for persons the name with its post as one string."""
    heads: list[str] = []
    known: dict[str, str] = {}
    for mention in sorted(truth):
        own = words.get(mention, mention.words)
        if own not in known:
            near = next((h for h in heads if SequenceMatcher(None, h, own).ratio() >= SIMILAR), "")
            heads += [] if near else [own]
            known[own] = near or own
    return {m: known[words.get(m, m.words)] for m in truth}


def scored(truth: Mapping[Mention, str], found: Mapping[Mention, str]) -> Scores:
    """Pairwise precision and recall, B³ precision and recall."""
    gold, system = pairs(truth), pairs(found)
    both = len(gold & system)
    sets: dict[str, set[Mention]] = defaultdict(set)
    real: dict[str, set[Mention]] = defaultdict(set)
    for mention in truth:
        sets[found[mention]].add(mention)
        real[truth[mention]].add(mention)
    common = {m: len(sets[found[m]] & real[truth[m]]) for m in truth}
    precision = sum(common[m] / len(sets[found[m]]) for m in truth) / len(truth)
    recall = sum(common[m] / len(real[truth[m]]) for m in truth) / len(truth)
    return both / (len(system) or 1), both / (len(gold) or 1), precision, recall


def pairs(groups: Mapping[Mention, str]) -> set[tuple[Mention, Mention]]:
    """Every pair of mentions in one group that stand in two texts."""
    sets: dict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(groups):
        sets[groups[mention]].append(mention)
    return {(a, b) for members in sets.values() for a, b in combinations(members, 2) if a.doc != b.doc}


def masked(groups: Mapping[Mention, str]) -> set[tuple[Mention, Mention]]:
    """The pairs of which one name at least is masked."""
    return {(a, b) for a, b in pairs(groups) if MASK in a.words or MASK in b.words}


def once(truth: Mapping[Mention, str]) -> dict[Mention, str]:
    """One mention of each name a text: the name again in one text asks nothing."""
    first: dict[tuple[str, str, str], Mention] = {}
    for mention in sorted(truth):
        first.setdefault((mention.doc, mention.words, truth[mention]), mention)
    return {m: truth[m] for m in sorted(first.values())}


def figures(wanted: int, seed: int, *, splink: bool = False) -> dict[str, Scores]:
    """The scores of each way and kind of thing, by its name."""
    resources = pipeline.load()
    made = corpus(wanted, seed, resources)
    graph = pipeline.build(made.texts, resources)
    rows: dict[str, Scores] = {}
    for kind, all_of in made.truth.items():
        truth = once(all_of)
        ways = {
            "cadre-kg": ours(graph, truth, kind),
            "one string, one thing": by_name(truth),
            "similar strings": by_likeness(truth, made.posts),
        }
        rows |= {f"{kind}: {name}": scored(truth, found) for name, found in ways.items()}
        if kind == "person":
            hidden = masked(truth)
            joined = {p for p in masked(ways["cadre-kg"]) if p in hidden}
            wrong = len(masked(ways["cadre-kg"])) - len(joined)
            right = len(joined) / (len(joined) + wrong or 1)
            rows["person: cadre-kg, pairs with a masked name"] = (right, len(joined) / len(hidden), 0.0, 0.0)
            if splink:
                rows |= trained(made, truth, resources)
    return rows


def trained(made: Corpus, truth: Mapping[Mention, str], resources: pipeline.Resources) -> dict[str, Scores]:
    """The scores of the trained linker."""
    from resolve_splink import linked

    found = linked(made.texts, truth, resources)
    return {f"person: {name}": scored(truth, ways) for name, ways in found.items()}


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--notices", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--splink", action="store_true")
    options = parser.parse_args()
    print(f"{'':46}pair P  pair R    B³ P    B³ R")
    for name, row in figures(options.notices, options.seed, splink=options.splink).items():
        print(f"{name:46}" + "  ".join(f"{x:6.3f}" if x else "     –" for x in row))
    return 0


if __name__ == "__main__":
    sys.exit(main())
