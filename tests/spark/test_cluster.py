"""``--engine spark`` on a real cluster: the same bytes as one machine, whatever falls over in the middle."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from sparking import Cluster, contents, local, started

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "examples"
TEXT = "{0}年{1}月,望江县住建局局长甲某{2}受到政务记大过处分。宿松县纪委监委通报了赵试样的问题。"


def rows(count: int, first: int = 0) -> list[dict[str, str]]:
    """Some short notices, no two the same."""
    told = [
        TEXT.format(2010 + n % 14, n % 12 + 1, "一二三四五六七八九"[n % 9] * (n // 9 % 3))
        for n in range(count)
    ]
    return [{"id": f"n{first + n:04}", "text": text + f"第{n}号。"} for n, text in enumerate(told)]


def written(path: Path, found: list[dict[str, str]]) -> Path:
    """Notices as JSON lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in found), encoding="utf-8")
    return path


def parquet(path: Path, found: list[dict[str, str]]) -> Path:
    """Notices as a table of several row groups."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.Table.from_pylist(found), path, row_group_size=7)
    return path


def warc(path: Path) -> Path:
    """A web archive of one page."""
    page = "<html><head><title>通报</title></head><body><article>" + "".join(
        f"<p>{r['text']}</p>" for r in rows(4, 900)
    )
    body = (page + "</article></body></html>").encode()
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    about = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/t20230508_1.html\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        "WARC-Date: 2023-05-08T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(head + body)}\r\n\r\n"
    )
    path.write_bytes(about.encode() + head + body + b"\r\n\r\n")
    return path


def inputs(folder: Path) -> list[str]:
    """Every kind of input, texts that stand twice, and inputs that are none."""
    folder.mkdir()
    found = rows(40)
    bad = folder / "empty.txt"
    bad.write_text("", encoding="utf-8")
    lines = written(folder / "a.jsonl", [*found[:20], {"id": "x", "text": ""}, found[3]])
    table = parquet(folder / "b.parquet", [*found[15:], {"id": "n0001", "text": "别的文字,望江县。"}])
    return [
        str(lines),
        str(table),
        str(warc(folder / "c.warc")),
        str(EXAMPLES),
        str(bad),
        str(folder / "none"),
    ]


def done(process: subprocess.Popen[str], code: int = 0) -> str:
    """What a build said on standard error, once it has ended as it should."""
    out, error = process.communicate(timeout=500)
    assert process.returncode == code, error + out
    assert "Traceback" not in error
    return error


def test_the_same_bytes_as_one_machine(cluster: Cluster, tmp_path: Path) -> None:
    """JSON lines, Parquet, WARC, folders, repetitions, rejections: every file is that of the local engine."""
    named = inputs(tmp_path / "in")
    local(tmp_path / "local", *named, "--published", "2024-01")
    told = done(cluster.build(tmp_path / "spark", *named, "--published", "2024-01"))
    assert contents(tmp_path / "spark") == contents(tmp_path / "local")
    assert (tmp_path / "spark" / "rejected.jsonl").read_text(encoding="utf-8").count("\n") == 4
    assert "a.jsonl:22: the same text as before" in told
    assert not list((tmp_path / "spark").glob(".spark*"))


def test_a_second_build_adds_to_the_first(cluster: Cluster, tmp_path: Path) -> None:
    """What one machine built before is kept, and the graph is that of all texts."""
    first, second = (written(tmp_path / f"{n}.jsonl", rows(9, n * 9)[:9]) for n in range(2))
    local(tmp_path / "out", str(first))
    done(cluster.build(tmp_path / "out", str(second)))
    local(tmp_path / "all", str(first), str(second))
    assert contents(tmp_path / "out") == contents(tmp_path / "all")


def test_one_worker_killed_in_the_middle(tmp_path: Path) -> None:
    """A machine that loses its power while it reads costs time and no text."""
    (tmp_path / "cluster").mkdir()
    cluster = started(tmp_path / "cluster")
    try:
        folder = tmp_path / "in"
        for n in range(24):
            written(folder / f"{n:02}.jsonl", [{**r, "text": r["text"] * 30} for r in rows(6, n * 6)])
        process = cluster.build(tmp_path / "spark", str(folder))
        stage = tmp_path / "spark" / ".spark.part"
        until = time.monotonic() + 200
        while not list(stage.glob("_temporary/0/task_*")) and time.monotonic() < until:
            assert process.poll() is None, process.communicate()
            time.sleep(0.05)
        assert process.poll() is None, "the build was over before a worker could be killed"
        assert not (stage / "_SUCCESS").exists()
        cluster.kill(2)
        done(process)
    finally:
        cluster.stop()
    local(tmp_path / "local", str(folder))
    assert contents(tmp_path / "spark") == contents(tmp_path / "local")


def test_poisoned_texts_cost_themselves(tmp_path: Path) -> None:
    """A text that raises and one that ends the process are set aside with the reason; the rest is read."""
    (tmp_path / "cluster").mkdir()
    cluster = started(tmp_path / "cluster", poisoned=True)
    try:
        good = rows(12)
        bad = [{"id": "raiser", "text": "望江县炸弹。"}, {"id": "killer", "text": "望江县杀手。"}]
        source = written(tmp_path / "in.jsonl", [*good[:6], *bad, *good[6:]])
        done(cluster.build(tmp_path / "spark", str(source)))
    finally:
        cluster.stop()
    found = (tmp_path / "spark" / "rejected.jsonl").read_text(encoding="utf-8").splitlines()
    aside = {row["path"]: row["reason"] for row in map(json.loads, found)}
    raised, ended = "reading it failed: RecursionError deep", "the process that read it was ended, twice"
    assert aside == {"raiser": raised, "killer": ended}
    local(tmp_path / "local", str(written(tmp_path / "good" / "in.jsonl", good)))
    left, whole = contents(tmp_path / "spark"), contents(tmp_path / "local")
    assert left["graph.ttl"] == whole["graph.ttl"]


def test_a_full_disk_of_a_machine(cluster: Cluster, tmp_path: Path) -> None:
    """One line; no part is left, and the build of before stands."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=96k", "tmpfs", str(disk)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no disk may be mounted here")
    try:
        (disk / "graph.ttl").write_text("old", encoding="utf-8")
        source = written(
            tmp_path / "in.jsonl", [{**r, "text": r["text"] * 20 + r["id"] * 20} for r in rows(120)]
        )
        told = done(cluster.build(disk, str(source)), code=1)
        assert "no space left on device" in told
        assert told.count("\n") == 1
        assert contents(disk) == {"graph.ttl": b"old"}
        assert not list(disk.glob(".spark*"))
    finally:
        subprocess.run(["umount", str(disk)], check=True)
