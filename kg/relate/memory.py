"""What a reader keeps in mind from one sentence to the next.

Who was last spoken of, which body acts, which posts are known, which date the talk is about.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from kg.lexicon import NONE, Lexicon
from kg.model import Time
from kg.recognise.line import Atom, Context
from kg.relate.designation import Designations
from kg.relate.post import Post


@dataclass
class Story:
    """The discourse state of one document."""

    context: Context
    persons: list[Atom] = field(default_factory=list)
    """Every person atom so far, in order."""
    topic: tuple[Atom, ...] = ()
    """The parties the last sentence was about."""
    posts: dict[str, list[Post]] = field(default_factory=dict)
    sanctioned: tuple[Atom, ...] = ()
    """Parties of the last sanction."""
    decider: tuple[Atom, ...] = ()
    """The bodies that the last sanction was decided by, while the text goes on about it."""
    signers: list[Atom] = field(default_factory=list)
    """Who signed the order that the text goes on to quote."""
    signed: Time = field(default_factory=Time)
    """The day of that order."""
    in_force: tuple[Time, int] | None = None
    """The day that a document was last said to come into force, and where that sentence ends."""
    replacing: str = ""
    """The title of that document."""
    issued: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    """Who put out each document so far, by its title: fillers of claims."""
    complained: tuple[tuple[Atom, ...], int] | None = None
    """The persons last told to have been complained of, and where that paragraph ends."""
    handling: tuple[Atom, ...] = ()
    """The bodies that the text says dealt with those it goes on to list."""
    handled_until: int = 0
    """Offset up to which the list of those may reach."""
    decided: Time | None = None
    """The date of that decision."""
    resolution: tuple[int, Atom | None, Time | None] = (-1, None, None)
    """Where the list of a body's decisions ends (中共中央决定：…), the body, and the day."""
    body: Atom | None = None
    """The body named last as one that acts."""
    assembly: Atom | None = None
    """The assembly or standing committee named last."""
    inspector: Atom | None = None
    """The inspecting body named last."""
    court: Atom | None = None
    tried: frozenset[str] = NONE
    """The persons and other bodies named in the sentence that named the court last."""
    meeting: tuple[Atom, Time | None] | None = None
    """The assembly whose sitting the text reports, and the day."""
    sitting: tuple[tuple[Atom, ...], Time | None] = ((), None)
    """The bodies whose meeting the text told of last, of whatever kind, and the day."""
    appointed: tuple[Any, Atom | None, int] | None = None
    """The appointment last told without names, the body of the appointed, and where that sentence ends."""
    acted: tuple[int, Atom | None, Time | None] = (-1, None, None)
    """Where the sentence ends, at a semicolon, that last told of a removal or appointment; by whom, when."""
    passing: int = -1
    """Where the sentence ends, at a semicolon, that last told of a document issued or adopted."""
    proposed: int = -1
    """Where the sentence ends that last told of a sanction as proposed; -1 if the last was none."""
    judged: tuple[Time, int] | None = None
    """The day of the judgment told last, and where its sentence ends."""
    counted: tuple[Any, tuple[Atom, ...], tuple[Atom, ...]] | None = None
    """The measures, parties and deciders of the last sanction, for a sentence that breaks it down."""
    told: tuple[Time, int] | None = None
    """The date of the last sanction told with one, and the offset where its words end."""
    period: tuple[Time, int] | None = None
    """The open period told last (今年以来), and where its paragraph ends."""
    date: Time | None = None
    """The date of the last act told with one, for lists that follow it."""
    dated_by: tuple[Atom, ...] = ()
    """The bodies that the sentence of that date names."""

    @property
    def lexicon(self) -> Lexicon:
        """The words."""
        return self.context.lexicon

    def see(self, found: Designations) -> None:
        """Take note of the posts of a line."""
        for person, post in found.posts:
            self.posts.setdefault(person.value.name, []).append(post)

    def topic_persons(self) -> tuple[Atom, ...]:
        """The persons the text is about."""
        return tuple(a for a in self.topic if a.kind == "person") or tuple(self.persons[-1:])
