"""The commands as a user runs them: real processes, real files."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from kg.read.document import text_id

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "docs" / "examples"
NOTICE = "怀宁县纪委通报。2023年2月,怀宁县水利局原局长赵试样受到政务警告处分。联系:zhao@example.org"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100", "NO_COLOR": "1"}


def kg(*arguments: object, text: str = "", seed: str = "0") -> subprocess.CompletedProcess[str]:
    """Run one command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "kg", *map(str, arguments)],
        input=text,
        capture_output=True,
        encoding="utf-8",
        env={**ENVIRONMENT, "PYTHONHASHSEED": seed},
        check=False,
    )


def lines(path: Path) -> list[dict]:
    """The objects of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of the examples."""
    folder = tmp_path_factory.mktemp("examples") / "out"
    done = kg("build", EXAMPLES, "-o", folder, "--published", "2023-12")
    assert done.returncode == 0, done.stderr
    return folder


def test_help_is_quick() -> None:
    """`kg --help` answers in under 0.3 seconds, the best of three."""

    def seconds() -> float:
        start = time.perf_counter()
        assert kg("--help").returncode == 0
        return time.perf_counter() - start

    assert min(seconds() for _ in range(3)) < 0.3


def test_a_build_holds_every_file(out: Path) -> None:
    """Turtle, page and the files of evidence stand in the folder, and no half-written part."""
    names = {p.name for p in out.iterdir()}
    assert {
        "graph.ttl",
        "graph.html",
        "claims.jsonl",
        "issues.jsonl",
        "entities.jsonl",
        "edges.jsonl",
    } <= names
    assert not [n for n in names if n.endswith(".part")]


def test_the_summary_counts_what_was_built(tmp_path: Path) -> None:
    """A summary without a terminal is tab-separated: documents, entities, facts by kind, doubts by code."""
    path = tmp_path / "a.txt"
    path.write_text(NOTICE, encoding="utf-8")
    done = kg("build", path, "-o", tmp_path / "out")
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert rows[0] == ["what", "kind", "count"]
    assert ["documents", "built", "1"] in rows
    assert ["entities", "Person", "1"] in rows
    assert ["facts", "GovernmentSanction", "1"] in rows
    assert any(row[0] == "doubts" and row[1].startswith("N01 ") for row in rows)


def test_every_quote_is_cut_from_its_text(out: Path) -> None:
    """For each claim and edge, the text between the offsets is the quote."""
    texts = {text_id(t): t for t in (p.read_text(encoding="utf-8") for p in EXAMPLES.glob("*.txt"))}
    rows = [row for name in ("claims.jsonl", "edges.jsonl") for row in lines(out / name)]
    evidence = [e for row in rows for e in row["evidence"]]
    assert len(evidence) > 50
    assert [e for e in evidence if texts[e["doc"]][e["start"] : e["end"]] != e["quote"]] == []


def test_the_same_bytes_under_any_seed(tmp_path: Path) -> None:
    """Two runs with other hash seeds write the same files, byte for byte."""
    for seed in ("1", "2"):
        assert kg("build", EXAMPLES, "-o", tmp_path / seed, seed=seed).returncode == 0
    for path in sorted(p for p in (tmp_path / "1").iterdir() if p.is_file()):
        assert path.read_bytes() == (tmp_path / "2" / path.name).read_bytes(), path.name


def test_personal_data_is_in_no_output(tmp_path: Path) -> None:
    """A mail address of the text stands in none of the files, nor in the terminal's answer."""
    done = kg("build", "-", "-o", tmp_path, text=NOTICE)
    assert done.returncode == 0, done.stderr
    assert "example.org" not in done.stdout + done.stderr
    for path in (p for p in tmp_path.rglob("*") if p.is_file()):
        assert b"zhao@" not in path.read_bytes(), path.name


def test_extract_writes_one_object_a_document(tmp_path: Path) -> None:
    """Standard output and -o hold the same, and a given id is kept."""
    source = tmp_path / "in.jsonl"
    source.write_text(json.dumps({"id": "n1", "text": NOTICE, "published": "2023-03"}), encoding="utf-8")
    done = kg("extract", source)
    (row,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert row["id"] == "n1"
    assert [p["name"] for p in row["entities"]["person"]] == ["赵试样"]
    assert any(e["type"] == "sanction" and e["date"] == "2023-02" for e in row["events"])
    assert kg("extract", source, "-o", tmp_path / "f.jsonl").returncode == 0
    assert (tmp_path / "f.jsonl").read_text(encoding="utf-8") == done.stdout


def test_bad_inputs_are_one_line_each_and_the_rest_is_built(tmp_path: Path) -> None:
    """Every bad input of the batch is named once; what is good is built; the counts add up."""
    bad = {
        "empty.txt": b"",
        "binary.txt": bytes(range(256)) * 4,
        "broken.txt": "甲县".encode() + b"\xff\xfe",
        "foreign.txt": b"nothing Chinese here",
        "lines.jsonl": b'{"text": "' + "甲县通报".encode() + b'"}\n{"text": \n',
        "long.jsonl": b'{"text": "' + "甲".encode() * 17_500_000 + b'"}\n',
    }
    for name, content in bad.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text(NOTICE, encoding="utf-8")
    done = kg(
        "build",
        tmp_path,
        tmp_path / "missing",
        "-o",
        tmp_path.parent / "out",
        "--limit",
        "max-bytes=50000000",
    )
    assert done.returncode == 0, done.stderr
    said = done.stderr.strip().splitlines()
    assert len(said) == 7
    assert "Traceback" not in done.stderr
    for name in (*bad, "missing"):
        assert any(name in line for line in said), name
    assert "documents\tbuilt\t2" in done.stdout
    rejected = lines(tmp_path.parent / "out" / "rejected.jsonl")
    assert len(rejected) == 7
    assert all(row["reason"] and row["advice"] and row["stage"] for row in rejected)


def test_nothing_to_build_fails_and_leaves_earlier_outputs(tmp_path: Path) -> None:
    """When no input can be read the exit code is 1 and the graph of before stays as it was."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "graph.ttl").write_text("old", encoding="utf-8")
    done = kg("build", tmp_path / "none.txt", "-o", tmp_path / "out")
    assert done.returncode == 1
    assert done.stderr.strip().splitlines()[-1].endswith("nothing could be built")
    assert (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8") == "old"


def test_strict_fails_on_the_first_count(tmp_path: Path) -> None:
    """With --strict one bad input is enough to write nothing."""
    (tmp_path / "good.txt").write_text(NOTICE, encoding="utf-8")
    done = kg("build", tmp_path / "good.txt", tmp_path / "none", "-o", tmp_path / "out", "--strict")
    assert done.returncode == 1
    assert not (tmp_path / "out" / "graph.ttl").exists()


def test_an_unreadable_folder_is_one_line(tmp_path: Path) -> None:
    """A folder without permission is named, the rest is built; root first gives up its right to read all."""
    bound = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    if bound and not shutil.which("setpriv"):
        pytest.skip("root may read everything, and setpriv is not here")
    locked = tmp_path / "locked"
    locked.mkdir(mode=0)
    (tmp_path / "good.txt").write_text(NOTICE, encoding="utf-8")
    command = [
        *bound,
        sys.executable,
        "-m",
        "kg",
        "build",
        locked,
        tmp_path / "good.txt",
        "-o",
        tmp_path / "out",
    ]
    done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, encoding="utf-8", check=False)
    locked.chmod(0o700)
    assert done.returncode == 0, done.stderr
    assert "locked: permission denied" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("build", "x"), 2, "--out"),
        (("build", "x", "-o", "y", "--published", "soon"), 1, "--published: 'soon' is no date"),
        (("build", "x", "-o", "y", "--ontology", "none"), 1, "none: "),
        (("query", "none", "cq01"), 1, "none: holds no graph.ttl"),
        (("query", "none"), 2, "give a query"),
        (("explain", "none", "x"), 1, "run `kg build` first"),
        (("explain", "none"), 2, "give a name"),
        (("eval", "none.jsonl"), 1, "none.jsonl: cannot be read"),
        (("validate", "none"), 1, "none"),
        (("fly",), 2, "fly"),
    ],
)
def test_wrong_calls_are_one_line(tmp_path: Path, arguments: Sequence[str], code: int, message: str) -> None:
    """A wrong call says what is wrong, exits with the documented code, and shows no traceback."""
    done = subprocess.run(
        [sys.executable, "-m", "kg", *arguments],
        cwd=tmp_path,
        env=ENVIRONMENT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == code
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_query_formats(out: Path) -> None:
    """Table, CSV and JSON hold the same rows; JSON is the SPARQL results format."""
    table = kg("query", out, "cq02").stdout.splitlines()
    comma = kg("query", out, "2", "--format", "csv").stdout.splitlines()
    answer = json.loads(kg("query", out, "cq02-sanctions", "--format", "json").stdout)
    assert answer["head"]["vars"] == table[0].split("\t") == comma[0].split(",")
    assert len(answer["results"]["bindings"]) == len(table) - 1 == len(comma) - 1 > 0


def test_query_text_and_list(out: Path) -> None:
    """SPARQL text is asked as it is, a mistake is one line, and the shipped queries are listed."""
    asked = kg("query", out, "SELECT (COUNT(*) AS ?n) WHERE { ?s a kg:Person }")
    assert asked.stdout.splitlines()[0] == "n"
    assert int(asked.stdout.splitlines()[1]) > 10
    assert "does not parse" in kg("query", out, "SELECT ?x WHERE {").stderr
    assert "cq12" in kg("query", out, "--list").stdout


def test_explain_leads_to_sentence_and_rule(out: Path) -> None:
    """A name leads to its facts, the words in their sentence, the offsets and the rule."""
    done = kg("explain", out, "赵试样")
    assert done.returncode == 0, done.stderr
    assert "赵试样  Person  https://w3id.org/cadre-kg/id/person/" in done.stdout
    assert "【" in done.stdout
    assert " by relate." in done.stdout or "by relate" in done.stdout


def test_validate_says_the_graph_is_well_formed(out: Path) -> None:
    """The examples pass every shape."""
    done = kg("validate", out)
    assert done.returncode == 0, done.stdout + done.stderr


def test_check_finds_nothing() -> None:
    """The ontology and the code are in order."""
    done = kg("check")
    assert done.returncode == 0, done.stdout


def test_eval_scores_and_shows_errors() -> None:
    """The figures of the invented corpus are printed, errors first, with the rule where there is one."""
    done = kg("eval", ROOT / "tests" / "gold" / "invented.jsonl", "--errors", "3")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1].startswith("all\trole fillers\t")


def test_no_text_acts_on_the_terminal(tmp_path: Path) -> None:
    """Escape sequences and direction marks of a text are shown as codes."""
    hostile = "怀宁县纪委通报。2023年2月,怀宁县水利局局长赵试样\x1b[31m受到政务警告处分\u202e。"
    assert kg("build", "-", "-o", tmp_path, text=hostile).returncode == 0
    done = kg("explain", tmp_path, "赵试样")
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout


def test_interrupting_a_build_leaves_earlier_outputs(tmp_path: Path) -> None:
    """Ctrl-C ends with 130 and one line; the files of before are whole."""
    assert kg("build", "-", "-o", tmp_path / "out", text=NOTICE).returncode == 0
    before = {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir() if p.is_file()}
    process = subprocess.Popen(
        [sys.executable, "-m", "kg", "build", "-", "-o", str(tmp_path / "out")],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
    )
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"interrupted" in said
    assert {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir() if p.is_file()} == before


@pytest.mark.parametrize("module", ["typer._click", "typer", "kg.cli.build", "kg.cli.serve"])
def test_interrupting_while_the_command_loads(module: str) -> None:
    """Ctrl-C before the command begins ends with 130 and one line, never a traceback."""
    process = subprocess.Popen(
        [sys.executable, "-X", "importtime", "-m", "kg", "version"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
        text=True,
    )
    assert process.stderr
    for line in process.stderr:
        if line.split("|")[-1].strip() == module:
            process.send_signal(signal.SIGINT)
            break
    said = [line for line in process.stderr if not line.startswith("import time:")]
    process.stderr.close()
    assert process.wait(timeout=30) == 130
    assert len(said) == 1
    assert said[0].startswith("kg: interrupted; ")


def test_a_closed_pipe_is_no_error(out: Path) -> None:
    """Reading only the first line of an answer, as `head` does, gives no message."""
    process = subprocess.Popen(
        [sys.executable, "-m", "kg", "extract", *[str(EXAMPLES)] * 1],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
    )
    assert process.stdout
    assert process.stderr
    process.stdout.readline()
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    process.wait(timeout=60)
    assert b"Traceback" not in said
    assert b"Exception" not in said


def test_notes_for_programs_and_for_the_curious(tmp_path: Path) -> None:
    """--json-logs writes notes as JSON with their reason; --verbose names every document."""
    done = kg("--json-logs", "--verbose", "extract", "-", tmp_path / "none", text=NOTICE)
    notes = [json.loads(line) for line in done.stderr.splitlines()]
    assert [n["level"] for n in notes] == ["detail", "rejected"]
    assert notes[1]["reason"] == "no such file or folder"
