"""A store made to fit a graph that has grown."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ids import BASE
from kg.query.adapt import NotAdaptedError, adapt

HEADER = f"# title of {{}} texts\n\n@prefix fact: <{BASE}fact/> .\n@prefix text: <{BASE}text/> .\n"
HEADER += "@prefix kg: <https://w3id.org/cadre-kg/ns#> .\n"
FILL = [f"fact:f{n} kg:of fact:g{n} ." for n in range(40)]


def file(path: Path, *blocks: str) -> Path:
    """A Turtle file of some blocks and of others that are always there."""
    path.write_text("\n".join(f"{b}\n" for b in (HEADER.format(len(blocks)), *FILL, *blocks)))
    return path


def store_of(path: Path) -> ox.Store:
    """A store that holds a file."""
    store = ox.Store()
    store.bulk_load(path=str(path), format=ox.RdfFormat.TURTLE)
    store.bulk_extend(graphs(list(store)))
    return store


def graphs(said: Iterable[ox.Quad]) -> list[ox.Quad]:
    """Every statement in the graph of its subject."""
    return [ox.Quad(q.subject, q.predicate, q.object, q.subject) for q in said]


LINES = st.lists(st.sampled_from([f"fact:{s} kg:of fact:{o} ." for s in "abc" for o in "xyz"]), max_size=8)


@given(LINES, LINES)
def test_an_adapted_store_is_the_one_made_anew(
    tmp_path_factory: pytest.TempPathFactory, before: list[str], after: list[str]
) -> None:
    """The same statements, the same graphs, none left empty; also of subjects that stand in two places."""
    folder = tmp_path_factory.mktemp("adapt")
    old, new = file(folder / "old.ttl", *before), file(folder / "new.ttl", *after)
    store, anew = store_of(old), store_of(new)
    adapt(store, old, new, graphs)
    assert set(store) == set(anew)
    assert set(store.named_graphs()) == set(anew.named_graphs())


def test_a_text_that_is_gone_needs_a_new_store(tmp_path: Path) -> None:
    """Its words would stay in the files of the store, though no question finds them."""
    old = file(tmp_path / "old.ttl", 'text:t kg:sha256 "12" .')
    for new in (file(tmp_path / "a.ttl"), file(tmp_path / "b.ttl", 'text:t kg:sha256 "34" .')):
        with pytest.raises(NotAdaptedError):
            adapt(store_of(old), old, new, graphs)


def test_other_prefixes_and_other_graphs_need_a_new_store(tmp_path: Path) -> None:
    """Where the same words mean something else, or most of them are new, nothing can be kept."""
    old, new = file(tmp_path / "old.ttl"), file(tmp_path / "new.ttl")
    new.write_text(new.read_text().replace("/id/fact/", "/id/other/"))
    with pytest.raises(NotAdaptedError):
        adapt(store_of(old), old, new, graphs)
    much = file(tmp_path / "much.ttl", *(f"fact:h{n} kg:of fact:i ." for n in range(40)))
    with pytest.raises(NotAdaptedError):
        adapt(store_of(old), old, much, graphs)
