"""``kg serve`` without a socket: requests go straight into the application, for fuzzing."""

from __future__ import annotations

import asyncio
import random
import tempfile
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

from built import resources
from holding import hold
from hostile import EXAMPLES, ROOT, bent, mangled

from kg import pipeline
from kg.read import Options, Raw, document

QUERIES = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "ontology" / "queries").rglob("*.rq"))]
PATHS = ("/id/", "/voc/", "/text/", "/assets/", "/void", "/ns", "/graph.html", "/queries.json", "/")
INTERNAL, LIMIT = 500, 503
"""Status of an internal error, and of the one answer above it that the server may give."""
Answer = TypeVar("Answer")
Headers = list[tuple[bytes, bytes]]
Request = tuple[str, str, bytes, bytes, Headers]
"""Method, path, query string, body and headers."""


class Server:
    """The application on a build of the examples, with a short time for each query."""

    def __init__(self, seconds: float = 1.0) -> None:
        """Build the examples and open them."""
        from kg.serve import Settings, application

        self._folder = tempfile.TemporaryDirectory()
        out = Path(self._folder.name)
        texts = [document(Raw(t, "fuzz"), Options()) for t in EXAMPLES]
        pipeline.write(pipeline.build(texts, resources()), resources(), out)
        self._app = application(out, Settings(seconds=seconds, max_rows=2_000), hosts=["127.0.0.1"])
        self._loop = asyncio.new_event_loop()
        self._thread = ThreadPoolExecutor(1)
        for _ in range(2):  # the processes start with their first question, no matter of the requests
            self.ask("GET", "/sparql", b"query=ASK%20%7B%7D", b"", [(b"host", b"127.0.0.1")])

    def ask(self, method: str, path: str, query: bytes, body: bytes, headers: Headers) -> int:
        """The status of one request; raises where it is an internal error."""
        status = self._run(self._answer(method, path, query, body, headers))
        hold(status < INTERNAL or status == LIMIT, f"status {status}")
        return status

    def close(self) -> None:
        """End the workers and take the folder away."""
        self._run(self._ended())
        self._thread.shutdown()
        self._loop.close()
        self._folder.cleanup()

    def _run(self, work: Coroutine[Any, Any, Answer]) -> Answer:
        """What a coroutine returns, run in a thread of its own: a browser's loop may hold this one."""
        return self._thread.submit(self._loop.run_until_complete, work).result()

    async def _ended(self) -> None:
        """The end of the application's life, which it is told of."""
        async with self._app.router.lifespan_context(self._app):
            pass

    async def _answer(self, method: str, path: str, query: bytes, body: bytes, headers: Headers) -> int:
        status, sent = 0, [body]

        async def receive() -> dict[str, Any]:
            if not sent:
                return {"type": "http.disconnect"}
            return {"type": "http.request", "body": sent.pop(), "more_body": False}

        async def send(message: Any) -> None:
            nonlocal status
            status = message.get("status", status)

        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "scheme": "http",
            "method": method,
            "path": path,
            "raw_path": quote(path, errors="replace").encode(),
            "root_path": "",
            "query_string": query,
            "headers": headers,
            "server": ("127.0.0.1", 8000),
            "client": ("127.0.0.1", 1),
        }
        await self._app(scope, receive, send)
        return status


def request(chance: random.Random) -> Request:
    """A request, most of them queries that were mangled."""
    text = chance.choice(QUERIES)
    text = mangled(chance, text) if chance.random() < 0.8 else text
    accept = chance.choice(("*/*", "text/html", "text/turtle", "application/sparql-results+json", text[:40]))
    host = "127.0.0.1" if chance.random() < 0.95 else text[:20]
    headers = [(b"host", host.encode("latin-1", "replace")), (b"accept", accept.encode("latin-1", "replace"))]
    coded = f"query={quote(text, errors='replace')}".encode()
    kinds = (b"application/sparql-query", b"application/sparql-update", b"text/plain")
    match chance.randrange(6):
        case 0 | 1 | 5:
            return "GET", chance.choice(PATHS) + text[: chance.randrange(60)], b"", b"", headers
        case 2:
            typed = [*headers, (b"content-type", chance.choice(kinds))]
            return "POST", "/sparql", b"", text.encode("utf-8", "replace"), typed
        case 3:
            typed = [*headers, (b"content-type", b"application/x-www-form-urlencoded")]
            return "POST", "/sparql", b"", bent(chance, coded), typed
        case _:
            method = chance.choice(("GET", "GET", "GET", "HEAD", "PUT", "DELETE"))
            return method, "/sparql", bent(chance, coded), b"", headers
