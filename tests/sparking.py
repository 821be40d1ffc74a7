"""A real standalone cluster on the loopback: a master and workers of one core, each a process of its own."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
POISON = Path(__file__).resolve().parent / "spark" / "poison"
SETTINGS = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.memory": "512m",
    "spark.executor.memory": "512m",
    "spark.executor.cores": "1",
    "spark.cores.max": "2",
}
_PATIENCE = 60.0


@dataclass
class Cluster:
    """The processes of a cluster."""

    folder: Path
    master: str
    poisoned: bool = False
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self, *call: str) -> None:
        """Start a part of it."""
        import pyspark

        home = Path(pyspark.__file__).parent
        path = os.pathsep.join([*([str(POISON)] if self.poisoned else []), str(ROOT)])
        own = {"SPARK_HOME": str(home), "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_DAEMON_MEMORY": "256m"}
        env = {**os.environ, **own, "PYTHONPATH": path}
        with (self.folder / f"{len(self.processes)}.log").open("wb") as log:
            self.processes.append(
                subprocess.Popen(
                    [str(home / "bin" / "spark-class"), *call],
                    env=env,
                    stdout=log,
                    stderr=log,
                    process_group=0,
                )
            )

    def worker(self) -> None:
        """Start a worker of one core."""
        work = str(self.folder / f"work{len(self.processes)}")
        self.start(
            "org.apache.spark.deploy.worker.Worker",
            *("--cores", "1", "--memory", "900m", "--host", "127.0.0.1", "--webui-port", "0"),
            *("--work-dir", work, self.master),
        )

    def kill(self, number: int) -> None:
        """Kill a part with all it has started, as if its machine had lost its power."""
        process = self.processes[number]
        for pid in [*descendants(process.pid), process.pid]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        process.wait()

    def stop(self) -> None:
        """Kill all of it."""
        for number in range(len(self.processes)):
            self.kill(number)

    def build(self, out: Path, *arguments: str) -> subprocess.Popen[str]:
        """``kg build`` on it, begun."""
        settings = [x for name, value in SETTINGS.items() for x in ("--spark", f"{name}={value}")]
        call = [sys.executable, "-m", "kg", "build", *arguments, "-o", str(out), "-q"]
        call += ["--engine", "spark", "--master", self.master, *settings]
        env = {**os.environ, "PYTHONPATH": str(ROOT), "SPARK_LOCAL_IP": "127.0.0.1"}
        return subprocess.Popen(call, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def descendants(pid: int) -> list[int]:
    """The processes that a process has started, and those that they have."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                told = (entry / "stat").read_text().rpartition(")")[2].split()
                parents.setdefault(int(told[1]), []).append(int(entry.name))
    found, waiting = [], [pid]
    while waiting:
        more = parents.get(waiting.pop(), [])
        found += more
        waiting += more
    return found


def local(out: Path, *arguments: str) -> None:
    """The same build on this machine."""
    call = [sys.executable, "-m", "kg", "build", *arguments, "-o", str(out), "-q"]
    subprocess.run(call, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=True)


def contents(out: Path) -> dict[str, bytes]:
    """What a build wrote."""
    return {p.name: p.read_bytes() for p in out.iterdir() if p.is_file() and p.name != ".lock"}


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        port: int = line.getsockname()[1]
        return port


def started(folder: Path, workers: int = 2, *, poisoned: bool = False) -> Cluster:
    """A cluster whose master answers."""
    if find_spec("pyspark") is None or not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        pytest.skip("no PySpark or no Java here")
    port = free_port()
    cluster = Cluster(folder, f"spark://127.0.0.1:{port}", poisoned)
    cluster.start(
        "org.apache.spark.deploy.master.Master",
        *("--host", "127.0.0.1", "--port", str(port), "--webui-port", "0"),
    )
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            break
        time.sleep(0.2)
    for _ in range(workers):
        cluster.worker()
    return cluster
