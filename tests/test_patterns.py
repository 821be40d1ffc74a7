"""No pattern of the programme or of the ontology can be driven beyond time that grows with the text."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections import deque
from collections.abc import Iterator
from functools import cache

import pytest
from built import resources
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kg

LENGTH = 20_000
SECONDS = 1.0
"""Time for one pattern over one text; what grows with the square would take many times as long."""
OPTIONAL = ("kg.read.formats", "kg.read.fetch", "kg.serve", "kg.spark")
"""Rooms that need packages which may not be installed."""
FROM_THE_START = ("kg.export.rdf.spell._LOCAL", "kg.spark.session._ADDRESS")
"""Patterns that are never looked for inside a text: they are held against the whole of an id or an option."""
PARTS = (
    *(
        " ",
        "a",
        "1",
        "甲",
        "<",
        "(",
        "(",
        "第",
        '"',
        "\n",
        "《",
        "、",
        ":",
        "-",
        "*",
        "一",
        "%",
        "\\",
        "\t",
        "。",
        "某",
    ),
    *(
        "1.",
        "0-",
        "a:",
        "a.",
        "a@",
        "a b",
        "2023年",
        "1月",
        "x=",
        "<!--",
        "<a ",
        "第1",
        "等3",
        "(一)",
        "“甲",
        "\\n",
        "<?xml ",
    ),
)


@cache
def patterns() -> dict[str, re.Pattern[str] | re.Pattern[bytes]]:
    """Every compiled pattern that a module holds, and every one that is a word of the ontology."""
    found: dict[str, re.Pattern[str] | re.Pattern[bytes]] = {}
    for module in pkgutil.walk_packages(kg.__path__, "kg."):
        try:
            held = vars(importlib.import_module(module.name))
        except ImportError:
            if not module.name.startswith(OPTIONAL):
                raise
            continue
        for name, value in held.items():
            for n, one in enumerate(value if isinstance(value, tuple) else (value,)):
                if isinstance(one, re.Pattern):
                    found[f"{module.name}.{name}.{n}"] = one
    for word in resources().lexicon.family("noise").values():
        found[f"noise {word.text}"] = re.compile(word.text)
    return found


def slow(text: str) -> Iterator[str]:
    """The patterns that take too long over a text, sought everywhere in it."""
    for name, pattern in patterns().items():
        subject = text.encode() if isinstance(pattern.pattern, bytes) else text
        start = time.process_time()
        if name.startswith(FROM_THE_START):
            pattern.match(subject)  # type: ignore[arg-type, call-overload]
        else:
            deque(pattern.finditer(subject), maxlen=0)  # type: ignore[arg-type, call-overload]
        if time.process_time() - start > SECONDS:
            yield name


def test_there_are_patterns_to_try() -> None:
    """The collection is no empty one."""
    assert len(patterns()) > 50


@pytest.mark.parametrize("part", PARTS)
def test_one_thing_repeated(part: str) -> None:
    """Twenty thousand characters of it, and an end that fits nothing."""
    assert list(slow((part * LENGTH)[:LENGTH] + "\x00")) == []


@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=4), st.integers(1_000, LENGTH))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_row_repeated(parts: list[str], length: int) -> None:
    """Rows of several things, of any length."""
    assert list(slow(("".join(parts) * length)[:length] + "\x00")) == []
