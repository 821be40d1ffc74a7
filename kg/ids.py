"""How every id and IRI is minted: ASCII, stable, from the fewest parts that make a thing itself."""

from __future__ import annotations

import hashlib
import unicodedata

BASE = "https://w3id.org/cadre-kg/id/"
"""The one setting: what stands before a local id in an IRI."""
NAMESPACE = "https://w3id.org/cadre-kg/ns#"
"""Classes and properties of ``ontology/kg.ttl``."""
VOCABULARY = "https://w3id.org/cadre-kg/"
"""Local ids of vocabulary terms start with ``voc/`` and stand under this."""


def iri(local: str, base: str = BASE) -> str:
    """The full IRI of a local id: ``place/421381`` or ``voc/genre/opinion``."""
    return (VOCABULARY if local.startswith("voc/") else base) + local


def digest(*parts: object, length: int = 8) -> str:
    """Hex digest of the parts in order, after NFC; the same on every machine and run."""
    joined = "\x1f".join(unicodedata.normalize("NFC", str(p)) for p in parts)
    return hashlib.sha256(joined.encode()).hexdigest()[:length]


def mint(folder: str, *parts: object, length: int = 8) -> str:
    """A local id ``{folder}/{digest}`` for things without an official code."""
    return f"{folder}/{digest(*parts, length=length)}"
