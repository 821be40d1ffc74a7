"""Write ``ontology/schemes.ttl`` from the tables: ``python scripts/build_schemes.py``."""

from pathlib import Path

from kg.export.schemes import schemes_turtle
from kg.vocab import Vocabulary

ONTOLOGY = Path(__file__).resolve().parent.parent / "ontology"


def main() -> None:
    """Write the file and say so."""
    target = ONTOLOGY / "schemes.ttl"
    target.write_text(schemes_turtle(Vocabulary.load(ONTOLOGY)), encoding="utf-8")
    print(f"wrote {target.name}")


if __name__ == "__main__":
    main()
