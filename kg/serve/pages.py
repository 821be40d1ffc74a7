"""One IRI for people and machines: HTML with links, or the statements in Turtle and its like."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from kg.errors import QueryError
from kg.ids import NAMESPACE, VOCABULARY
from kg.query.protocol import GRAPHS, Question, Reply, choose
from kg.serve.protocol import refused, status_of
from kg.serve.reading import Mark, kept, marked
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
_QUOTES = """SELECT ?start ?end ?exact ?before ?after ?fact ?label ?kind {{
  ?evidence oa:hasSource <{iri}> ; oa:hasSelector ?position , ?quote .
  ?position oa:start ?start ; oa:end ?end .
  ?quote oa:exact ?exact ; oa:prefix ?before ; oa:suffix ?after .
  ?fact kg:evidence ?evidence ; kg:stance ?stance ; rdfs:label ?label ; a/rdfs:label ?kind .
  FILTER NOT EXISTS {{ ?fact a kg:Claim }}
  FILTER(lang(?kind) = "zh")
}} ORDER BY ?start ?end ?label LIMIT 5000"""
_MENTIONS = """SELECT ?start ?end ?entity ?label {{
  ?evidence oa:hasSource <{iri}> ; oa:hasSelector ?position .
  ?position oa:start ?start ; oa:end ?end .
  ?entity kg:mention ?evidence ; rdfs:label ?label .
  FILTER(lang(?label) != "en")
}} ORDER BY ?start ?end ?label LIMIT 20000"""
_PAGE = """<!doctype html><html lang="zh"><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/assets/style.css">
<main><p><a href="/">SPARQL</a> · <a href="/graph.html">graph</a></p><h1>{title}</h1><p><code>{iri}</code></p>
{text}<table><tbody>{rows}</tbody></table></main></html>
"""


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
        iri = f"{self._base}text/{request.path_params['path']}"
        if _ILLEGAL.search(request.path_params["path"]) or not await run_in_threadpool(self._known, iri):
            return refused(404, "no such text")
        return await run_in_threadpool(self._reading, iri)

    def _rows_of(self, query: str, iri: str) -> list[dict[str, dict[str, str]]]:
        found = json.loads(self._ask(Question(query.format(iri=iri))).body)["results"]["bindings"]
        return list(found)

    def _reading(self, iri: str) -> Response:
        passages: dict[tuple[int, int], list[dict[str, dict[str, str]]]] = {}
        for row in self._rows_of(_QUOTES, iri):
            passages.setdefault((int(row["start"]["value"]), int(row["end"]["value"])), []).append(row)
        rows = "".join(self._passage(*offsets, rows) for offsets, rows in passages.items())
        local = iri.removeprefix(f"{self._base}text/")
        text = self._marked(iri, local, passages)
        page = _PAGE.format(title=escape(local), iri=escape(iri), rows=rows, text=text)
        return Response(page, media_type=_HTML, headers=SAFE)

    def _marked(self, iri: str, local: str, passages: Iterable[tuple[int, int]]) -> str:
        """The whole text, where the build keeps it; else the passages speak for themselves."""
        text = kept(self._out, local)
        if not text:
            return ""
        facts = [Mark(start, end, f"#c{start}-{end}") for start, end in passages]
        mentions = [
            Mark(
                int(row["start"]["value"]),
                int(row["end"]["value"]),
                self.link(row["entity"]["value"]),
                row["label"]["value"],
            )
            for row in self._rows_of(_MENTIONS, iri)
        ]
        return f'<article class="text" lang="zh">{marked(text, facts, mentions)}</article>'

    def _passage(self, start: int, end: int, rows: list[dict[str, dict[str, str]]]) -> str:
        exact, before, after = (escape(rows[0][n]["value"]) for n in ("exact", "before", "after"))
        facts = "".join(
            f'<li>{escape(r["kind"]["value"])} <a href="{escape(self.link(r["fact"]["value"]))}">'
            f"{escape(r['label']['value'])}</a></li>"
            for r in rows
        )
        words = f"<td>…{before}<mark>{exact}</mark>{after}…</td>"
        head = f'<th><a href="#m{start}">{start}–{end}</a></th>'
        return f'<tr id="c{start}-{end}">{head}{words}<td><ul>{facts}</ul></td></tr>'

    def _known(self, iri: str) -> bool:
        found = self._ask(Question(f"ASK {{ {{ <{iri}> ?p ?o }} UNION {{ ?s ?p <{iri}> }} }}"))
        return bool(json.loads(found.body)["boolean"])

    def _page(self, iri: str) -> Response:
        found = json.loads(self._ask(Question(_ABOUT.format(iri=iri))).body)["results"]["bindings"]
        rows = "".join(self._row(row) for row in found)
        title = next((r["o"]["value"] for r in found if r["p"]["value"].endswith("#label")), iri)
        text = _PAGE.format(title=escape(title), iri=escape(iri), rows=rows, text="")
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
        shown = row["label"]["value"] if "label" in row else text
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
