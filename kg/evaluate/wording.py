"""Disagreements as text: what was wanted, what was read, by which rule, and the words it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kg.evaluate.align import Event, agreeing
from kg.evaluate.score import Disagreement, Score, Tally

_AROUND = 30
"""Characters shown on either side of a span."""


def rows(total: Score) -> Iterator[tuple[str, str, Tally]]:
    """Part, name and figures of every line of the table, the headline last."""
    for part, tallies in (("event", total.by_type), ("role", total.by_role), ("entity", total.by_entity)):
        for name in sorted(tallies):
            if not tallies[name].empty:
                yield part, name, tallies[name]
    yield "all", "entities", total.entities
    yield "all", "events", total.events
    yield "all", "role fillers", total.fillers


def worst(total: Score, count: int) -> list[Disagreement]:
    """The disagreements with the most wrong fillers, ties in the order of the texts."""
    return sorted(total.disagreements, key=lambda d: -d.weight)[:count]


def drawn(item: Disagreement, text: str) -> str:
    """One disagreement, some lines; ``text`` is that of its document, empty if not at hand."""
    verdict = "differs" if item.wanted and item.got else "missed" if item.wanted else "made up"
    lines = [f"{item.doc}  {item.kind}  {verdict}"]
    if item.wanted and item.got:
        lines += list(_difference(item.wanted, item.got))
    else:
        lines += [
            f"  {role}: {_shown(found)}" for role, found in sorted((item.wanted or item.got or {}).items())
        ]
    lines += [f"  {line}" for line in _evidence(item.source or {}, text)]
    return "\n".join(lines)


def _difference(wanted: Event, got: Event) -> Iterator[str]:
    for role in sorted(wanted.keys() | got.keys()):
        want, have = wanted.get(role, []), got.get(role, [])
        a, b = _shown(want), _shown(have)
        if agreeing(want, have) == len(want) == len(have):
            yield f"  {role}: {b}"
        else:
            yield f"  {role}: wanted {a or 'none'}, read {b or 'none'}"


def _shown(found: list[frozenset[str]]) -> str:
    """Fillers, each by its shortest spelling and how many more would do."""
    shown = []
    for spellings in found:
        first = min(spellings, key=lambda s: (len(s), s))
        shown.append(first if len(spellings) == 1 else f"{first} (or {len(spellings) - 1} more)")
    return "; ".join(sorted(shown))


def _evidence(event: Mapping[str, Any], text: str) -> Iterator[str]:
    """Rule and marked words of an extracted event; nothing where the file keeps no evidence."""
    found = event.get("evidence") or ()
    for row in [found] if isinstance(found, dict) else found:
        start, end = row.get("start", 0), row.get("end", 0)
        before, after = text[max(start - _AROUND, 0) : start], text[end : end + _AROUND]
        rule = f"by {row['rule']} " if "rule" in row else ""
        yield f"{rule}[{start}:{end}] {before}【{row.get('quote') or text[start:end]}】{after}".replace(
            "\n", " "
        )
