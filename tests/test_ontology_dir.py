"""Which ontology folder is used, and that a wrong one is refused."""

from pathlib import Path

import pytest

from kg import ontology_dir
from kg.errors import InputError


def test_an_option_wins(tmp_path: Path) -> None:
    """A folder that holds kg.ttl is taken as given."""
    (tmp_path / "kg.ttl").touch()
    assert ontology_dir.find(tmp_path) == ontology_dir.OntologyFolder(tmp_path, "option")


def test_a_folder_without_an_ontology_is_refused(tmp_path: Path) -> None:
    """The message says which folder and why."""
    with pytest.raises(InputError, match=r"holds no kg\.ttl"):
        ontology_dir.find(tmp_path)


def test_package_before_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The copy in an installed package comes before a folder beside it; neither is an error."""
    monkeypatch.setattr(ontology_dir, "PACKAGE", tmp_path / "kg")
    with pytest.raises(InputError, match="missing"):
        ontology_dir.find()
    for folder, origin in (("ontology", "repository"), ("kg/_ontology", "package")):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "kg.ttl").touch()
        assert ontology_dir.find().origin == origin
