"""Java, a cluster and a session on it, or one line that says what is missing."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kg.errors import InputError

ENGINE = "--engine spark"
OLDEST = 17
"""Version of Java that Spark 4 needs at least."""
PATIENCE = 60.0
"""Seconds a cluster may take to give the first machine."""
KNOCK = 5.0
"""Seconds a master may take to answer."""
_VERSION = re.compile(r'version "(?:1\.)?(\d+)')
_ADDRESS = re.compile(r"([^,:/]+):(\d+)")
SETTINGS = {
    "spark.app.name": "cadre-kg",
    "spark.ui.enabled": "false",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "64",
    "spark.sql.parquet.compression.codec": "zstd",
    "spark.task.maxFailures": "4",
}
"""What a build needs; ``--spark NAME=VALUE`` moves any of them, and adds others."""


@contextlib.contextmanager
def session(master: str, settings: Mapping[str, str]) -> Iterator[Any]:
    """A session on a cluster, with a machine that has answered. Raises InputError where there is none."""
    check(master)
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    with _quiet() as told:
        try:
            spark = _started(master, {**SETTINGS, **settings})
        except Exception as error:
            raise InputError(master, reason(error, told)) from error
        try:
            _wait(spark, master)
            yield spark
        finally:
            with contextlib.suppress(Exception):
                spark.stop()


def check(master: str) -> None:
    """Raise InputError where PySpark, Java or the master is not there."""
    if find_spec("pyspark") is None:
        raise InputError(ENGINE, "PySpark is not installed: pip install 'cadre-kg[spark]'")
    java()
    if master.startswith("spark://"):
        for host, port in _ADDRESS.findall(master.removeprefix("spark://")):
            with contextlib.suppress(OSError), socket.create_connection((host, int(port)), KNOCK):
                return
        raise InputError(master, "no Spark master answers there")


def java() -> str:
    """The Java that Spark will use. Raises InputError where there is none, or one too old."""
    home = os.environ.get("JAVA_HOME", "")
    found = shutil.which(str(Path(home) / "bin" / "java") if home else "java")
    advice = f"install Java {OLDEST} or newer, or point JAVA_HOME to it"
    if found is None:
        raise InputError(ENGINE, f"no Java {f'in JAVA_HOME ({home})' if home else 'found'}: {advice}")
    try:
        told = subprocess.run([found, "-version"], capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.SubprocessError) as error:
        raise InputError(ENGINE, f"{found} does not start: {advice}") from error
    version = _VERSION.search(told.stderr + told.stdout)
    if version is None or int(version[1]) < OLDEST:
        what = f"Java {version[1]}" if version else "no Java that tells its version"
        raise InputError(ENGINE, f"{found} is {what}: {advice}")
    return found


def _started(master: str, settings: Mapping[str, str]) -> Any:
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master(master)
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def _wait(spark: Any, master: str) -> None:
    """Wait for a machine; the driver itself is listed among them."""
    if master.startswith("local"):
        return
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if spark.sparkContext._jsc.sc().getExecutorMemoryStatus().size() > 1:  # noqa: SLF001 (no other way)
            return
        time.sleep(0.2)
    raise InputError(master, f"no machine of the cluster took the work within {PATIENCE:.0f} seconds")


@contextlib.contextmanager
def _quiet() -> Iterator[Any]:
    """What Java says on standard error goes to a file, which is only read for a reason."""
    sys.stderr.flush()
    with tempfile.TemporaryFile() as told:
        kept = os.dup(2)
        os.dup2(told.fileno(), 2)
        try:
            yield told
        finally:
            sys.stderr.flush()
            os.dup2(kept, 2)
            os.close(kept)


REASONS = (
    ("No space left on device", "no space left on device on a machine of the cluster"),
    (
        "another version of kg",
        "a machine of the cluster has another version of kg, of its ontology or of Python",
    ),
    ("Python worker exited unexpectedly", "a text ended the process that read it, every time it was tried"),
    ("cluster looks down", "the cluster went down"),
    ("Job aborted due to stage failure", "the work failed on the cluster"),
)


def reason(error: Exception, told: Any = None) -> str:
    """What went wrong on the cluster, in one line."""
    said = str(error)
    if told is not None:
        told.seek(0)
        said += told.read().decode("utf-8", "replace")
    for sign, meaning in REASONS:
        if sign in said:
            return meaning
    return " ".join(str(error).split())[:200] or type(error).__name__
