"""Who a text is from, and what that counts: independent sources by origin, weighted by tier.

Confidence of a fact = 1 - product over its sources of (1 - weight x confidence): each source is discounted by
how far it is trusted (Shafer 1976, A Mathematical Theory of Evidence, chapter 11), and sources that agree on
one thing are combined by Dempster's rule, which for simple support is the noisy-or (Pearl 1988). Texts of one
origin, and copies of one text, are one source. Where nothing tells who published a text, nothing is taken
off: the figure then says only how well the text was read.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from kg.lexicon import Lexicon
from kg.model import Document, Ref
from kg.resolve import World

ORGAN, REPUBLISHER = "official-organ", "republisher"


def weigh(documents: Iterable[Document], world: World) -> None:
    """Note the origin and the weight of every text, and tell its tier."""
    for document in documents:
        local = f"text/{document.id}"
        origins = world.register.refs(local, "sourceOrganization")
        root = world.sources.get(document.id, document.id)
        again = root != document.id or bool(world.register.refs(local, "publisher"))
        tier = tier_of(document.url, [world.register.label(o) for o in origins], world.lexicon)
        tier = tier or (REPUBLISHER if again else "")
        if origins:
            world.origins[root] = min([*origins, *filter(None, [world.origins.get(root, "")])])
        if tier:
            world.register.tell(local, "sourceTier", Ref(f"voc/source-tier/{tier}"))
            world.weights[document.id] = float(world.lexicon.value("source.weight", tier) or 1.0)


def tier_of(url: str, names: Iterable[str], lexicon: Lexicon) -> str:
    """The tier of a text by whose site it stands on, else by whom it says it is from; empty if unknown."""
    labels = host(url).split(".")
    hosts = lexicon.kind("source.host")
    for at in range(len(labels)):
        if ".".join(labels[at:]) in hosts:
            return hosts[".".join(labels[at:])].value
    known = lexicon.kind("source.name")
    for name in sorted(names):
        if name in known:
            return known[name].value
        if name.endswith(tuple(w for w in lexicon.kind("organ.slug") if len(w) > 1)):
            return ORGAN
    return ""


def host(url: str) -> str:
    """The host of an address; empty where it is none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:  # a bracket without its fellow
        return ""
