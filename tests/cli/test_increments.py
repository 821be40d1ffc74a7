"""A build adds to what is there: any split, any order, the same bytes; a text taken out leaves no trace."""

from __future__ import annotations

import json
import multiprocessing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from kg import store
from kg.cli import app
from kg.errors import InputError

RUN = CliRunner()
TEXTS = {
    "a": "2023年2月,望江县住建局局长赵试样受到政务记过处分。联系电话13800000000。",
    "b": "望江县住房和城乡建设局局长赵试样2023年2月受到政务记过处分,县里召开会议通报情况。",
    "c": "2022年,宿松县纪委监委为5名受到不实举报的党员干部澄清正名。",
    "d": "2022年3月,望江县委印发《关于加强村务监督工作的实施意见》,要求建立健全容错纠错机制。",
    "e": "2023年2月,望江县住建局局长赵某某受到政务记过处分。全县已就此通报,要求举一反三。",
    "f": "2023年6月,望江县纪委经复查,决定撤销望江县住建局局长赵试样政务记过处分。",
    "g": "宿松县纪委监委按照《关于加强村务监督工作的实施意见》(望发〔2022〕7号)开展检查,约谈3人。",
}


def source(folder: Path, names: str, **changed: str) -> Path:
    """A file of some of the texts."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{names}{len(changed)}.jsonl"
    rows = [{"id": n, "text": changed.get(n, TEXTS[n]), "published": "2023-05"} for n in names]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def built(out: Path, path: Path, *options: str) -> dict[str, bytes]:
    """Build into a folder; its files."""
    done = RUN.invoke(app, ["build", str(path), "-o", str(out), "-q", *options])
    assert done.exit_code == 0, done.output
    return files(out)


def files(out: Path) -> dict[str, bytes]:
    """The files of a build; the store made from them is none of them."""
    return {p.name: p.read_bytes() for p in out.iterdir() if p.is_file() and not p.name.startswith(".")}


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations("abcdefg"), st.sets(st.integers(1, 6), max_size=3))
def test_any_order_and_split_gives_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, order: list[str], cuts: set[int]
) -> None:
    """All at once, one by one, or in batches, in any order."""
    folder = tmp_path_factory.mktemp("split")
    whole = built(folder / "whole", source(folder / "in", "abcdefg"))
    for first, last in zip([0, *sorted(cuts)], [*sorted(cuts), 7], strict=True):
        found = built(folder / "parts", source(folder / "in", "".join(order[first:last])))
    assert found == whole


def test_adding_twice_changes_nothing(tmp_path: Path) -> None:
    """The same text again is the same text."""
    once = built(tmp_path / "out", source(tmp_path, "abcd"))
    assert built(tmp_path / "out", source(tmp_path, "ab")) == once


def test_changed_text_takes_the_place_of_the_old(tmp_path: Path) -> None:
    """Nothing of the old wording is left."""
    built(tmp_path / "out", source(tmp_path, "ac"))
    changed = built(tmp_path / "out", source(tmp_path, "c", c=TEXTS["c"].replace("5名", "7名")))
    assert changed == built(tmp_path / "new", source(tmp_path, "ac", c=TEXTS["c"].replace("5名", "7名")))
    assert "5名" not in changed["claims.jsonl"].decode()


def test_removed_text_leaves_no_trace(tmp_path: Path) -> None:
    """What rested on it alone is gone from every file; the rest is as if it had never been there."""
    built(tmp_path / "out", source(tmp_path, "abcd"))
    assert RUN.invoke(app, ["remove", str(tmp_path / "out"), "a", "d"]).exit_code == 0
    assert files(tmp_path / "out") == built(tmp_path / "new", source(tmp_path, "bc"))


def test_removing_what_is_not_there_changes_nothing(tmp_path: Path) -> None:
    """One clear line, and the files stand."""
    before = built(tmp_path / "out", source(tmp_path, "ab"))
    done = RUN.invoke(app, ["remove", str(tmp_path / "out"), "a", "zz"])
    assert done.exit_code == 1
    assert isinstance(done.exception, InputError)
    assert "zz" in str(done.exception)
    assert files(tmp_path / "out") == before


def test_fresh_forgets(tmp_path: Path) -> None:
    """--fresh builds the inputs alone."""
    built(tmp_path / "out", source(tmp_path, "abcd"))
    assert built(tmp_path / "out", source(tmp_path, "c"), "--fresh") == built(
        tmp_path / "new", source(tmp_path, "c")
    )


def test_kept_texts_hold_no_personal_data_but_the_digest_of_the_original(tmp_path: Path) -> None:
    """The telephone number is blanked, and the doubt about it stays over later builds."""
    out = tmp_path / "out"
    built(out, source(tmp_path, "a"))
    found = built(out, source(tmp_path, "c"))
    assert not [name for name, content in found.items() if b"13800000000" in content]
    assert b"N01" in found["issues.jsonl"]
    (text,) = [d for d in store.load(out) if d.id == "a"]
    assert text.sha256 in found["graph.ttl"].decode()


def hold(out: Path, ready: object, done: object) -> None:
    """Hold a build folder until told to let go."""
    with store.locked(out):
        ready.set()  # type: ignore[attr-defined]
        done.wait(30)  # type: ignore[attr-defined]


def test_two_processes_do_not_write_into_one_folder(tmp_path: Path) -> None:
    """The second stops with one clear line."""
    context = multiprocessing.get_context("spawn")
    ready, done = context.Event(), context.Event()
    first = context.Process(target=hold, args=(tmp_path, ready, done))
    first.start()
    try:
        assert ready.wait(30)
        with pytest.raises(InputError, match="another process"), store.locked(tmp_path):
            pass
    finally:
        done.set()
        first.join()
    with store.locked(tmp_path):
        pass


def test_broken_store_is_one_line(tmp_path: Path) -> None:
    """The file and line are named, and what to do."""
    (tmp_path / store.NAME).write_text('{"id": 1}\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"texts.jsonl:1: broken; build anew with --fresh"):
        store.load(tmp_path)
