"""From the page back to its data: what a test reads to prove that the page says what the Turtle says."""

from __future__ import annotations

import base64
import gzip
import html
import json
import re
from typing import Any

from kg.errors import InvariantError

_BLOCK = r'<script type="application/(json|gzip)" id="{}">([^<]*)</script>'


def block(page: str, name: str) -> dict[str, Any]:
    """One data block of the page, ``kg-core`` or ``kg-detail``."""
    found = re.search(_BLOCK.format(re.escape(name)), page)
    if found is None:
        raise InvariantError(f"the page has no block {name}")
    body = found.group(2)
    if found.group(1) == "gzip":
        body = gzip.decompress(base64.b64decode(body)).decode()
    data = json.loads(body)
    if not isinstance(data, dict):
        raise InvariantError(f"block {name} is not an object")
    return data


def ids(page: str) -> dict[str, list[str]]:
    """Ids on the page: ``entities``, ``terms``, ``facts``, ``edges`` (``edge/{hash}``), in page order."""
    core = block(page, "kg-core")
    n, terms, _, _ = core["size"]
    every = core["nodes"]["id"]
    return {
        "entities": every[:n],
        "terms": every[n : n + terms],
        "facts": every[n + terms :],
        "edges": [f"edge/{h}" for h in core["edges"]["h"]],
    }


def triples(page: str) -> list[tuple[str, str, str]]:
    """The plain edges as ``(source id, predicate, target id)``."""
    core = block(page, "kg-core")
    every, names, edges = core["nodes"]["id"], core["names"], core["edges"]
    return [
        (every[s], names[p], every[t]) for s, p, t in zip(edges["s"], edges["p"], edges["t"], strict=True)
    ]


def quotes(page: str) -> list[tuple[str, int, int, str]]:
    """Every piece of evidence as ``(document id, start, end, quote)``."""
    detail = block(page, "kg-detail")
    rows = []
    for i, (doc, start, end, passage, a, b) in enumerate(detail["evidence"]):
        if passage < 0:
            quote = detail["loose"][str(i)]
        else:
            quote = detail["passages"][passage].encode("utf-16-le")[2 * a : 2 * b].decode("utf-16-le")
        rows.append((detail["docs"][doc], start, end, quote))
    return rows


def title(page: str) -> str:
    """The title as a reader sees it."""
    found = re.search(r"<title>(.*?)</title>", page, re.DOTALL)
    return html.unescape(found.group(1)) if found else ""
