"""The judge: pySHACL, its report made into findings."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pyshacl import validate as pyshacl_validate
from rdflib import RDFS, Node, URIRef
from rdflib import Graph as RdfGraph

from kg.errors import InvariantError
from kg.export.shacl.report import SH, SHAPES, Finding, Report, short


def validate(turtle: bytes, shapes: Path, lang: str) -> Report:
    """Hold Turtle that parses against a file of shapes."""
    rules = RdfGraph().parse(shapes)
    data = RdfGraph().parse(data=turtle, format="turtle")
    _conforms, report, _text = pyshacl_validate(data, shacl_graph=rules, advanced=True)
    if not isinstance(report, RdfGraph):
        raise InvariantError(f"the shapes cannot be used: {report}")
    return Report(tuple(sorted(set(_findings(report, rules, data, lang)))))


def _findings(report: RdfGraph, shapes: RdfGraph, data: RdfGraph, lang: str) -> Iterable[Finding]:
    def term(name: str) -> URIRef:
        return URIRef(SH + name)

    owners = {str(o): s for s, o in shapes.subject_objects(term("message"))}
    for result in report.objects(None, term("result")):
        node, value = report.value(result, term("focusNode")), report.value(result, term("value"))
        yield Finding(
            severity=str(report.value(result, term("resultSeverity"))).removeprefix(SH),
            rule=_rule(report.value(result, term("sourceShape")), shapes),
            label=min((str(name) for name in data.objects(node, RDFS.label)), default=""),
            node=str(node),
            message=_message(report.objects(result, term("resultMessage")), owners, shapes, lang),
            value=short(str(value)) if value not in {None, node} else "",
        )


def _rule(shape: Node | None, shapes: RdfGraph) -> str:
    """The named shape that a shape is or belongs to."""
    while shape is not None and not str(shape).startswith(SHAPES):
        shape = next(shapes.subjects(None, shape), None)
    return str(shape).removeprefix(SHAPES) if shape is not None else "shape"


def _message(told: Iterable[object], owners: dict[str, Node], shapes: RdfGraph, lang: str) -> str:
    """The message in the language asked for: pySHACL forgets languages, so the shape is asked again."""
    texts = sorted(str(t) for t in told)
    for text in texts:
        found = shapes.objects(owners[text], URIRef(f"{SH}message")) if text in owners else ()
        for message in found:
            if getattr(message, "language", None) == lang:
                return str(message)
    return texts[0] if texts else ""
