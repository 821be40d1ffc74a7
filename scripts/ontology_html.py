"""Render the ontology and its closed vocabularies as HTML: ``python scripts/ontology_html.py [FOLDER]``.

Classes and properties by pyLODE (``pip install 'pylode==3.2.2'``; later releases up to 3.4.1 cannot be
imported once installed, since they look for a file that their wheels do not carry). pyLODE shows no concepts
of a scheme, so the vocabularies become one page of tables made here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

from kg.vocab import Concept, Vocabulary

ROOT = Path(__file__).resolve().parent.parent
COLUMNS = ("code", "rank", "zh", "full name", "en", "also written", "source", "note")
HEAD = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Closed vocabularies of cadre-kg</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:80rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #ccc;padding:.3rem .5rem;
text-align:left;vertical-align:top}</style><h1>Closed vocabularies</h1>
"""


def main(folder: Path) -> None:
    """Write ``index.html`` (classes and properties) and ``vocabularies.html``."""
    from pylode import OntPub

    folder.mkdir(parents=True, exist_ok=True)
    page = OntPub(ontology=str(ROOT / "ontology" / "kg.ttl")).make_html()
    (folder / "index.html").write_text(page, encoding="utf-8")
    text = HEAD + "".join(tables(Vocabulary.load(ROOT / "ontology"))) + "</html>\n"
    (folder / "vocabularies.html").write_text(text, encoding="utf-8")
    print(f"wrote index.html and vocabularies.html to {folder}")


def tables(vocabulary: Vocabulary) -> Iterator[str]:
    """A heading, the definition and a table for each vocabulary."""
    heads = "".join(f"<th>{c}</th>" for c in COLUMNS)
    for code, scheme in sorted(vocabulary.schemes.items()):
        yield f'<h2 id="{code}">{escape(scheme.zh)} · {escape(scheme.en)}</h2>\n'
        about = (scheme.definition_zh, scheme.definition_en, scheme.source)
        yield f"<p>{escape(' '.join(about))}</p>\n"
        rows = "".join(row(c) for c in vocabulary.scheme(code))
        yield f"<table><tr>{heads}</tr>\n{rows}</table>\n"


def row(concept: Concept) -> str:
    """One concept; its id is the anchor."""
    rank = "" if concept.rank is None else str(concept.rank)
    names = (concept.zh, concept.name, concept.en, ", ".join(concept.variants))
    cells = (concept.code, rank, *names, concept.source, concept.note)
    filled = "".join(f"<td>{escape(c)}</td>" for c in cells)
    return f'<tr id="{concept.scheme}-{concept.code}">{filled}</tr>\n'


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site" / "ontology")
