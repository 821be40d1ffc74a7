"""An existing tool renders the ontology, every term of it."""

import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.ontology_dir import find
from kg.vocab import Vocabulary

ROOT = Path(__file__).resolve().parents[2]
VOCABULARY = Vocabulary.load(find().path)


def test_every_term_is_on_the_pages(tmp_path: Path) -> None:
    """Classes, properties and each vocabulary have their place, with Chinese labels and definitions."""
    try:
        importlib.import_module("pylode")
    except (ImportError, OSError) as error:  # releases after 3.2.2 miss a file of their own
        pytest.skip(f"pylode cannot be imported: {error}")
    command = [sys.executable, str(ROOT / "scripts" / "ontology_html.py"), str(tmp_path)]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(command, check=True, capture_output=True, timeout=120, env=env)
    index = (tmp_path / "index.html").read_text(encoding="utf-8")
    for name, term in (VOCABULARY.classes | VOCABULARY.properties).items():
        if term.iri.startswith("https://w3id.org/cadre-kg/ns#"):
            assert f"#{name}" in index
            assert term.zh in index or term.en in index
    tables = (tmp_path / "vocabularies.html").read_text(encoding="utf-8")
    for concept in VOCABULARY.concepts.values():
        assert f'id="{concept.scheme}-{concept.code}"' in tables
        assert concept.zh in tables
