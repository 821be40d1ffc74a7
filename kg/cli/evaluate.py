"""``kg eval``: a user's annotated file against what kg reads in the same texts."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli import options, say

if TYPE_CHECKING:
    from kg.evaluate import Score, Tally


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Annotated JSON lines (docs/annotating.md).")],
    predicted: Annotated[
        Path | None, typer.Argument(metavar="INPUT", help="Facts to score instead of reading GOLD's texts.")
    ] = None,
    errors: Annotated[int, typer.Option(min=0, help="How many disagreements to show, worst first.")] = 10,
    as_json: Annotated[bool, typer.Option("--json", help="Figures as JSON.")] = False,
    ontology: options.Ontology = None,
) -> None:
    """Score facts against annotated ones: precision, recall and F1 by type and role, and the errors."""
    from kg.evaluate import load, score
    from kg.evaluate.wording import drawn, worst

    wanted = load(gold)
    total = score(wanted, load(predicted) if predicted else read_texts(gold, wanted, ontology))
    if as_json:
        say.raw(json.dumps(_figures(total), ensure_ascii=False, indent=2) + "\n")
        return
    for item in worst(total, errors):
        say.line(drawn(item, str(wanted[item.doc].get("text", ""))) + "\n")
    say.table(
        f"{total.documents} documents",
        ("part", "name", "precision", "recall", "F1", "annotated", "read"),
        [(part, name, *_cells(tally)) for part, name, tally in _rows(total)],
    )


def read_texts(gold: Path, wanted: Iterable[str], ontology: Path | None) -> dict[str, dict[str, Any]]:
    """What kg extracts from the texts of an annotated file, by the ids of that file."""
    from kg import pipeline
    from kg.export import facts
    from kg.read import Document, Options, Rejected, read, safe_id

    names = {safe_id(name): name for name in wanted}
    resources = pipeline.load(ontology)
    records = {}
    for found in read([str(gold)], Options()):
        if isinstance(found, Document):
            records[names[found.id]] = facts.record(pipeline.extract(found, resources), resources.lexicon)
        elif isinstance(found, Rejected):
            say.note(str(found))
    return records


def _rows(total: Score) -> list[tuple[str, str, Tally]]:
    from kg.evaluate.wording import rows

    return list(rows(total))


def _cells(tally: Tally) -> list[str]:
    shares = [f"{share:.3f}" for share in (tally.precision, tally.recall, tally.f1)]
    return [*shares, str(tally.right + tally.missed), str(tally.right + tally.spurious)]


def _figures(total: Score) -> dict[str, object]:
    """The figures as one object; the parts are those of the table."""
    return {"documents": total.documents} | {
        f"{part} {name}": {
            "precision": tally.precision,
            "recall": tally.recall,
            "f1": tally.f1,
            "annotated": tally.right + tally.missed,
            "read": tally.right + tally.spurious,
        }
        for part, name, tally in _rows(total)
    }
