"""``kg remove``: take texts out of a build, and all that rested on them alone."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli import options, say


def remove(
    out: options.Build,
    texts: Annotated[list[str], typer.Argument(metavar="DOC…", help="Ids of the texts to take out.")],
    ontology: options.Ontology = None,
) -> None:
    """Take texts out of every file of OUT, with all that rested on them alone."""
    from kg import pipeline, store
    from kg.cli.publish import publish, remembering, tell
    from kg.errors import InputError
    from kg.resolve import judgements

    with store.locked(out):
        old = store.load(out)
        unknown = sorted(set(texts) - {d.id for d in old})
        if unknown:
            raise InputError(str(out), f"holds no text {', '.join(unknown)}; nothing was changed")
        resources = pipeline.load(ontology)
        left = [d for d in old if d.id not in texts]
        with remembering(out, resources) as known:
            graph = pipeline.build(left, resources, judgements.load(out), known=known)
        report = publish(graph, resources, out, slim=(out / pipeline.SLIM).exists())
    tell(report, out)
    say.note(f"{len(old) - len(left)} of {len(old)} texts taken out of {out}")
