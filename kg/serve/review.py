"""``/review``: the queue of a build with both sides next to each other, and decisions sent by a form.

The one place where the server writes, and only where it was started with ``--review`` on a loopback address.
A decision is taken only from a form of this page: it must carry the secret of this run, which no other site
can read, and come from this very address (OWASP, Cross-Site Request Forgery Prevention: token and origin).
"""

from __future__ import annotations

import secrets
from html import escape
from pathlib import Path
from threading import Lock
from urllib.parse import parse_qsl, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.errors import InputError
from kg.resolve.queue import Pair, Queue, keep
from kg.serve.protocol import refused

FORM = "application/x-www-form-urlencoded"
MOST = 10_000
"""Longest form read, in bytes."""
SHOWN = 20
"""Pairs on one page."""
SAFE = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self' 'unsafe-inline'; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""No script at all, no frame, no form to elsewhere; the page with its secret is kept nowhere."""
_ASSETS = Path(__file__).parent / "assets"


class Review:
    """The page of the queue and what its forms send."""

    def __init__(self, out: Path, who: str) -> None:
        self._out, self._who = out, who
        self._writing = Lock()
        self._token = secrets.token_urlsafe(32)
        self._page = (_ASSETS / "review.html").read_text(encoding="utf-8")
        self._pair = (_ASSETS / "review-pair.html").read_text(encoding="utf-8")

    async def handle(self, request: Request) -> Response:
        """Show the queue, or take a decision and show what is left."""
        if request.method != "POST":
            return await run_in_threadpool(self._shown)
        why = wrong(request)
        if why:
            return refused(403, why)
        found = b""
        async for piece in request.stream():
            found += piece
            if len(found) > MOST:
                return refused(413, f"more than {MOST} bytes")
        try:
            fields = dict(parse_qsl(found.decode(), keep_blank_values=True, errors="strict"))
        except ValueError:
            return refused(400, "the form is not UTF-8")
        if not secrets.compare_digest(fields.get("token", "").encode(), self._token.encode()):
            return refused(403, "not sent from a page of this run: open /review again")
        return await run_in_threadpool(self._one_by_one, fields)

    def _one_by_one(self, fields: dict[str, str]) -> Response:
        """Two decisions at once are taken one after the other: the file is read, then replaced."""
        with self._writing:
            return self._taken(fields)

    def _taken(self, fields: dict[str, str]) -> Response:
        """Keep a decision on a pair or a claim of this build."""
        verdict, one, other = (fields.get(name, "") for name in ("verdict", "one", "other"))
        try:
            queue = Queue(self._out)
            known = (one, other) in queue.pairs() if verdict in {"same", "different"} else one in queue.claims
            if not known:
                return refused(409, "no such question is open: it was decided, or the build has changed")
            keep(self._out, verdict, one, other, fields.get("who", "") or self._who, fields.get("why", ""))
        except InputError as error:
            return refused(400, str(error))
        return RedirectResponse("/review", status_code=303)

    def _shown(self) -> Response:
        """The first pairs of the queue."""
        try:
            queue = Queue(self._out)
            pairs = queue.pairs()
            rows = "".join(self._row(queue, pair) for pair in pairs[:SHOWN])
        except InputError as error:
            return refused(500, str(error))
        text = self._page.format(count=len(pairs), rows=rows)
        return Response(text, media_type="text/html", headers=SAFE)

    def _row(self, queue: Queue, pair: Pair) -> str:
        """One pair: both sides, and the form."""
        sides = [side(queue, end) for end in pair]
        return self._pair.format(
            first=sides[0],
            second=sides[1],
            one=escape(pair[0]),
            other=escape(pair[1]),
            who=escape(self._who),
            token=self._token,
        )


def side(queue: Queue, end: str) -> str:
    """The sentences about a person, the words of each claim marked."""
    doc, _, name = end.partition("#")
    told = "".join(
        f"<li>{escape(s.before)}<mark>{escape(s.quote)}</mark>{escape(s.after)} "
        f"<code>{escape(s.claim)}</code></li>"
        for s in queue.sentences(end)
    )
    return f'<h2 lang="zh">{escape(name)}</h2><p>{escape(doc)}</p><ul lang="zh">{told}</ul>'


def wrong(request: Request) -> str:
    """Why a request may not write, or an empty string: another site, or not a form."""
    host = request.headers.get("host", "")
    origin = request.headers.get("origin") or request.headers.get("referer", "")
    if not origin or urlsplit(origin).netloc != host:
        return "decisions are taken from pages of this server only"
    if request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return "decisions are taken from pages of this server only"
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    return "" if kind == FORM else f"a decision is a form ({FORM})"
