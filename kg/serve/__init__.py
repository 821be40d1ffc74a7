"""A build folder as a SPARQL endpoint with pages for people; on this machine unless told else.

Nothing is written, but decisions on the queue where ``--review`` asks for that page.
"""

from __future__ import annotations

from pathlib import Path

from kg.serve.app import Settings, application

__all__ = ["Settings", "application", "is_loopback", "run"]


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
    return ["127.0.0.1", "localhost", "[::1]"] if is_loopback(host) else ["*"]


def is_loopback(host: str) -> bool:
    """Whether an address is reached from this machine only."""
    return host in {"127.0.0.1", "localhost", "::1"}
