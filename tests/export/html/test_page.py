"""The file as text: whole, under a strict policy, with nothing a label could break out of."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

from export.html import invented

from kg.export.html import read, render
from kg.model import Graph
from kg.vocab import Vocabulary

NASTY = '</script><script>alert(1)</script><img src=x onerror="alert(2)"><!-- & \u2028'


def test_policy_allows_only_what_is_in_the_page(small_page: str) -> None:
    """Each script that runs and each style sheet has its hash in the policy, and nothing else is allowed."""
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', small_page)
    assert policy
    assert "unsafe" not in policy[1]
    assert "default-src 'none'" in policy[1]
    bodies = re.findall(r"<script>(.*?)</script>", small_page, re.DOTALL)
    bodies += re.findall(r"<style>(.*?)</style>", small_page, re.DOTALL)
    hashes = {f"'sha256-{base64.b64encode(hashlib.sha256(b.encode()).digest()).decode()}'" for b in bodies}
    assert len(bodies) == 3
    assert hashes == set(re.findall(r"'sha256-[^']+'", policy[1]))


def test_nothing_is_loaded_from_elsewhere(small_page: str) -> None:
    """No element of the page names a file or an address to load."""
    shell = re.sub(r"<script[^>]*>.*?</script>", "", small_page, flags=re.DOTALL)
    assert not re.findall(r"<(?:link|img|iframe|script|object|embed)\b", shell)
    assert "@import" not in shell
    assert "url(" not in shell


def test_licences_are_kept(small_page: str) -> None:
    """The notices of what is embedded stand in the file."""
    assert "vis.js is dual licensed under both" in small_page
    assert "West Health Institute" in small_page


def test_labels_cannot_leave_their_block(vocabulary: Vocabulary) -> None:
    """A label with markup adds no element to the page and comes back as it was."""
    graph = invented.small()
    first = replace(graph.entities[0], label=NASTY, aliases=(NASTY,))
    page = render(replace(graph, entities=(first, *graph.entities[1:])), vocabulary, NASTY)
    assert page.count("<script") == invented_scripts(render(graph, vocabulary))
    assert "alert(1)</script>" not in page
    assert read.block(page, "kg-core")["nodes"]["label"][0] == NASTY
    assert read.title(page) == NASTY


def invented_scripts(page: str) -> int:
    """Script elements of a page whose labels are harmless."""
    return page.count("<script")


def test_empty_graph_gives_a_page(vocabulary: Vocabulary) -> None:
    """A graph of nothing is a page that says so, not an error."""
    page = render(Graph((), (), (), ()), vocabulary)
    assert read.block(page, "kg-core")["size"] == [0, 0, 0, 0]


def test_weight_of_a_small_page(small_page: str) -> None:
    """A page of an article's size stays far under two megabytes."""
    assert len(small_page.encode()) < 1_000_000
