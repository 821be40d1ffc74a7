"""JSON-LD: one object a thing with short names, and the context that gives them their meaning.

The context stands in the file, so that nothing has to be fetched, and beside it as ``context.jsonld``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import pyoxigraph as ox

from kg.export.formats.quads import Files
from kg.export.formats.view import TYPE, View
from kg.export.rdf.terms import BOOLEAN, INTEGER, PREFIXES
from kg.ids import NAMESPACE, VOCABULARY
from kg.vocab import Vocabulary

_XSD = PREFIXES["xsd"]
_STRING = _XSD + "string"
_NATIVE = {INTEGER: int, BOOLEAN: lambda text: text == "true"}


def files(view: View, vocabulary: Vocabulary) -> Files:
    """``graph.jsonld`` and ``context.jsonld``."""
    context = make_context(vocabulary, view.base)
    whole = {"@context": context, "@graph": list(objects(view, context))}
    return {
        "context.jsonld": _text({"@context": context}),
        "graph.jsonld": _text(whole),
    }


def make_context(vocabulary: Vocabulary, base: str) -> dict[str, Any]:
    """Prefixes, then every property by its contract name where that name means one IRI."""
    context: dict[str, Any] = {"@version": 1.1, "@base": base, **PREFIXES, "voc": f"{VOCABULARY}voc/"}
    for name, term in sorted(vocabulary.properties.items()):
        context[name] = {"@id": term.iri}
    context |= {"label": {"@id": PREFIXES["rdfs"] + "label"}, "id": "@id", "type": "@type"}
    return context


def objects(view: View, context: dict[str, Any]) -> Iterable[dict[str, Any]]:
    """One object a subject, in the order of their IRIs."""
    names = {c["@id"]: n for n, c in context.items() if isinstance(c, dict)}
    for iri, values in view.subjects.items():
        found: dict[str, Any] = {"id": iri.removeprefix(view.base)}
        for predicate, terms in values.items():
            if predicate == TYPE:
                found["type"] = _one([_short(t.value) for t in terms])
            else:
                key = names.get(predicate) or _short(predicate)
                found[key] = _one([_value(t, view.base) for t in terms])
        yield found


def _value(term: ox.NamedNode | ox.Literal, base: str) -> Any:
    if isinstance(term, ox.NamedNode):
        return {"id": term.value.removeprefix(base)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    datatype = term.datatype.value
    if datatype == _STRING:
        return term.value
    native = _NATIVE.get(datatype)  # type: ignore[call-overload]
    if native is not None and json.dumps(native(term.value)) == term.value:
        return native(term.value)
    return {"@value": term.value, "@type": _short(datatype)}


def _short(iri: str) -> str:
    for prefix, space in (("kg", NAMESPACE), *PREFIXES.items()):
        if iri.startswith(space):
            return f"{prefix}:{iri.removeprefix(space)}"
    return iri


def _one(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
