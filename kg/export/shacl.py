"""Does a graph keep the rules of ``ontology/shapes.ttl``? Each broken rule is a line that says what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg import ontology_dir
from kg.errors import InputError
from kg.ids import BASE, NAMESPACE

if TYPE_CHECKING:
    from rdflib import Graph as RdfGraph
    from rdflib import Node

_SHAPES = "https://w3id.org/cadre-kg/shapes#"
_SH = "http://www.w3.org/ns/shacl#"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One rule broken at one place."""

    severity: str
    """``Violation`` (must not be published) or ``Warning`` (unusual; read the sentence)."""
    rule: str
    """Name of the shape: ``S5-decider``."""
    label: str
    node: str
    message: str
    value: str = ""

    @property
    def line(self) -> str:
        """The finding for a terminal."""
        value = f" [{self.value}]" if self.value else ""
        return f"{self.severity} {self.rule} {self.label} <{self.node}>{value}: {self.message}"


@dataclass(frozen=True, slots=True)
class Report:
    """The findings, violations first."""

    findings: tuple[Finding, ...]

    @property
    def conforms(self) -> bool:
        """Whether no rule is violated; warnings are allowed."""
        return not any(f.severity == "Violation" for f in self.findings)

    @property
    def lines(self) -> tuple[str, ...]:
        """One line a finding."""
        return tuple(f.line for f in self.findings)


def validate(source: Path | str, ontology: Path | None = None, lang: str = "en") -> Report:
    """Hold a graph against the shapes.

    Args:
        source: a build folder, a Turtle file, or Turtle text.
        ontology: folder with ``shapes.ttl``; the packaged one if not given.
        lang: language of the messages, ``en`` or ``zh``.

    Raises:
        InputError: there is no graph, or it is no Turtle.
    """
    from pyshacl import validate as pyshacl_validate
    from rdflib import Graph as RdfGraph

    shapes = RdfGraph().parse(ontology_dir.find(ontology).path / "shapes.ttl")
    data = _parse(source)
    _conforms, report, _text = pyshacl_validate(data, shacl_graph=shapes, advanced=True)
    if not isinstance(report, RdfGraph):
        raise InputError(_place(source), "cannot be validated")
    return Report(tuple(sorted(set(_findings(report, shapes, data, lang)))))


def _place(source: Path | str) -> str:
    return str(source) if isinstance(source, Path) else "Turtle text"


def _parse(source: Path | str) -> RdfGraph:
    from rdflib import Graph as RdfGraph

    text = source
    if isinstance(source, Path):
        path = source / "graph.ttl" if source.is_dir() else source
        if not path.is_file():
            raise InputError(str(source), "holds no graph.ttl; run kg build first")
        text = path.read_text(encoding="utf-8")
    try:
        return RdfGraph().parse(data=str(text), format="turtle")
    except Exception as error:
        raise InputError(_place(source), f"is no Turtle: {' '.join(str(error).split())[:120]}") from error


def _findings(report: RdfGraph, shapes: RdfGraph, data: RdfGraph, lang: str) -> Iterable[Finding]:
    from rdflib import RDF, RDFS, URIRef

    def term(name: str) -> URIRef:
        return URIRef(_SH + name)

    for result in report.subjects(RDF.type, term("ValidationResult")):
        node, value = report.value(result, term("focusNode")), report.value(result, term("value"))
        yield Finding(
            severity=str(report.value(result, term("resultSeverity"))).removeprefix(_SH),
            rule=_rule(report.value(result, term("sourceShape")), shapes),
            label=str(data.value(node, RDFS.label) or ""),
            node=str(node),
            message=_message(report.objects(result, term("resultMessage")), lang),
            value=_short(value) if value not in {None, node} else "",
        )


def _short(value: object) -> str:
    return str(value).removeprefix(BASE).removeprefix(NAMESPACE)


def _rule(shape: Node | None, shapes: RdfGraph) -> str:
    """The named shape that a shape is or belongs to."""
    while shape is not None and not str(shape).startswith(_SHAPES):
        shape = next(shapes.subjects(None, shape), None)
    return str(shape).removeprefix(_SHAPES) if shape is not None else "shape"


def _message(messages: Iterable[object], lang: str) -> str:
    by_language = {getattr(m, "language", "") or "": str(m) for m in messages}
    return by_language.get(lang) or next(iter(sorted(by_language.values())), "")
