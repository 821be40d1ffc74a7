"""A trained probabilistic linker as a rival: Splink on DuckDB, on what our rules see of each person.

Every name of every text is a row: name, surname, whether masked, counties, bodies, posts, and what happened
by month. Blocking rules bring together rows of one name, or of one surname in one body or one event; the
weights are trained by expectation maximisation (Fellegi and Sunter 1969, Splink's default) on the same rows.
The threshold is swept: the best one in hindsight is reported as well as the usual 0.95, which flatters it.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterable, Mapping
from typing import Any

from resolve_corpus import MASK, Mention

from kg import pipeline
from kg.model import Document
from kg.resolve import resolve
from kg.resolve.bearer import Bearer, bearers, families
from kg.resolve.masks import may_be
from kg.resolve.person import counties
from kg.resolve.union import Union

USUAL = 0.95
STEPS = (0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 0.9999, 0.99999)
PRECISE = 0.995
"""Pairwise precision that persons must be put together with."""


def linked(
    texts: Iterable[Document], truth: Mapping[Mention, str], resources: pipeline.Resources
) -> dict[str, dict[Mention, str]]:
    """What the linker makes of the mentions, by threshold."""
    readings = sorted((pipeline.kept(t, resources) for t in texts), key=lambda r: r.document.id)
    world = resolve(readings, resources.lexicon, resources.gazetteer, resources.vocabulary)
    known = {(b.doc, b.name): b for b in bearers(readings, world, families(world.sources))}
    scores = predicted([row(b) for b in known.values()])
    found = {}
    for step in STEPS:
        union = Union(known)
        for one, other, score in scores:
            if score >= step:
                union.join(one, other)
        ids = {m: str(union.find((m.doc, m.words))) if (m.doc, m.words) in known else str(m) for m in truth}
        found[f"Splink on DuckDB, {step}"] = ids
    return found


def row(bearer: Bearer) -> dict[str, Any]:
    """A name of a text as the linker sees it."""
    return {
        "unique_id": f"{bearer.doc}#{bearer.name}",
        "name": bearer.name,
        "family": bearer.name[:1],
        "whole": None if MASK in bearer.name else bearer.name,
        "county": min(counties(bearer), default=None),
        "body": min((o.body for o in bearer.offices if o.body), default=None),
        "post": min((f"{o.body} {o.title}" for o in bearer.offices if o.body), default=None),
        "event": min((f"{h.act} {h.month}" for h in bearer.happenings), default=None),
        "source": bearer.source or None,
    }


def predicted(rows: list[dict[str, Any]]) -> list[tuple[tuple[str, str], tuple[str, str], float]]:
    """Pairs with their probability; pairs whose masked names cannot be one are left out, as the rules do."""
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    warnings.simplefilter("ignore")
    logging.getLogger("splink").setLevel(logging.ERROR)
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.ExactMatch("whole").configure(term_frequency_adjustments=True),
            cl.ExactMatch("county"),
            cl.ExactMatch("body"),
            cl.ExactMatch("post"),
            cl.ExactMatch("event").configure(term_frequency_adjustments=True),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("whole"),
            block_on("family", "body"),
            block_on("family", "county", "event"),
            block_on("family", "source"),
        ],
    )
    linker = Linker(DuckDBAPI().register(table_of(rows)), settings, log_level=logging.ERROR)
    linker.training.estimate_probability_two_random_records_match(
        [block_on("whole", "post"), block_on("family", "post", "event")], recall=0.8
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1, min_count_per_level=None)
    for rule in (block_on("whole"), block_on("family", "post"), block_on("family", "county", "event")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule, record_sample_proportion=1.0)
    found = []
    for match in linker.inference.predict(threshold_match_probability=min(STEPS)).as_record_list():
        one, other, score = match["unique_id_l"], match["unique_id_r"], match["match_probability"]
        ends = tuple(str(end).partition("#") for end in (one, other))
        if may_be(ends[0][2], ends[1][2]):
            found.append(((ends[0][0], ends[0][2]), (ends[1][0], ends[1][2]), float(score)))
    return found


def table_of(rows: list[dict[str, Any]]) -> Any:
    """The rows as an Arrow table, every column of text."""
    import pyarrow as pa

    names = list(rows[0])
    return pa.table({n: pa.array([r[n] for r in rows], pa.string()) for n in names})
