"""Coverage-guided fuzzing: ``python scripts/fuzz_coverage.py TARGET [--seconds N]`` (package atheris).

Starts from ``tests/corpus``, keeps every input that reaches new code in ``out/fuzz/TARGET`` and goes on from
there the next time. What must hold stands in ``tests/holding.py``; what fails is told, written into
``out/fuzz/faults`` and does not end the run. Exit code 1 if something failed.
"""

# ruff: noqa: S311 (chances are no secrets)
from __future__ import annotations

import argparse
import hashlib
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
with atheris.instrument_imports(include=["kg"]):
    import holding
    from hostile import MAKERS, bent, mangled

KINDS = sorted(MAKERS)
OUT = ROOT / "out" / "fuzz"
CORPUS = ROOT / "tests" / "corpus"
SLOW, LATE = 2.0, 60
"""Seconds that one input may take, and that the fuzzer may take to end."""
OURS = 0.6
"""Share of the changes that are made by our own means rather than the fuzzer's."""
Feed = Callable[[bytes], None]
faults: set[str] = set()


def text(data: bytes) -> str:
    """Bytes as the text they hold."""
    return data.decode("utf-8", "replace")


def file(data: bytes) -> tuple[str, bytes]:
    """Bytes as a file: the first one chooses the suffix."""
    return KINDS[data[0] % len(KINDS)], data[1:]


TARGETS: dict[str, tuple[str, Feed]] = {
    "segmenter": ("text", lambda data: holding.sentences(text(data))),
    "whole": ("text", lambda data: holding.reading(text(data))),
    "exports": ("text", lambda data: holding.outputs(text(data).split("\n\n\n"))),
    "reader": ("file", lambda data: holding.content(*file(data)) if data else None),
}
"""Target -> the folder of its corpus, and what is done with an input."""


def seeds(kind: str, folder: Path) -> None:
    """Write the corpus of the repository into the folder of a run, files with the byte of their suffix."""
    for path in sorted((CORPUS / kind).iterdir()):
        first = bytes([KINDS.index(path.suffix[1:])]) if kind == "file" else b""
        (folder / path.name).write_bytes(first + path.read_bytes())


def watched(name: str, feed: Feed) -> Feed:
    """The target as the fuzzer calls it: faults are told once for each place in the code, and kept."""

    def one(data: bytes) -> None:
        start = time.process_time()
        try:
            feed(data)
        except Exception as error:  # noqa: BLE001 (a crash of any kind is what is looked for)
            told(name, data, f"{type(error).__name__}: {error} at {place(error)}")
        took = time.process_time() - start
        if took > SLOW:
            told(name, data, f"took {took:.0f} s")

    return one


def place(error: BaseException) -> str:
    """File and line of the innermost of our frames."""
    found, trace = "", error.__traceback__
    while trace is not None:
        if "/kg/" in trace.tb_frame.f_code.co_filename:
            found = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return found


def told(name: str, data: bytes, what: str) -> None:
    """Say what failed, and keep the input."""
    key = what.rpartition(" at ")[2]
    if key in faults:
        return
    faults.add(key)
    path = OUT / "faults" / f"{name}-{hashlib.sha256(data).hexdigest()[:12]}"
    path.write_bytes(data)
    print(f"{name} {path.name}: {what}", flush=True)


def changed(kind: str) -> Callable[[bytes, int, int], bytes]:
    """The mutator: our own changes, which keep texts Chinese and archives near whole, and the fuzzer's."""

    def one(data: bytes, most: int, seed: int) -> bytes:
        chance = random.Random(seed)
        if chance.random() > OURS:
            return bytes(atheris.Mutate(data, most))
        if kind == "text":
            return mangled(chance, text(data)).encode("utf-8", "replace")[:most]
        return (data[:1] + bent(chance, data[1:]))[:most]

    return one


def fuzz(target: str, seconds: int) -> None:
    """Run one target in this process, which the fuzzer ends itself."""
    kind, feed = TARGETS[target]
    folder = OUT / target
    for needed in (folder, OUT / "faults"):
        needed.mkdir(parents=True, exist_ok=True)
    seeds(kind, folder)
    options = [f"-max_total_time={seconds}", "-max_len=12000", "-rss_limit_mb=8000", "-print_final_stats=1"]
    arguments = ["fuzz", str(folder), *options, f"-artifact_prefix={OUT}/faults/"]
    atheris.Setup(arguments, watched(target, feed), custom_mutator=changed(kind))
    atheris.Fuzz()


def main() -> int:
    """Run one target in a process of its own, and tell its figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.inside:
        fuzz(given.target, given.seconds)
    command = [sys.executable, __file__, given.target, "--seconds", str(given.seconds), "--inside"]
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as log:
        try:
            status = subprocess.run(command, stderr=log, timeout=given.seconds + LATE, check=False).returncode
        except subprocess.TimeoutExpired:
            status = 0  # the fuzzer itself did not find its end; what it found stands in the log
        log.seek(0)
        said = [line.rstrip() for line in log]
    print(*(line for line in said if line.startswith(("stat::", "==", "ERROR", "SUMMARY"))), sep="\n")
    if not any(line.startswith("stat::") for line in said):
        print(next((line for line in reversed(said) if line.startswith("#")), "no figures"))
    return 1 if status or any((OUT / "faults").glob(f"{given.target}-*")) else 0


if __name__ == "__main__":
    sys.exit(main())
