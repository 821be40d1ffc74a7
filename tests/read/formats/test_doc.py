"""Old Word files are turned by LibreOffice where it is installed; the rest of them is advice."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import time
from pathlib import Path

import pytest
from packed import word

from kg.model import Document
from kg.read import Limits, Options, Rejected, formats, read

TEXT = "怀宁县纪委通报。2023年2月,怀宁县水利局局长赵试样受到党内警告处分。"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + bytes(600)


def office() -> str:
    """LibreOffice, or a skip."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    pytest.importorskip("docx", reason="python-docx is not installed (extra office)")
    return program


def converted(folder: Path, kind: str) -> bytes:
    """An invented notice as an old Word file or RTF, written by LibreOffice itself."""
    (folder / "a.docx").write_bytes(word(TEXT))
    command = [office(), "--headless", f"-env:UserInstallation={(folder / 'p').as_uri()}"]
    command += ["--convert-to", kind, "--outdir", str(folder), str(folder / "a.docx")]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    return (folder / f"a.{kind.partition(':')[0]}").read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "mark"), [("doc", b"\xd0\xcf\x11\xe0"), ("rtf", b"{\\rtf")])
def test_an_old_word_file_is_read(tmp_path: Path, kind: str, mark: bytes) -> None:
    """Told by its content, whatever it is called; nothing of the conversion is left behind."""
    content = converted(tmp_path, kind)
    assert content.startswith(mark)
    (tmp_path / "in.bin").write_bytes(content)
    before = {p.name for p in Path(os.environ.get("TMPDIR", "/tmp")).glob("kg-doc-*")}  # noqa: S108
    (found,) = read([str(tmp_path / "in.bin")], Options())
    assert isinstance(found, Document), found
    assert found.text.strip() == TEXT
    assert {p.name for p in Path(os.environ.get("TMPDIR", "/tmp")).glob("kg-doc-*")} <= before  # noqa: S108


@pytest.mark.slow
def test_a_broken_one_is_one_line(tmp_path: Path) -> None:
    """LibreOffice says no, or makes of it what is no notice; the batch goes on."""
    office()
    (tmp_path / "a.doc").write_bytes(OLE)
    (found,) = read([str(tmp_path / "a.doc")], Options())
    assert isinstance(found, Rejected)


def test_without_it_there_is_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    """What to install, or what to save it as."""
    pytest.importorskip("docx", reason="python-docx is not installed (extra office)")
    monkeypatch.setattr(shutil, "which", lambda _: None)
    (found,) = formats.texts("doc", OLE, "a", Options())
    assert isinstance(found, Rejected)
    assert found.reason == "an old Word file; it needs LibreOffice"


def test_one_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The programme and what it started are gone when the time is over."""
    pytest.importorskip("docx", reason="python-docx is not installed (extra office)")
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\nsleep 60 & echo $! > {tmp_path}/child\nwait\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    start = time.monotonic()
    (found,) = formats.texts("doc", OLE, "a", Options(limits=Limits(max_seconds=2)))
    assert isinstance(found, Rejected)
    assert "LibreOffice took more than" in found.reason
    assert time.monotonic() - start < 20
    child = int((tmp_path / "child").read_text())
    status = Path(f"/proc/{child}/stat")
    assert not status.exists() or status.read_text().split()[2] == "Z"


def test_other_old_office_files_are_told_apart(tmp_path: Path) -> None:
    """A workbook is not handed to it."""
    (tmp_path / "a.xls").write_bytes(OLE[:8] + bytes(600))
    (found,) = read([str(tmp_path / "a.xls")], Options())
    assert isinstance(found, Rejected)
    assert "none of Word" in found.reason
