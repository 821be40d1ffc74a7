"""A build folder of the sample graph, and a server on it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sample import sample_graph

from kg.export.turtle import turtle
from kg.ontology_dir import find
from kg.vocab import Vocabulary

pytest.importorskip("starlette", reason="starlette is not installed")
uvicorn = pytest.importorskip("uvicorn", reason="uvicorn is not installed")

from kg.serve import Settings, application  # noqa: E402 (only where the web packages are)


@pytest.fixture(scope="session")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build folder."""
    folder = tmp_path_factory.mktemp("served")
    text = "".join(turtle(sample_graph(), Vocabulary.load(find().path)))
    (folder / "graph.ttl").write_text(text, encoding="utf-8")
    (folder / "graph.html").write_text("<!doctype html><title>graph</title>", encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def site(out: Path) -> Iterator[str]:
    """A running server with tight limits; its address with a slash at the end."""
    settings = Settings(seconds=3.0, max_rows=5_000, workers=2)
    app = application(out, settings, hosts=["127.0.0.1"])
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}/"
    server.should_exit = True
    thread.join(timeout=10)
