"""The cluster of the tests of a module."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sparking import Cluster, started


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """One master, two workers."""
    found = started(tmp_path_factory.mktemp("cluster"))
    yield found
    found.stop()
