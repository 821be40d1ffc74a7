"""How well persons are told apart and put together, on invented notices with known identities.

    python scripts/bench_resolve.py [--notices 400] [--seed 1]

Each invented official has a name, a county and a career of one to three posts. Notices name officials under
a post of theirs; some are copied, some mask the given name, some write the bureau's long name. Names are
drawn so that homonyms occur in one county and in several. Scored by pairs and by B³
(Bagga and Baldwin 1998), with two rivals on the same mentions: one name is one person, and similar strings
(name with post) are one person.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from kg import pipeline
from kg.fold import fold
from kg.model import Document, Graph

COUNTIES, OFFICIALS = 40, 200
COMMON, GIVEN = "张伟 王伟 李强 刘洋 王磊 张敏 李静 陈勇", "试样拟例虚设假托测演示题库标范稿篇栏"
FAMILIES = "赵钱孙周吴郑冯蒋沈韩杨朱秦尤许何吕施孔曹严华金魏陶姜"
BUREAUS = {
    "住建局": "住房和城乡建设局",
    "教育局": "教育局",
    "财政局": "财政局",
    "卫健委": "卫生健康委员会",
    "交通局": "交通运输局",
    "水利局": "水利局",
}
TITLES = ("局长", "副局长")
ACTS = ("受到党内警告处分", "受到政务记过处分", "受到党内严重警告处分", "被诫勉谈话")
FREQUENT, MASKED, LONG, COPIED = 0.2, 0.1, 0.3, 0.1
"""Shares: officials with a very common name; notices that mask it, spell the body out, are copied."""
SIMILAR = 0.8
MASK = "某"
Mention = tuple[str, str]
"""Id of a text and the name in it."""


@dataclass(frozen=True)
class Official:
    """An invented official."""

    number: int
    name: str
    county: str
    posts: tuple[tuple[str, str], ...]


def officials(chance: random.Random, counties: list[str]) -> list[Official]:
    """The officials; some bear a very common name, but no two of one name ever hold the same post."""
    found: list[Official] = []
    held: set[tuple[str, str, tuple[str, str]]] = set()
    while len(found) < OFFICIALS:
        common = chance.random() < FREQUENT
        given = "".join(chance.sample(GIVEN, 2))
        name = chance.choice(COMMON.split()) if common else chance.choice(FAMILIES) + given
        county = chance.choice(counties)
        posts = chance.sample([(b, t) for b in BUREAUS for t in TITLES], chance.choice((1, 1, 2, 3)))
        if not held & {(name, county, p) for p in posts}:
            held |= {(name, county, p) for p in posts}
            found.append(Official(len(found), name, county, tuple(posts)))
    return found


def notices(
    chance: random.Random, people: list[Official], wanted: int
) -> tuple[list[Document], dict[Mention, int]]:
    """Texts, and who each name in them is."""
    texts, truth = [], {}
    while len(texts) < wanted:
        one = chance.choice(people)
        at = chance.randrange(len(one.posts))
        bureau, title = one.posts[at]
        masked = chance.random() < MASKED
        name = one.name[0] + MASK * 2 if masked else one.name
        body = BUREAUS[bureau] if chance.random() < LONG else bureau
        past = f"曾任{one.county}{one.posts[at - 1][0]}{one.posts[at - 1][1]}。" if at and not masked else ""
        month = f"20{chance.randrange(17, 24)}年{chance.randrange(1, 13)}月"
        text = f"{month},{one.county}{body}{title}{name}{chance.choice(ACTS)}。"
        text += f"{name}{past}" if past else ""
        for _ in range(2 if chance.random() < COPIED else 1):
            local = f"n{len(texts):04}"
            texts.append(Document(local, text, fold(text), published="2024-01"))
            truth[local, name] = one.number
    return texts, truth


def ours(graph: Graph, truth: Mapping[Mention, int]) -> dict[Mention, str]:
    """What the pipeline makes of the mentions; one it did not read is alone."""
    found = {m: f"unread {m}" for m in truth}
    for entity in graph.entities:
        if entity.kind == "Person":
            for mention in entity.mentions:
                key = mention.span.doc, mention.quote
                if key in found:
                    found[key] = entity.id
    return found


def by_name(truth: Mapping[Mention, int]) -> dict[Mention, str]:
    """The rival that takes one name for one person."""
    return {m: m[1] for m in truth}


def by_likeness(truth: Mapping[Mention, int], texts: Iterable[Document]) -> dict[Mention, str]:
    """The rival that joins strings alike: the name with its post as one string, as graph builders do."""
    words = {d.id: d.text.split(",")[1].split("受")[0].split("被")[0] for d in texts}
    heads: list[Mention] = []
    found: dict[Mention, str] = {}
    for mention in sorted(truth):
        near = next(
            (h for h in heads if SequenceMatcher(None, words[h[0]], words[mention[0]]).ratio() >= SIMILAR),
            None,
        )
        heads += [mention] if near is None else []
        found[mention] = str(near or mention)
    return found


def scored(truth: Mapping[Mention, int], found: Mapping[Mention, str]) -> tuple[float, float, float, float]:
    """Pairwise precision and recall, B³ precision and recall."""
    gold, system = pairs(truth), pairs(found)
    both = len(gold & system)
    sets: dict[str, set[Mention]] = defaultdict(set)
    real: dict[int, set[Mention]] = defaultdict(set)
    for mention in truth:
        sets[found[mention]].add(mention)
        real[truth[mention]].add(mention)
    common = {m: len(sets[found[m]] & real[truth[m]]) for m in truth}
    precision = sum(common[m] / len(sets[found[m]]) for m in truth) / len(truth)
    recall = sum(common[m] / len(real[truth[m]]) for m in truth) / len(truth)
    return both / (len(system) or 1), both / (len(gold) or 1), precision, recall


def pairs(groups: Mapping[Mention, object]) -> set[tuple[Mention, Mention]]:
    """Every pair of mentions in one group."""
    sets: dict[object, list[Mention]] = defaultdict(list)
    for mention in sorted(groups):
        sets[groups[mention]].append(mention)
    return {pair for members in sets.values() for pair in combinations(members, 2)}


def unmasked(groups: Mapping[Mention, object]) -> dict[Mention, object]:
    """The mentions that give the whole name: a masked one may be anybody of its surname."""
    return {m: g for m, g in groups.items() if MASK not in m[1]}


def figures(wanted: int, seed: int) -> dict[str, tuple[float, float, float, float]]:
    """The scores of each way, by its name."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    resources = pipeline.load()
    people = officials(chance, chance.sample(named(resources), COUNTIES))
    texts, truth = notices(chance, people, wanted)
    ways: dict[str, Callable[[], Mapping[Mention, str]]] = {
        "cadre-kg": lambda: ours(pipeline.build(texts, resources), truth),
        "one name, one person": lambda: by_name(truth),
        "similar strings": lambda: by_likeness(truth, texts),
    }
    rows = {}
    for name, way in ways.items():
        found = way()
        rows[name] = scored(truth, found)
        rows[f"{name}, whole names"] = scored(unmasked(truth), unmasked(found))  # type: ignore[arg-type]
    return rows


def named(resources: pipeline.Resources) -> list[str]:
    """Names of counties that no other place bears today."""
    gazetteer = resources.gazetteer
    found = []
    for name, official in gazetteer.names():
        places = gazetteer.by_name(name)
        if (
            official
            and len(places) == 1
            and places[0].level == "county"
            and places[0].valid_to is None
            and name[-1] == "县"
        ):
            found.append(name)
    return sorted(found)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--notices", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print(f"{'':36}pair P  pair R    B³ P    B³ R")
    for name, row in figures(options.notices, options.seed).items():
        print(f"{name:36}" + "  ".join(f"{x:6.3f}" for x in row))
    return 0


if __name__ == "__main__":
    sys.exit(main())
