"""The gate: scores may rise, not fall.

    python scripts/gate.py check             compare with the floors of tests/gold/floors.json
    python scripts/gate.py raise             move the floors up to what is measured now
    python scripts/gate.py pin               take a changed corpus; a figure that falls needs --reason R
    python scripts/gate.py lower --reason R  accept lower figures; the reason stays in the file

Corpora whose file is not there (the development set beside the repository) are left out and said to be.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path

from kg.cli.evaluate import read_texts
from kg.evaluate import load, score
from kg.evaluate.gate import Floors, Pin, below, digest, lowered, measured, raised

ROOT = Path(__file__).resolve().parents[1]
FLOORS = ROOT / "tests" / "gold" / "floors.json"
CORPORA = {"invented": "tests/gold/invented.jsonl", "dev": "../shared/gold/dev.jsonl"}


def figures(path: Path) -> Floors:
    """What is measured now on a corpus."""
    gold = load(path)
    return measured(score(gold, read_texts(path, gold, None)))


def settle(name: str, action: str, reason: str, pins: dict[str, Pin]) -> list[str]:
    """Do one action for one corpus; the lines that say why the gate is shut."""
    path = ROOT / CORPORA[name]
    if not path.exists():
        print(f"{name}: {CORPORA[name]} is not there, left out")
        return []
    now, sha = figures(path), digest(path.read_bytes())
    pin = pins.get(name)
    if pin is None:
        pins[name] = Pin(CORPORA[name], sha, now)
        return [f"{name}: not pinned; python scripts/gate.py pin"] if action == "check" else []
    if action == "pin":
        fallen = below(pin, now)
        if fallen and not reason.strip():
            return [f"{name} {line}; pinning it so needs a --reason" for line in fallen]
        pins[name] = replace(lowered(pin, now, reason) if fallen else replace(pin, floors=now), sha256=sha)
        return []
    if pin.sha256 != sha:
        return [f"{name}: the corpus has changed since it was pinned; python scripts/gate.py pin"]
    if action == "raise":
        pins[name] = raised(pin, now)
    elif action == "lower":
        pins[name] = lowered(pin, now, reason)
    print(
        f"{name}: role fillers {now['all role fillers']:.3f}, events {now['all events']:.3f}, "
        f"entities {now['all entities']:.3f}"
    )
    return [f"{name} {line}" for line in below(pins[name], now)]


def main() -> int:
    """Run the action; 1 when a figure is below its floor."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("action", choices=("check", "raise", "pin", "lower"))
    parser.add_argument("--reason", default="", help="why lower figures are right")
    parser.add_argument("--only", choices=tuple(CORPORA), help="one corpus")
    given = parser.parse_args()
    if given.action == "lower" and not given.reason.strip():
        parser.error("a floor is lowered only with a written reason (--reason)")
    stored = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    pins = {name: Pin.parse(row) for name, row in stored.items()}
    shut = [
        line
        for name in ([given.only] if given.only else CORPORA)
        for line in settle(name, given.action, given.reason, pins)
    ]
    if given.action != "check":
        FLOORS.write_text(
            json.dumps({n: p.record() for n, p in sorted(pins.items())}, ensure_ascii=False, indent=1) + "\n",
            encoding="utf-8",
        )
    print("\n".join(shut) or "the gate is open")
    return 1 if shut else 0


if __name__ == "__main__":
    sys.exit(main())
