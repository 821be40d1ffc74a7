"""The whole programme on one screen: what is loaded once, what is done to a text, what is made of all texts.

    files -> read -> Document -> segment -> recognise -> ground -> relate -> Reading      one document at a time
    Readings -> resolve -> Graph -> write -> graph.ttl, graph.html, claims.jsonl, …       the whole corpus
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg import ontology_dir
from kg.gazetteer import Gazetteer
from kg.lexicon import Lexicon
from kg.model import Document
from kg.normalise.ground import ground
from kg.reading import Reading
from kg.recognise import Recogniser
from kg.relate import relate
from kg.segment import segment
from kg.vocab import Vocabulary


@dataclass(frozen=True)
class Resources:
    """What is loaded once from ``ontology/``."""

    folder: Path
    lexicon: Lexicon
    gazetteer: Gazetteer
    vocabulary: Vocabulary
    recogniser: Recogniser


def load(ontology: Path | None = None) -> Resources:
    """Load and compile the ontology: words, divisions, vocabularies."""
    folder = ontology_dir.find(ontology).path
    lexicon, gazetteer = Lexicon.load(folder), Gazetteer.load(folder / "places")
    return Resources(folder, lexicon, gazetteer, Vocabulary.load(folder), Recogniser.build(lexicon, gazetteer))


def extract(document: Document, resources: Resources) -> Reading:
    """Read one document: what it names and what it claims."""
    segments = segment(document, resources.lexicon)
    context = resources.recogniser.context(document)
    lines = ground(resources.recogniser.recognise(segments.sentences, context), context)
    claims = relate(lines, context)
    return Reading(document, tuple(lines), tuple(claims), segments.noise, tuple(context.issues), tuple(context.refusals))
