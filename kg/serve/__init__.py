"""A build folder as a SPARQL endpoint with pages for people; read-only, on this machine unless told else."""

from __future__ import annotations

from pathlib import Path

from kg.serve.app import Settings, application

__all__ = ["Settings", "application", "run"]


def run(out: Path, host: str = "127.0.0.1", port: int = 8000, settings: Settings | None = None) -> None:
    """Serve a build folder until interrupted.

    Raises:
        InputError: the folder holds no graph.
    """
    import uvicorn

    app = application(out, settings or Settings(), hosts=_hosts(host))
    uvicorn.run(app, host=host, port=port, log_level="warning")


def _hosts(host: str) -> list[str]:
    """Names the server answers to: on loopback only its own, so that no page elsewhere can borrow it."""
    loopback = ["127.0.0.1", "localhost", "[::1]"]
    return loopback if host in {"127.0.0.1", "localhost", "::1"} else ["*"]
