"""The page of a text: its words with mentions and evidence marked, and beside them the facts they bear."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path

from kg.query.protocol import Question, Reply
from kg.serve.reading import Mark, kept, marked

_QUOTES = """SELECT ?start ?end ?exact ?before ?after ?fact ?label ?kind ?date ?stance {{
  ?evidence oa:hasSource <{iri}> ; oa:hasSelector ?position , ?quote .
  ?position oa:start ?start ; oa:end ?end .
  ?quote oa:exact ?exact ; oa:prefix ?before ; oa:suffix ?after .
  ?fact kg:evidence ?evidence ; kg:stance ?held ; rdfs:label ?label ; a/rdfs:label ?kind .
  OPTIONAL {{ ?fact kg:dateEDTF ?date }}
  OPTIONAL {{ ?held skos:prefLabel ?stance
    FILTER(lang(?stance) = "zh" && !STRENDS(STR(?held), "/asserted")) }}
  FILTER NOT EXISTS {{ ?fact a kg:Claim }}
  FILTER(lang(?kind) = "zh")
}} ORDER BY ?start ?end ?label LIMIT 5000"""
_MENTIONS = """SELECT ?start ?end ?entity ?label {{
  ?evidence oa:hasSource <{iri}> ; oa:hasSelector ?position .
  ?position oa:start ?start ; oa:end ?end .
  ?entity kg:mention ?evidence ; rdfs:label ?label .
  FILTER(lang(?label) != "en")
}} ORDER BY ?start ?end ?label LIMIT 20000"""
_TITLE = "SELECT ?label {{ <{iri}> rdfs:label ?label }} ORDER BY ?label LIMIT 1"
_PAGE = (Path(__file__).parent / "assets" / "text.html").read_text(encoding="utf-8")

Row = dict[str, str]
Passages = dict[tuple[int, int], list[Row]]


class Article:
    """Makes the page of a text from what the store says of it and, where the build keeps it, its words."""

    def __init__(self, ask: Callable[[Question], Reply], link: Callable[[str], str], out: Path) -> None:
        self._ask, self._link, self._out = ask, link, out

    def page(self, iri: str, local: str) -> str:
        """The page as HTML.

        Args:
            iri: the text.
            local: its id without the folder, by which the build keeps it.

        Raises:
            QueryError: the store gives no answer within the limits.
        """
        passages: Passages = {}
        for row in self._rows(_QUOTES, iri):
            passages.setdefault((int(row["start"]), int(row["end"])), []).append(row)
        words = kept(self._out, local)
        titles = [row["label"] for row in self._rows(_TITLE, iri)]
        return _PAGE.format(
            title=escape(next(iter(titles), local)),
            iri=escape(iri),
            about=escape(self._link(iri)),
            layout="beside" if words else "alone",
            text=self._marked(words, iri, passages) if words else "",
            passages="".join(self._passage(*at, rows, alone=not words) for at, rows in passages.items()),
        )

    def _rows(self, query: str, iri: str) -> Iterable[Row]:
        found = json.loads(self._ask(Question(query.format(iri=iri))).body)["results"]["bindings"]
        return [{name: cell["value"] for name, cell in row.items()} for row in found]

    def _marked(self, words: str, iri: str, passages: Passages) -> str:
        """The whole text with its marks."""
        facts = [Mark(start, end, f"#c{start}-{end}") for start, end in passages]
        mentions = [
            Mark(int(row["start"]), int(row["end"]), self._link(row["entity"]), row["label"])
            for row in self._rows(_MENTIONS, iri)
        ]
        return f'<article class="text" lang="zh">{marked(words, facts, mentions)}</article>'

    def _passage(self, start: int, end: int, rows: list[Row], *, alone: bool) -> str:
        """A stretch with its facts; with the words around it where the text is not there to show them."""
        exact, before, after = (escape(rows[0][name]) for name in ("exact", "before", "after"))
        words = f"…{before}<mark>{exact}</mark>{after}…" if alone else exact
        place = f"{start}–{end}" if alone else f'<a href="#m{start}">{start}–{end}</a>'
        facts = "".join(map(self._fact, rows))
        return f'<li id="c{start}-{end}"><ul>{facts}</ul><blockquote>{words} {place}</blockquote></li>\n'

    def _fact(self, row: Row) -> str:
        """Kind, name, date, and the stance of what is not asserted."""
        more = "".join(
            f' <span class="{name}">{escape(row[name])}</span>' for name in ("date", "stance") if name in row
        )
        target, label = escape(self._link(row["fact"])), escape(row["label"])
        return f'<li><strong>{escape(row["kind"])}</strong> <a href="{target}">{label}</a>{more}</li>'
