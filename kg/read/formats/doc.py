"""Old Word files (DOC, WPS, RTF): turned into DOCX by LibreOffice where it is installed, then read as such.

LibreOffice runs without window, with a profile made for this one file in which macros and links to elsewhere
are switched off, and is ended with all it started when its time is over.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kg.read.formats import docx
from kg.read.options import Options
from kg.read.raw import Raw
from kg.read.rejected import Rejected

_SHARE = 0.8
"""Share of the time for a file after which the conversion is given up, so that it is ended in here."""
_SETTING = (
    '<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)
_SETTINGS = (
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Writer/Content/Update", "Link", "0"),
)


def texts(data: bytes, place: str, options: Options) -> Iterator[Raw | Rejected]:
    """The text of a document as one; Rejected without LibreOffice, or where it cannot open the file."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise Rejected(
            place, "open", "an old Word file; it needs LibreOffice", "install that, or save it as .docx"
        )
    with tempfile.TemporaryDirectory(prefix="kg-doc-") as folder:
        yield from docx.texts(_converted(program, data, Path(folder), place, options), place, options)


def _converted(program: str, data: bytes, folder: Path, place: str, options: Options) -> bytes:
    """The file as DOCX."""
    source, profile = folder / "in.doc", folder / "profile"
    source.write_bytes(data)
    _settle(profile)
    command = [program, "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"]
    command += [f"-env:UserInstallation={profile.as_uri()}", "--convert-to", "docx", "--outdir", str(folder)]
    if not _ended([*command, str(source)], folder, options.limits.max_seconds):
        reason = f"LibreOffice took more than {options.limits.max_seconds * _SHARE:.0f} seconds"
        raise Rejected(place, "parse", reason, "raise --limit max-seconds, or save it as .docx")
    made = folder / "in.docx"
    if not made.is_file():
        raise Rejected(place, "parse", "LibreOffice cannot open it", "open and save it again")
    return made.read_bytes()


def _settle(profile: Path) -> None:
    """A new profile with the settings."""
    items = "".join(_SETTING.format(path=p, name=n, value=v) for p, n, v in _SETTINGS)
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{items}</oor:items>",
        encoding="utf-8",
    )


def _ended(command: list[str], folder: Path, seconds: int) -> bool:
    """Whether the program came to an end in its time; it is ended with its children where it did not."""
    environment = {"HOME": str(folder), "PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8"}
    process = subprocess.Popen(
        command,
        env=environment,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(timeout=max(seconds * _SHARE, 1))
    except subprocess.TimeoutExpired:
        return False
    finally:
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    return True
