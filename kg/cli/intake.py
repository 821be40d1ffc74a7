"""The documents of a run, one by one, with the count of what did not become one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from kg.cli import say
from kg.model import Document
from kg.read import Known, Options, Rejected, every, once


@dataclass(slots=True)
class Intake:
    """Reads the inputs once; what was set aside is told at once and kept for ``rejected.jsonl``."""

    inputs: Sequence[str]
    options: Options
    texts: Callable[[], Iterator[Document | Rejected]] | None = None
    """Finds the texts, where that is not left to ``kg.read`` on this machine."""
    read: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    known: list[Known] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    """The texts read."""

    def documents(self, tick: Callable[[int], None] = lambda _: None) -> Iterator[Document]:
        """The documents in order; ``tick`` is told how many have been read."""
        for found in once(self.texts() if self.texts else every(self.inputs, self.options)):
            if isinstance(found, Document):
                self.read += 1
                self.ids.add(found.id)
                say.detail(
                    f"{found.source}: {len(found.text):,} characters, id {found.id}", document=found.id
                )
                tick(self.read)
                yield found
            elif isinstance(found, Rejected):
                self.reject(found)
            else:
                self.known.append(found)
                say.note(f"{found.place}: the same text as before (id {found.id}), left out")

    def set_aside(self, document: Document, reason: str) -> None:
        """A text that brought down what reads it; one of an earlier build was not counted as read."""
        self.read -= document.id in self.ids
        self.reject(Rejected(document.source or document.id, "extract", reason, "report it, with the text"))

    def reject(self, found: Rejected) -> None:
        """Tell and keep."""
        self.rejected.append(found)
        say.note(f"{found} ({found.advice})", "rejected", **found.record())

    def rejected_lines(self) -> str:
        """The content of ``rejected.jsonl``."""
        return "".join(json.dumps(r.record(), ensure_ascii=False) + "\n" for r in self.rejected)
