"""Fixtures for tests that need a running server, and programs of others to ask it."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from sample import sample_graph

from kg.export.turtle import turtle
from kg.ontology_dir import find
from kg.vocab import Vocabulary

CLIENTS = Path(__file__).resolve().parent / "clients"


@pytest.fixture(scope="session")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build folder of the sample graph."""
    folder = tmp_path_factory.mktemp("served")
    text = "".join(turtle(sample_graph(), Vocabulary.load(find().path)))
    (folder / "graph.ttl").write_text(text, encoding="utf-8")
    (folder / "graph.html").write_text("<!doctype html><title>graph</title>", encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def serving() -> Callable[..., AbstractContextManager[str]]:
    """Starts a server on a folder with some settings; gives its address with a slash at the end."""
    pytest.importorskip("starlette", reason="starlette is not installed")
    uvicorn = pytest.importorskip("uvicorn", reason="uvicorn is not installed")
    from kg.serve import Settings, application

    @contextmanager
    def start(folder: Path, **settings: Any) -> Iterator[str]:
        app = application(folder, Settings(**settings), hosts=["127.0.0.1"])
        server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}/"
        server.should_exit = True
        thread.join(timeout=10)

    return start


@pytest.fixture(scope="session")
def site(
    out: Path,
    serving: Callable[..., AbstractContextManager[str]],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    """A running server with tight limits, without the editor even where one has been fetched."""
    none = tmp_path_factory.mktemp("no-editor")
    with serving(out, seconds=3.0, max_rows=5_000, workers=2, editor=none) as address:
        yield address


@pytest.fixture(scope="session")
def node(request: pytest.FixtureRequest) -> dict[str, str]:
    """The environment in which node finds the packages of package.json; installed once, then kept."""
    if shutil.which("npm") is None:
        pytest.skip("npm is not installed")
    folder = Path(str(request.config.cache.mkdir("clients")))  # type: ignore[union-attr]
    wanted = (CLIENTS / "package.json").read_text(encoding="utf-8")
    stamp = folder / "installed.json"
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != wanted:
        (folder / "package.json").write_text(wanted, encoding="utf-8")
        command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=240)
        if done.returncode:
            pytest.skip(f"npm cannot install the clients: {done.stderr.strip()[-200:]}")
        stamp.write_text(wanted, encoding="utf-8")
    return {**os.environ, "NODE_PATH": str(folder / "node_modules")}


def program(name: str, package: str) -> str:
    """The path of a program of the distribution, installed where that can be done, else a skip."""
    if shutil.which(name) is None and shutil.which("apt-get") and os.geteuid() == 0:
        for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", package]):
            subprocess.run(command, capture_output=True, check=False, timeout=200)
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} (package {package}) is not installed")
    return found
