"""Collects tests/cases/*.md: each block is a test of its own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from casefile import Case, cases, differences


def pytest_collect_file(parent: pytest.Collector, file_path: Path) -> pytest.Collector | None:
    """Markdown files of tests/cases hold cases."""
    if file_path.suffix == ".md" and file_path.parent.name == "cases":
        return CaseFile.from_parent(parent, path=file_path)
    return None


class CaseFile(pytest.File):
    """A file of cases."""

    def collect(self) -> Iterator[pytest.Item]:
        """One item a block, named by line and title."""
        for case in cases(self.path):
            yield CaseItem.from_parent(self, name=f"{case.line}:{case.title}", case=case)


class CaseItem(pytest.Item):
    """One case: its text is read as `kg extract` reads it."""

    def __init__(self, *, case: Case, **options: Any) -> None:
        super().__init__(**options)
        self.case = case

    def runtest(self) -> None:
        """Compare what is read with what is expected."""
        missing = differences(self.case, extracted(self.case.text, self.case.published))
        if missing:
            raise CaseError(self.case, missing)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Say what was expected and what was read, not where the test machinery stood."""
        if isinstance(excinfo.value, CaseError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """The place in the file."""
        return self.path, self.case.line - 1, self.case.title


class CaseError(AssertionError):
    """A case that is not met."""

    def __init__(self, case: Case, missing: list[str]) -> None:
        read = extracted(case.text, case.published)
        facts = [{k: v for k, v in e.items() if k not in ("evidence", "id")} for e in read["events"]]
        lines = [case.text, "not met:", *(f"  {m}" for m in missing), "read:", *(f"  {f}" for f in facts)]
        super().__init__("\n".join([*lines, f"  entities {read['entities']}"]))


@cache
def resources() -> Any:
    """Lexicon and gazetteer, loaded once a run."""
    from kg import pipeline

    return pipeline.load()


def extracted(text: str, published: str = "") -> dict[str, Any]:
    """The record of a text, as a line of `kg extract` holds it."""
    from kg import pipeline
    from kg.export import facts
    from kg.read import Options, Raw, document

    read = document(Raw(text, "case", published=published), Options())
    return dict(facts.record(pipeline.extract(read, resources()), resources().lexicon))
