"""The routes: SPARQL protocol, descriptions, dereferenced IRIs, pages."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kg import ontology_dir, query
from kg.errors import InputError
from kg.export.formats.by_text import by_text
from kg.ids import BASE
from kg.query.pack import folder, heading
from kg.serve import describe, pages, protocol
from kg.serve.review import Review
from kg.serve.worker import Workers
from kg.vocab import Vocabulary

ASSETS = Path(__file__).resolve().parent / "assets"


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits and places of one server."""

    seconds: float = 30.0
    """Longest time a query may run."""
    max_rows: int = 100_000
    workers: int = 2
    base: str = BASE
    ontology: Path | None = None
    editor: Path | None = None
    """Folder with ``yasqe.min.js`` and ``yasqe.min.css``; without it the query page has a plain field."""
    review: str = ""
    """Name of whoever decides on ``/review``; without one there is no such page and nothing is written."""


def application(out: Path, settings: Settings, hosts: list[str]) -> Starlette:
    """The web application of a build folder; keeps a store in it where it can.

    Raises:
        InputError: the folder holds no graph.
    """
    if not query.is_current(out):
        with contextlib.suppress(InputError):  # a folder nobody may write in is served from its Turtle
            query.keep(out, by_text)
    query.open_store(out)
    site = _Site(out, settings)
    app = Starlette(
        routes=site.routes(),
        lifespan=site.lifespan,
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=hosts)],
    )
    app.router.redirect_slashes = False  # guessing an address fails on a query string that is no UTF-8
    return app


class _Site:
    """What all routes share: workers, vocabulary, folders."""

    def __init__(self, out: Path, settings: Settings) -> None:
        self._out, self._settings = out, settings
        self._folder = ontology_dir.find(settings.ontology).path
        self._vocabulary = Vocabulary.load(self._folder)
        self._workers = Workers(out, settings.workers, settings.seconds, settings.max_rows)

    @contextlib.asynccontextmanager
    async def lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        """Stop the workers when the server stops."""
        yield
        self._workers.stop()

    def routes(self) -> list[Route | Mount]:
        """Every path of the site."""
        endpoint = protocol.Endpoint(self._workers.ask, describe.service)
        things = pages.Things(self._workers.ask, self._vocabulary, self._settings.base, self._out)
        return [
            Route("/", lambda _: FileResponse(ASSETS / "query.html", headers=pages.SAFE)),
            Route("/sparql", endpoint.handle, methods=["GET", "POST", "PUT", "DELETE", "PATCH"]),
            Route("/queries.json", self.pack),
            Route("/void", self.void),
            Route("/.well-known/void", lambda _: RedirectResponse("/void", status_code=302)),
            Route("/ns", self.ontology),
            Route("/graph.html", self.graph_page),
            Route("/id/{path:path}", things.entity),
            Route("/voc/{path:path}", things.term),
            Route("/text/{path:path}", things.text),
            *self._editor(),
            *self._review(),
            Mount("/assets", StaticFiles(directory=ASSETS)),
        ]

    def _editor(self) -> list[Mount]:
        """The folder of the editor, where there is one."""
        folder = self._settings.editor or ASSETS / "vendor"
        return [Mount("/assets/vendor", StaticFiles(directory=folder))] if folder.is_dir() else []

    def _review(self) -> list[Route]:
        """The page of the queue, where somebody is named who decides."""
        if not self._settings.review:
            return []
        page = Review(self._out, self._settings.review)
        return [Route("/review", page.handle, methods=["GET", "POST"])]

    def pack(self, _request: object) -> Response:
        """The shipped queries with titles and comments in both languages, for the query page."""
        found = [
            {
                "name": path.stem,
                "text": path.read_text(encoding="utf-8"),
                **{f"{w}_{k}": heading(path, k, w) for w in ("title", "comment") for k in ("zh", "en")},
            }
            for path in sorted(folder(self._folder).glob("*.rq"))
        ]
        return JSONResponse(found)

    def void(self, request: protocol.Request) -> Response:
        """The dataset described in VoID."""
        text = describe.void(self._workers.ask, str(request.base_url))
        return Response(text, media_type="text/turtle; charset=utf-8")

    def ontology(self, _request: object) -> Response:
        """The ontology as it is kept."""
        return FileResponse(self._folder / "kg.ttl", media_type="text/turtle; charset=utf-8")

    def graph_page(self, _request: object) -> Response:
        """The page of the build."""
        page = self._out / "graph.html"
        return FileResponse(page) if page.is_file() else Response("there is no graph.html", status_code=404)
