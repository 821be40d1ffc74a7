"""Draw docs/benchmarks.svg of the figures that ``scripts/bench.py --json`` kept in docs/benchmarks.jsonl.

Above, the milliseconds of processor time that a text takes in each stage, one bar a run; below, how many
times as long the rivals take, on a scale of powers of ten, of the last run that has them.
"""

from __future__ import annotations

import json
import math
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE, PICTURE = ROOT / "docs" / "benchmarks.jsonl", ROOT / "docs" / "benchmarks.svg"
STAGES = {
    "reading into claims": "#1b6ca8",
    "resolution and facts": "#e08e0b",
    "Turtle": "#3a7d44",
    "page": "#9b2226",
    "files of evidence": "#6c567b",
}
RIVALS = (
    ("jieba.posseg", "reading into claims"),
    ("spaCy with jieba, words only", "reading into claims"),
    ("rdflib serialises", "Turtle"),
    ("rdflib builds", "Turtle"),
    ("pyoxigraph dump", "Turtle"),
    ("pyvis", "page"),
)
LEFT, WIDTH, BAR, GAP = 285, 540, 22, 12
TEXT = '<text x="{}" y="{}" text-anchor="{}">{}</text>'
BOX = '<rect x="{:.1f}" y="{}" width="{:.1f}" height="{}" fill="{}"/>'


def stages(runs: list[dict[str, object]], top: int) -> tuple[list[str], int]:
    """Stacked bars, and where they end."""
    costs = [{s: 1000 * r["seconds"][s] / r["documents"] for s in STAGES} for r in runs]  # type: ignore[index, operator]
    scale = WIDTH / max(sum(c.values()) for c in costs)
    shapes = [TEXT.format(10, top, "start", "Processor milliseconds a text, by stage")]
    y = top + 12
    for run, cost in zip(runs, costs, strict=True):
        shapes.append(TEXT.format(LEFT - 8, y + 16, "end", f"{run['documents']:,} texts"))
        x = float(LEFT)
        for stage, colour in STAGES.items():
            shapes.append(BOX.format(x, y, cost[stage] * scale, BAR, colour))
            x += cost[stage] * scale
        shapes.append(TEXT.format(x + 6, y + 16, "start", f"{sum(cost.values()):.1f}"))
        y += BAR + GAP
    for number, (stage, colour) in enumerate(STAGES.items()):
        shapes.append(BOX.format(LEFT + number * 125 - 60, y + 2, 10, 10, colour))
        shapes.append(TEXT.format(LEFT + number * 125 - 46, y + 11, "start", stage))
    return shapes, y + 40


def rivals(run: dict[str, object], top: int) -> tuple[list[str], int]:
    """Bars left (the rival is faster) and right (slower) of a line at one."""
    seconds: dict[str, float] = run["seconds"]  # type: ignore[assignment]
    shapes = [TEXT.format(10, top, "start", "The rival's time over ours, same texts or statements, same run")]
    middle, decade, y = LEFT + WIDTH / 3, WIDTH / 4, top + 12
    bottom = y
    for rival, stage in RIVALS:
        theirs, ours = (
            next((v for k, v in seconds.items() if k == f"{n}, first 200"), 0.0) for n in (rival, stage)
        )
        if not (theirs and ours):
            continue
        length = math.log10(theirs / ours) * decade
        shapes.append(TEXT.format(LEFT - 8, y + 16, "end", f"{rival} / {stage}"))
        shapes.append(
            BOX.format(
                min(middle, middle + length), y, abs(length), BAR, "#1b6ca8" if length > 0 else "#9b2226"
            )
        )
        shapes.append(TEXT.format(max(middle, middle + length) + 6, y + 16, "start", f"{theirs / ours:.2f}"))
        y += BAR + GAP
        bottom = y
    shapes.append(f'<line x1="{middle}" y1="{top + 8}" x2="{middle}" y2="{bottom}" stroke="#333"/>')
    return shapes, bottom + 10


def main() -> None:
    """Read the figures, write the picture."""
    runs = [json.loads(line) for line in SOURCE.read_text(encoding="utf-8").splitlines()]
    above, end = stages(runs, 24)
    below, height = rivals(next(r for r in reversed(runs) if "jieba.posseg, first 200" in r["seconds"]), end)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 {height}" font-family="sans-serif" '
        'font-size="12"><title>Benchmarks of cadre-kg</title><rect width="100%" height="100%" fill="#fff"/>'
    )
    PICTURE.write_text("\n".join([head, *above, *below, "</svg>"]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
