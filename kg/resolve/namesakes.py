"""How many namesakes to expect: whether one name in one place can be chance.

The share of people of a name is taken as the product of the shares of its surname and of the characters of
its given name (the counts of ``lexicon/surnames.tsv`` and ``given_chars.tsv``). Characters of popular names
go together more often than that, so the limit is set well below one namesake.
"""

from __future__ import annotations

from kg.lexicon import Lexicon, remembered

MILLION = 1_000_000
CADRES = 10_000
"""Public officials of one county, or of one province's own offices, at most."""
STAFF = 100
"""Officials of one body whom notices may name, at most."""
OFFICIALS = 7_000_000
"""Civil servants of the country (7.167 million at the end of 2015 by the organ in charge)."""
MANY = 10.0
"""Namesakes expected among them, from which a name in two provinces is that of two persons."""
LIMIT = 0.001
"""Namesakes expected, below which two texts of one place, or of one body, mean one person."""
FLOOR = 20.0
"""Count in a million for a character that no table holds."""
SINGLE = 0.15
"""Share of given names of one character."""


@remembered
def share(name: str, lexicon: Lexicon) -> float:
    """The share of people who bear a name."""
    rates = lexicon.surname_rates
    family = name[:2] if name[2:] and name[:2] in rates else name[:1]
    given = name[len(family) :]
    total = characters(lexicon)
    part = SINGLE if len(given) == 1 else 1 - SINGLE
    for char in given:
        part *= max(lexicon.given_rates.get(char, 0.0), FLOOR) / total
    return part * max(rates.get(family, 0.0), FLOOR) / MILLION if given else 1.0


@remembered
def characters(lexicon: Lexicon) -> float:
    """The characters of all given names counted, by the unit of the table."""
    return sum(lexicon.given_rates.values()) or MILLION


def rare(name: str, among: int, lexicon: Lexicon) -> bool:
    """Whether a second bearer of the name among so many would be a strange chance."""
    return share(name, lexicon) * among < LIMIT


def frequent(name: str, lexicon: Lexicon) -> bool:
    """Whether many officials of the country bear the name."""
    return share(name, lexicon) * OFFICIALS >= MANY
