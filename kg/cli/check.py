"""``kg check``: lints the ontology and the code against it."""

from __future__ import annotations

import typer

from kg.cli import options, say


def check(ontology: options.Ontology = None) -> None:
    """Lint the ontology: sorted, unique, sourced words; unused kinds; terms the code uses."""
    from kg import ontology_dir
    from kg.check import check as find

    folder = ontology_dir.find(ontology)
    findings = list(find(folder.path, ontology_dir.PACKAGE))
    for finding in findings:
        say.line(str(finding))
    say.note(f"{len(findings)} findings in {folder.path} ({folder.origin})")
    if findings:
        raise typer.Exit(1)
