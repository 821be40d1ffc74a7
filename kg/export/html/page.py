"""The page itself: shell, styles, scripts and data in one string under a strict policy."""

from __future__ import annotations

import base64
import gzip
import hashlib
import html
import json
import re
from typing import Any

from kg.export.html import bundle
from kg.export.html.assets import names, text
from kg.export.html.base import base as pyvis_base
from kg.export.html.data import build
from kg.graph.texts import name
from kg.ids import BASE
from kg.model import Graph
from kg.vocab import Vocabulary

PLAIN_UP_TO = 1_000_000
"""Bytes of JSON up to which a block stays readable; larger ones are compressed."""
TITLE = "cadre-kg"


def render(graph: Graph, vocabulary: Vocabulary, title: str = "", *, base: str = BASE) -> str:
    """The whole file. Same graph, same bytes; nothing in it points to the network."""
    graph = graph.held()
    title = title or title_for(graph)
    core, detail = build(graph, vocabulary, title, base)
    parts = pyvis_base()
    style, script = styles(), bundle.script()
    blocks = "\n".join(
        (block("kg-core", core), block("kg-detail", detail), words(), provinces(), options(parts.options))
    )
    fill = {
        "TITLE": html.escape(title),
        "POLICY": policy((parts.script, script), (style,)),
        "STYLE": style,
        "CONTAINER": parts.container,
        "DATA": blocks,
        "VIS": parts.script,
        "SCRIPT": script,
    }
    return re.sub(r"\{\{(\w+)\}\}", lambda m: fill[m.group(1)], text("shell.html"))


def title_for(graph: Graph) -> str:
    """The title of the first text that has one, else its file name; and how many more there are."""
    ordered = sorted(graph.documents, key=lambda d: (not d.title, d.source, d.id))
    first = next((t for d in ordered if (t := name(d)) != d.id), TITLE)
    more = len(graph.documents) - 1
    return f"{first} (+{more})" if more > 0 else first


def policy(run: tuple[str, ...], look: tuple[str, ...]) -> str:
    """Content-Security-Policy: only these scripts and styles by hash, images from the page itself."""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src " + " ".join(map(_hash, run)),
            "style-src " + " ".join(map(_hash, look)),
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(body: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()}'"


def block(name: str, data: Any) -> str:
    """A data element, plain where small; no text in it can end the element."""
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    if len(body) > PLAIN_UP_TO:
        packed = base64.b64encode(gzip.compress(body.encode(), 6, mtime=0)).decode()
        return f'<script type="application/gzip" id="{name}">{packed}</script>'
    safe = body.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'<script type="application/json" id="{name}">{safe}</script>'


def words() -> str:
    """Interface texts, zh and en."""
    return block("kg-words", json.loads(text("words.json")))


def provinces() -> str:
    """Tiles and names of the provinces."""
    return block("kg-provinces", json.loads(text("provinces.json")))


def options(settings: str) -> str:
    """The vis-network options pyvis wrote."""
    return block("kg-options", json.loads(settings))


def styles() -> str:
    """All style sheets in name order."""
    return "\n".join(text(f"css/{name}") for name in names("css", ".css"))
