"""How much of the article, the title and the day is found: ``python scripts/bench_pages.py``.

The ten pages are written in ``tests/sites.py`` in the style of ten kinds of government sites; no page of a
real site is used. Precision and recall are those of the characters of the article.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from sites import read, sites  # noqa: E402 (the tests' own pages)


def main() -> None:
    """Print the table."""
    found = [read(site) for site in sites()]
    print("| page | precision | recall | title | day |\n|---|---|---|---|---|")
    for one in found:
        marks = ("yes" if one.title else "no", "yes" if one.day else "no")
        print(f"| {one.name} | {one.precision:.3f} | {one.recall:.3f} | {marks[0]} | {marks[1]} |")
    count = len(found)
    means = (sum(f.precision for f in found) / count, sum(f.recall for f in found) / count)
    hits = (sum(f.title for f in found), sum(f.day for f in found))
    print(f"| all | {means[0]:.3f} | {means[1]:.3f} | {hits[0]} of {count} | {hits[1]} of {count} |")


if __name__ == "__main__":
    main()
