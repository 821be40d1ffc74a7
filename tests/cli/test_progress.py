"""A long build says how far it is, holds its tongue when told, and ends cleanly at Ctrl-C."""

from __future__ import annotations

import json
import os
import pty
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hostile import notice

from kg.cli import say
from kg.cli.progress import Progress

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
TEXT = "望江县纪委通报。2023年2月,望江县住建局局长赵试样受到政务记大过处分。"


def corpus(path: Path, count: int) -> Path:
    """JSON lines of so many texts."""
    texts = (notice(random.Random(n)) + TEXT for n in range(count))  # noqa: S311 (no secret)
    rows = (json.dumps({"id": str(n), "text": text[:600]}) for n, text in enumerate(texts))
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def command(*arguments: object) -> list[str]:
    """A command of kg."""
    return [sys.executable, "-m", "kg", *map(str, arguments)]


def seen(master: int) -> str:
    """All that a terminal was shown."""
    found = b""
    while True:
        try:
            piece = os.read(master, 4096)
        except OSError:  # the other side is closed
            break
        if not piece:
            break
        found += piece
    return found.decode()


def test_a_terminal_is_shown_how_far_a_build_is(tmp_path: Path) -> None:
    """Texts, speed, time left and doubts while reading, then every file that is written; wiped at last."""
    source = corpus(tmp_path / "a.jsonl", 600)
    master, terminal = pty.openpty()
    process = subprocess.Popen(
        command("build", source, "-o", tmp_path / "out"),
        env=ENVIRONMENT,
        stderr=terminal,
        stdout=subprocess.DEVNULL,
    )
    os.close(terminal)
    shown = seen(master)
    os.close(master)
    assert process.wait() == 0
    assert re.search(r"[\d,]+ of 600 texts, \d+ a second, \d+:\d\d left, \d+ doubts", shown)
    assert "writing graph.ttl" in shown
    assert "asking the shapes" in shown
    assert shown.endswith("\r\x1b[2K")


def test_a_log_is_told_now_and_then(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a terminal a note at times; as JSON with its numbers; none with --quiet."""
    monkeypatch.setattr("kg.cli.progress.QUIET", 0.0)
    monkeypatch.setattr("kg.cli.progress.SELDOM", 0.0)
    for as_json, quiet in ((False, False), (True, False), (False, True)):
        monkeypatch.setattr(say.Log, "as_json", as_json)
        monkeypatch.setattr(say.Log, "quiet", quiet)
        with Progress() as progress:
            progress.expect(4)
            time.sleep(0.01)
            progress.read(3)
        said = capsys.readouterr().err
        if quiet:
            assert said == ""
        elif as_json:
            row = json.loads(said)
            assert {k: row[k] for k in ("level", "documents", "of", "doubts")} == {
                "level": "progress",
                "documents": 1,
                "of": 4,
                "doubts": 3,
            }
        else:
            assert re.fullmatch(r"kg: 1 of 4 texts, \d+ a second, 0:00 left, 3 doubts\n", said)


def test_quiet_tells_what_went_wrong_and_no_more(tmp_path: Path) -> None:
    """No summary, no note of a repetition; what was set aside is told."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "c.txt").write_text("", encoding="utf-8")
    done = subprocess.run(
        command("--quiet", "build", *(tmp_path / f"{n}.txt" for n in "abc"), "-o", tmp_path / "out"),
        env=ENVIRONMENT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert [line for line in done.stderr.splitlines() if "c.txt" in line] == done.stderr.splitlines()
    assert "empty" in done.stderr


@pytest.mark.parametrize("seed", range(4))
def test_ctrl_c_at_any_moment_is_clean(tmp_path: Path, seed: int) -> None:
    """The signal reaches the whole group, as a terminal sends it: one line, code 130, no process left."""
    source = corpus(tmp_path / "a.jsonl", 120)
    process = subprocess.Popen(
        command("build", source, "-o", tmp_path / "out", "--workers", 2),
        env=ENVIRONMENT,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    while not (tmp_path / "out" / ".lock").exists():  # from here on the command has the signal in hand
        time.sleep(0.01)
    time.sleep(random.Random(seed).uniform(0.0, 1.5))  # noqa: S311 (no secret)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130, said
    assert said.decode().strip().splitlines() == ["kg: interrupted; earlier outputs stand as they were"]
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
