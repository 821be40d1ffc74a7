"""Each rule of ``kg check`` is broken on purpose and found with its place."""

from pathlib import Path

import pytest

from kg import ontology_dir
from kg.check import check, code, tables

LEXICON = "text\tkind\tvalue\tnote\tsource\n"
SCHEME = "code\trank\tzh\tname\ten\tvariants\tbroader\tsource\tfrom\tto\tnote\n"


def findings(tmp_path: Path, name: str, content: str) -> list[str]:
    """What is found in one table."""
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content.encode())
    return [str(f) for f in tables.check(tmp_path)]


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        ("乙\tk\t\t\ts\n丙\tk\t\t\ts\n甲\tk\t\t\ts\n", "lexicon/a.tsv:3: not sorted"),
        ("甲\tk\t\t\ts\n甲\tk\tv\t\ts\n", "lexicon/a.tsv:3: 甲 k stands in line 2 already"),
        ("甲\tk\t\t\t\n", "lexicon/a.tsv:2: no source"),
        ("甲\tk\t\ts\n", "lexicon/a.tsv:2: 4 columns, the header has 5"),
        ("甲 \tk\t\t\ts\n", "lexicon/a.tsv:2: a cell begins or ends with a blank"),
        ("甲\tk\t\t\ts\r\n", "lexicon/a.tsv: line ends are not plain newlines"),
        ("甲\tk\t\t\ts", "lexicon/a.tsv: no newline at the end"),
    ],
)
def test_a_bad_lexicon(tmp_path: Path, rows: str, finding: str) -> None:
    """Order, doubles, sources, columns and blanks of a lexicon file."""
    assert any(f.startswith(finding) for f in findings(tmp_path, "lexicon/a.tsv", LEXICON + rows))


def test_schemes_go_by_weight(tmp_path: Path) -> None:
    """Weights are numbers, not text, and terms without weight stand last."""
    good = "".join(f"{c}\t{r}\t甲\t甲\tx\t\t\ts\t\t\t\n" for c, r in [("b", "2"), ("a", "10"), ("c", "")])
    assert not findings(tmp_path, "schemes/a.tsv", SCHEME + good)
    bad = "".join(f"{c}\t{r}\t甲\t甲\tx\t\t\ts\t\t\t\n" for c, r in [("a", "10"), ("b", "2")])
    assert "schemes/b.tsv:3: not sorted" in findings(tmp_path, "schemes/b.tsv", SCHEME + bad)[0]


def test_places_say_where_they_come_from(tmp_path: Path) -> None:
    """A table of places needs the notice beside it."""
    assert "no README.md" in findings(tmp_path, "places/a.tsv", "code\tname\n1\t甲\n")[0]


def test_chinese_words_in_code_are_found(tmp_path: Path) -> None:
    """A word is found with its line; docstrings, comments, field notes and ranges are left."""
    package = tmp_path / "kg"
    package.mkdir()
    lines = [
        '"""甲"""',
        "# 乙",
        'A = "[\u4e00-\u9fff]"',
        '"""丙"""',
        'B = "处分"',
        "def f():",
        '    """丁"""',
        '    return f"问责{B}"',
    ]
    (package / "x.py").write_text("\n".join(lines), encoding="utf-8")
    found = [str(f) for f in code.chinese(code.strings(package))]
    assert found == ["kg/x.py:5: 处分 belongs to ontology/", "kg/x.py:8: 问责 belongs to ontology/"]


def test_unused_kinds_and_unknown_terms(tmp_path: Path) -> None:
    """A kind no code asks for, by name or family, and a term no table holds."""
    ontology = ontology_dir.find().path
    copy = tmp_path / "ontology"
    for path in (*ontology.glob("*.t*"), *ontology.glob("schemes/*.tsv")):
        (copy / path.relative_to(ontology)).parent.mkdir(parents=True, exist_ok=True)
        (copy / path.relative_to(ontology)).write_bytes(path.read_bytes())
    (copy / "lexicon").mkdir()
    rows = "甲\ta.one\t\t\ts\n甲\tb.two\t\t\ts\n甲\tc.three\t\t\ts\n"
    (copy / "lexicon" / "w.tsv").write_text(LEXICON + rows, encoding="utf-8")
    package = tmp_path / "kg"
    package.mkdir()
    (package / "x.py").write_text(
        'A = "a.one", "b", "voc/gov-sanction/warning", "voc/genre/none"\n', encoding="utf-8"
    )
    assert [str(f) for f in check(copy, package)] == [
        "lexicon/w.tsv: 1 words of kind c.three, which nothing uses",
        "kg/x.py:1: voc/genre/none stands in no table",
    ]
