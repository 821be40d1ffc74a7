"""One IRI for people and machines: HTML with links, or the statements in Turtle and its like."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import escape
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from kg.errors import QueryError
from kg.ids import NAMESPACE, VOCABULARY
from kg.query.protocol import GRAPHS, Question, Reply, choose
from kg.serve.article import Article
from kg.serve.protocol import refused, status_of
from kg.vocab import Vocabulary

SAFE = {
    "Content-Security-Policy": "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
}
"""Headers of every page made here: nothing from elsewhere, no script but the site's own."""
_ILLEGAL = re.compile(r'[^\x21-\x7e]|[<>"{}|^`\\]')
"""What stands in no IRI of ours: they are minted from ASCII (``kg.ids``)."""
_HTML = "text/html"
_ABOUT = """SELECT ?way ?p ?o ?label {{
  {{ BIND("out" AS ?way) <{iri}> ?p ?o }} UNION {{ BIND("in" AS ?way) ?o ?p <{iri}> }}
  OPTIONAL {{ ?o rdfs:label|skos:prefLabel ?label FILTER(lang(?label) != "en") }}
}} ORDER BY DESC(?way) ?p ?o LIMIT 2000"""
_STATEMENTS = """CONSTRUCT {{ <{iri}> ?p ?o . ?s ?q <{iri}> }}
WHERE {{ {{ <{iri}> ?p ?o }} UNION {{ ?s ?q <{iri}> }} }}"""
_PAGE = (Path(__file__).parent / "assets" / "thing.html").read_text(encoding="utf-8")


class Things:
    """``/id/…`` and ``/voc/…``."""

    def __init__(
        self, ask: Callable[[Question], Reply], vocabulary: Vocabulary, base: str, out: Path
    ) -> None:
        self._ask, self._base, self._out = ask, base, out
        self._names = {t.iri: t.zh for t in vocabulary.properties.values()}

    async def entity(self, request: Request) -> Response:
        """A thing of the graph."""
        return await self._answer(self._base + request.path_params["path"], request)

    async def term(self, request: Request) -> Response:
        """A term of a closed vocabulary."""
        return await self._answer(f"{VOCABULARY}voc/{request.path_params['path']}", request)

    async def _answer(self, iri: str, request: Request) -> Response:
        if _ILLEGAL.search(request.path_params["path"]):
            return refused(404, "no such thing")
        try:
            if not await run_in_threadpool(self._known, iri):
                return refused(404, "no such thing")
            kind = choose(request.headers.get("accept", ""), {_HTML: None, **GRAPHS})
            if kind == _HTML:
                return await run_in_threadpool(self._page, iri)
            found = await run_in_threadpool(self._ask, Question(_STATEMENTS.format(iri=iri), kind))
        except QueryError as error:
            return refused(status_of(error), str(error))
        return Response(found.body, media_type=found.media_type, headers={"Vary": "Accept"})

    async def text(self, request: Request) -> Response:
        """A text with its mentions and the stretches that are evidence marked, and the facts they bear."""
        local = request.path_params["path"]
        iri = f"{self._base}text/{local}"
        if _ILLEGAL.search(local):
            return refused(404, "no such text")
        try:
            if not await run_in_threadpool(self._known, iri):
                return refused(404, "no such text")
            page = await run_in_threadpool(Article(self._ask, self.link, self._out).page, iri, local)
        except QueryError as error:
            return refused(status_of(error), str(error))
        return Response(page, media_type=_HTML, headers=SAFE)

    def _known(self, iri: str) -> bool:
        found = self._ask(Question(f"ASK {{ {{ <{iri}> ?p ?o }} UNION {{ ?s ?p <{iri}> }} }}"))
        return bool(json.loads(found.body)["boolean"])

    def _page(self, iri: str) -> Response:
        found = json.loads(self._ask(Question(_ABOUT.format(iri=iri))).body)["results"]["bindings"]
        rows = "".join(self._row(row) for row in found)
        title = next((r["o"]["value"] for r in found if r["p"]["value"].endswith("#label")), iri)
        text = _PAGE.format(title=escape(title), iri=escape(iri), rows=rows)
        return Response(text, media_type=_HTML, headers={"Vary": "Accept", **SAFE})

    def _row(self, row: dict[str, dict[str, str]]) -> str:
        predicate, value = row["p"]["value"], row["o"]
        name = escape(self._names.get(predicate) or re.sub(r"^.*[/#]", "", predicate))
        arrow = "←" if row["way"]["value"] == "in" else ""
        return f'<tr><th title="{escape(predicate)}">{arrow}{name}</th><td>{self._cell(value, row)}</td></tr>'

    def _cell(self, value: dict[str, str], row: dict[str, dict[str, str]]) -> str:
        text = value["value"]
        if value["type"] != "uri":
            return escape(text)
        shown = row["label"]["value"] if "label" in row else text.removeprefix(self._base)
        target = self.link(text)
        if not target.startswith(("/", "https://", "http://")):
            return escape(shown)  # no other scheme is made clickable
        return f'<a href="{escape(target)}">{escape(shown)}</a>'

    def link(self, iri: str) -> str:
        """Where an IRI can be read: on this site where it is ours, else where it says."""
        if iri.startswith(self._base):
            return f"/id/{iri.removeprefix(self._base)}"
        if iri.startswith(f"{VOCABULARY}voc/"):
            return f"/voc/{iri.removeprefix(f'{VOCABULARY}voc/')}"
        return f"/ns#{iri.removeprefix(NAMESPACE)}" if iri.startswith(NAMESPACE) else iri
