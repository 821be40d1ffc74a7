"""The SPARQL 1.1 Protocol: what a request asks, and which status an error has.

400 malformed, 403 an update (the endpoint is read-only), 405 a method that is none of the protocol, 406 no
format suits, 413 more rows than allowed, 415 a body of another kind, 503 stopped at the time limit or busy.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.errors import QueryError
from kg.query.protocol import NotAcceptableError, Question, Reply, TooLargeError, choose
from kg.serve.worker import BusyError, TimedOutError

__all__ = ["Endpoint", "Request", "refused", "status_of"]

Ask = Callable[[Question], Reply]
FORM, QUERY, UPDATE = (
    "application/x-www-form-urlencoded",
    "application/sparql-query",
    "application/sparql-update",
)
_METHODS = "GET, HEAD, POST"
MAX_BODY = 1_000_000
"""Longest request body read, in bytes."""


def status_of(error: QueryError) -> int:
    """The status code of an error."""
    kinds: list[tuple[tuple[type[QueryError], ...], int]] = [
        ((TimedOutError, BusyError), 503),
        ((NotAcceptableError,), 406),
        ((TooLargeError,), 413),
    ]
    return next((status for types, status in kinds if isinstance(error, types)), 400)


def refused(status: int, message: str) -> Response:
    """An error as plain text, one line."""
    headers = {"Allow": _METHODS} if status == 405 else {}  # noqa: PLR2004 (the status that names methods)
    return Response(f"{message}\n", status_code=status, media_type="text/plain", headers=headers)


class _RefusedError(Exception):
    """A request that is no query."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class Endpoint:
    """``/sparql``."""

    def __init__(self, ask: Ask, describe: Callable[[str], str]) -> None:
        self._ask, self._describe = ask, describe

    async def handle(self, request: Request) -> Response:
        """Answer one request."""
        if request.method not in {"GET", "HEAD", "POST"}:
            return refused(405, "only GET and POST: the endpoint is read-only")
        try:
            pairs = await _parameters(request)
            if request.method != "POST" and not pairs:
                return self._welcome(request)
            question = _question(pairs, request.headers.get("accept", ""))
            found = await run_in_threadpool(self._ask, question)
        except _RefusedError as error:
            return refused(error.status, str(error))
        except QueryError as error:
            return refused(status_of(error), str(error))
        kind = found.media_type
        charset = "; charset=utf-8" if kind.startswith("text/") else ""
        return Response(found.body, headers={"Content-Type": f"{kind}{charset}", "Vary": "Accept"})

    def _welcome(self, request: Request) -> Response:
        """A request that asks nothing: the service description, or for a browser the query page."""
        accept = request.headers.get("accept", "")
        try:
            if choose(accept, {"text/turtle": None, "text/html": None}) == "text/html":
                return RedirectResponse("/", status_code=303)
        except NotAcceptableError as error:
            return refused(406, str(error))
        text = self._describe(str(request.base_url))
        return Response(text, media_type="text/turtle; charset=utf-8", headers={"Vary": "Accept"})


async def _parameters(request: Request) -> list[tuple[str, str]]:
    """All parameters of a request, whichever of the three ways it is made."""
    pairs = _form(_utf8(request.scope["query_string"]))
    if request.method != "POST":
        return pairs
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind == UPDATE:
        raise _RefusedError(403, "updates are refused: the endpoint is read-only")
    if kind not in {FORM, QUERY}:
        raise _RefusedError(415, f"a body is {FORM} or {QUERY}")
    body = await _body(request)
    return [*pairs, ("query", body)] if kind == QUERY else [*pairs, *_form(body)]


async def _body(request: Request) -> str:
    found = b""
    async for piece in request.stream():
        found += piece
        if len(found) > MAX_BODY:
            raise _RefusedError(413, f"more than {MAX_BODY} bytes")
    return _utf8(found)


def _utf8(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        raise _RefusedError(400, "the request is not UTF-8") from error


def _form(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict")
    except (UnicodeDecodeError, ValueError) as error:
        raise _RefusedError(400, "the request is not UTF-8") from error


def _question(pairs: list[tuple[str, str]], accept: str) -> Question:
    """The one query of a request with its dataset."""
    if any(name in {"update", "using-graph-uri", "using-named-graph-uri"} for name, _ in pairs):
        raise _RefusedError(403, "updates are refused: the endpoint is read-only")
    queries = [value for name, value in pairs if name == "query"]
    if len(queries) != 1:
        raise _RefusedError(400, "give one query" if not queries else "give one query, not several")
    return Question(
        queries[0],
        accept,
        tuple(v for n, v in pairs if n == "default-graph-uri"),
        tuple(v for n, v in pairs if n == "named-graph-uri"),
    )
