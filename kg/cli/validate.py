"""``kg validate``: does a graph keep the rules of ontology/shapes.ttl?"""

from __future__ import annotations

import typer

from kg.cli import options, say


def validate(out: options.Build, ontology: options.Ontology = None) -> None:
    """Hold a build against the SHACL shapes: what breaks a rule, where, and what to do."""
    from kg.export import shacl

    report = shacl.validate(out, ontology)
    for line in report.lines:
        say.line(line)
    broken = sum(finding.severity == "Violation" for finding in report.findings)
    say.note(f"{broken} violations, {len(report.findings) - broken} warnings in {out}")
    if not report.conforms:
        raise typer.Exit(1)
