"""What a validation finds."""

from __future__ import annotations

from dataclasses import dataclass

from kg.ids import BASE, NAMESPACE

SHAPES = "https://w3id.org/cadre-kg/shapes#"
"""Namespace of the shapes; the rest of a shape's IRI is the name of its rule."""
SH = "http://www.w3.org/ns/shacl#"


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


def short(iri: str) -> str:
    """An IRI of ours without what all of them begin with."""
    return iri.removeprefix(BASE).removeprefix(NAMESPACE)
