"""No Java, a wrong one, no cluster, one without machines: one line that says what is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sparking import ROOT, free_port, started
from typer.testing import CliRunner

from kg.cli import app
from kg.errors import InputError
from kg.spark import session

EXAMPLES = str(ROOT / "docs" / "examples")


def refused(out: Path, *arguments: str) -> str:
    """The one line of a build that is refused, and leaves nothing."""
    call = ["build", EXAMPLES, "-o", str(out), "--engine", "spark", *arguments]
    with pytest.raises(InputError) as caught:
        CliRunner().invoke(app, call, catch_exceptions=False)
    assert not (out / "graph.ttl").exists()
    assert "\n" not in str(caught.value)
    return str(caught.value)


def fake(folder: Path, version: str) -> Path:
    """A home of Java whose program tells a version and does nothing else."""
    program = folder / "bin" / "java"
    program.parent.mkdir(parents=True)
    program.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\"' >&2\n", encoding="utf-8")
    program.chmod(0o755)
    return folder


def test_no_java(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Java the line says which to install."""
    monkeypatch.setattr(session, "find_spec", lambda _: True)
    monkeypatch.setenv("JAVA_HOME", "")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "no Java found: install Java 17" in refused(tmp_path / "out")
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "nowhere"))
    assert "no Java in JAVA_HOME" in refused(tmp_path / "out")


@pytest.mark.parametrize(
    ("version", "told"), [("1.8.0_392", "Java 8"), ("11.0.2", "Java 11"), ("", "no Java that")]
)
def test_wrong_java(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str, told: str) -> None:
    """A Java too old for Spark 4 is named with its version."""
    monkeypatch.setattr(session, "find_spec", lambda _: True)
    monkeypatch.setenv("JAVA_HOME", str(fake(tmp_path / "java", version)))
    assert told in refused(tmp_path / "out")


def test_no_pyspark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without PySpark the line says how to install it."""
    monkeypatch.setattr(session, "find_spec", lambda _: None)
    assert "pip install 'cadre-kg[spark]'" in refused(tmp_path / "out")


def test_no_master(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A master that does not answer is told within seconds."""
    monkeypatch.setattr(session, "find_spec", lambda _: True)
    monkeypatch.setenv("JAVA_HOME", str(fake(tmp_path / "java", "17.0.1")))
    master = f"spark://127.0.0.1:{free_port()}"
    assert refused(tmp_path / "out", "--master", master) == f"{master}: no Spark master answers there"


def test_settings_are_names_of_spark(tmp_path: Path) -> None:
    """What is no setting of Spark is refused."""
    assert "is not spark.NAME=VALUE" in refused(tmp_path / "out", "--spark", "memory=1g")


def test_standard_input_is_local(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cluster cannot read standard input."""
    monkeypatch.setattr(session, "find_spec", lambda _: True)
    monkeypatch.setenv("JAVA_HOME", str(fake(tmp_path / "java", "17.0.1")))
    call = ["build", "-", "-o", str(tmp_path / "out"), "--engine", "spark"]
    with pytest.raises(InputError, match="local engine only"):
        CliRunner().invoke(app, call, catch_exceptions=False)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "java.io.IOException: No space left on device",
            "no space left on device on a machine of the cluster",
        ),
        ("Python worker exited unexpectedly (crashed)", "a text ended the process that read it, every time"),
        ("KgError: a machine of the cluster has another version of kg", "has another version of kg"),
        ("anything\n\tat java.lang.Thread", "anything at java.lang.Thread"),
    ],
)
def test_what_java_says_becomes_a_line(said: str, told: str) -> None:
    """A reason that is known is told in words; another one in one line."""
    found = session.reason(RuntimeError(said))
    assert told in found
    assert "\n" not in found


@pytest.mark.slow
def test_a_master_without_machines(tmp_path: Path) -> None:
    """A cluster that gives no machine is given up."""
    cluster = started(tmp_path, workers=0)
    try:
        code = (
            "import sys; from kg.spark import session; session.PATIENCE = 3.0; from kg.cli import main; "
            f"sys.argv = ['kg', 'build', {EXAMPLES!r}, '-o', {str(tmp_path / 'out')!r}, '--engine', 'spark', "
            f"'--master', {cluster.master!r}, '--spark', 'spark.driver.memory=512m']; main()"
        )
        env = {**os.environ, "PYTHONPATH": str(ROOT), "SPARK_LOCAL_IP": "127.0.0.1"}
        done = subprocess.run(
            [sys.executable, "-c", code], env=env, capture_output=True, text=True, timeout=200, check=False
        )
    finally:
        cluster.stop()
    assert done.returncode == 1
    assert done.stderr == f"kg: {cluster.master}: no machine of the cluster took the work within 3 seconds\n"
    assert not (tmp_path / "out" / "graph.ttl").exists()
