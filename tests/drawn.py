"""Inputs as hypothesis draws them, small ones first: rows of pieces, files of every kind, requests."""

from __future__ import annotations

from asked import PATHS, QUERIES
from hostile import EXAMPLES, MAKERS, PIECES
from hypothesis import strategies as st

TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=40).map("".join)
"""Rows of pieces."""
NOTICES = st.builds(
    lambda notice, at, piece: notice[:at] + piece + notice[at:],
    st.sampled_from(EXAMPLES),
    st.integers(0, 600),
    TEXTS,
)
"""Example notices with such a row put in somewhere."""
ANY = TEXTS | NOTICES
FILES = st.one_of(
    st.tuples(st.sampled_from(["txt", "csv", "jsonl", "eml", ""]), st.binary(max_size=200)),
    st.builds(lambda kind, text: (kind, MAKERS[kind](text)), st.sampled_from(sorted(MAKERS)), ANY),
    st.builds(
        lambda kind, text, at, noise: (kind, MAKERS[kind](text)[:at] + noise + MAKERS[kind](text)[at:]),
        st.sampled_from(sorted(MAKERS)),
        TEXTS,
        st.integers(0, 2_000),
        st.binary(max_size=8),
    ),
)
HEADERS = st.sampled_from(["*/*", "text/html", "text/turtle", "text/csv;q=0.5", "x", ""]).map(
    lambda accept: [(b"host", b"127.0.0.1"), (b"accept", accept.encode())]
)
REQUESTS = st.one_of(
    st.tuples(
        st.sampled_from(["GET", "HEAD", "POST"]),
        st.builds(lambda path, rest: path + rest, st.sampled_from(PATHS), st.text(max_size=30)),
        st.binary(max_size=40),
        st.binary(max_size=40),
        HEADERS,
    ),
    st.builds(
        lambda query, at, noise, headers: (
            "POST",
            "/sparql",
            b"",
            query[:at].encode() + noise + query[at:].encode(),
            [*headers, (b"content-type", b"application/sparql-query")],
        ),
        st.sampled_from(QUERIES),
        st.integers(0, 400),
        st.binary(max_size=12) | st.sampled_from(PIECES).map(lambda p: p.encode("utf-8", "replace")),
        HEADERS,
    ),
)
STRATEGIES = {
    "segmenter": ANY,
    "whole": ANY,
    "reader": FILES,
    "folder": st.lists(FILES, min_size=1, max_size=20),
    "exports": st.lists(ANY, min_size=1, max_size=10),
    "server": REQUESTS,
}
"""What each target of ``scripts/fuzz.py`` is fed."""
