"""Readings on the disk, by what they were made from: a text already read is never read again.

``OUT/.cache/readings.db`` holds one line (``kg.kept.excerpt``) for every text of the graph, under a digest of
the text with its date and title, of the ontology and of the code that read it. Change any of them and the
line is not found. A line that was damaged is not believed: its text is read anew. While a graph is made this
is also where readings wait, so that memory does not hold them all at once.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import astuple
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from kg.errors import InputError
from kg.kept.excerpt import ForeignLineError, reading
from kg.model import Document
from kg.reading import Reading

FOLDER, FILE = ".cache", "readings.db"
READERS = ("daachorse", "opencc", "rjieba")
"""Packages whose version may change a reading."""
BATCH = 500
"""Readings a transaction: what a killed build has read so far stays read."""
_FULL = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
_CHECK = 8


@cache
def edition(ontology: Path) -> bytes:
    """A digest of everything but the text that decides what is read: code, ontology, packages, Python."""
    found = hashlib.sha256(repr(sys.version_info[:2]).encode())
    for name in READERS:
        with contextlib.suppress(PackageNotFoundError):
            found.update(f"{name} {version(name)}".encode())
    code = Path(__file__).resolve().parents[1]
    for folder, pattern in ((code, "*.py"), (ontology, "*")):
        for path in sorted(p for p in folder.rglob(pattern) if p.is_file()):
            found.update(path.relative_to(folder).as_posix().encode())
            found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.digest()


class Kept:
    """The readings of one build folder. Raises InputError where the disk is full or may not be written."""

    def __init__(self, out: Path, ontology: Path) -> None:
        """Open the file, or begin one; a file that is no such file is thrown away."""
        self.folder = out / FOLDER
        self._path, self._edition = self.folder / FILE, edition(ontology)
        self.damaged = 0
        """Lines that were not believed."""
        self.failed: dict[str, str] = {}
        """Ids of texts that others tried to read in vain, and why; they are not tried again."""
        self._waiting = 0
        self._line = self._open()

    def key(self, document: Document) -> bytes:
        """What a document's reading is found under."""
        said = "\x1f".join(map(str, astuple(document)))
        return hashlib.sha256(self._edition + said.encode()).digest()

    def __contains__(self, document: Document) -> bool:
        """Whether a document has been read, and its line is whole."""
        return self._find(self.key(document)) is not None

    def get(self, document: Document) -> Reading | None:
        """The reading of a document; none where it has not been read, or the line is broken."""
        found = self._find(self.key(document))
        if found is None:
            return None
        try:
            return reading(found, document)
        except ForeignLineError:
            self.damaged += 1
            return None

    def put(self, document: Document, line: str) -> None:
        """Keep the line of a document."""
        key, packed = self.key(document), zlib.compress(line.encode(), 1)
        with self._guarded():
            self._line.execute(
                "INSERT OR REPLACE INTO readings VALUES (?, ?)", (key, _check(key, packed) + packed)
            )
            self._waiting += 1
            if self._waiting >= BATCH:
                self.flush()

    def keep_only(self, documents: Iterable[Document]) -> None:
        """Wipe the readings of all other texts: what is taken out of a graph leaves nothing here."""
        with self._guarded():
            self._line.execute("CREATE TEMP TABLE IF NOT EXISTS wanted (key BLOB PRIMARY KEY)")
            self._line.execute("DELETE FROM wanted")
            keys = ((self.key(d),) for d in documents)
            self._line.executemany("INSERT OR IGNORE INTO wanted VALUES (?)", keys)
            self._line.execute("DELETE FROM readings WHERE key NOT IN (SELECT key FROM wanted)")
            self.flush()

    def flush(self) -> None:
        """Put what waits on the disk."""
        with self._guarded():
            self._line.commit()
            self._waiting = 0

    def close(self) -> None:
        """Put what waits on the disk and let go of the file."""
        self.flush()
        self._line.close()

    def _find(self, key: bytes) -> bytes | None:
        with self._guarded():
            row = self._line.execute("SELECT line FROM readings WHERE key = ?", (key,)).fetchone()
            if row is None:
                return None
            check, packed = row[0][:_CHECK], row[0][_CHECK:]
            if check == _check(key, packed):
                return zlib.decompress(packed)
            self.damaged += 1
        return None

    def _open(self) -> sqlite3.Connection:
        try:
            self._path.parent.mkdir(exist_ok=True, parents=True)
            return _connected(self._path)
        except sqlite3.DatabaseError as error:
            self._refuse(error)
            return self._anew()
        except OSError as error:
            raise InputError(
                str(self._path), f"cannot be written: {(error.strerror or '').lower()}"
            ) from error

    def _anew(self) -> sqlite3.Connection:
        """A file without readings in the place of a broken one."""
        self.damaged += 1
        try:
            for path in self._path.parent.glob(f"{FILE}*"):
                path.unlink()
            return _connected(self._path)
        except (OSError, sqlite3.DatabaseError) as error:
            raise InputError(str(self._path), "broken, and cannot be replaced") from error

    @contextlib.contextmanager
    def _guarded(self) -> Iterator[None]:
        """A file found broken while it is used is begun anew; a full disk ends the build."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            self._refuse(error)
            self._line.close()
            self._line = self._anew()

    def _refuse(self, error: sqlite3.DatabaseError) -> None:
        code = getattr(error, "sqlite_errorcode", 0)
        if code & 0xFF in _FULL:
            why = "no space left on device" if code & 0xFF == sqlite3.SQLITE_FULL else str(error)
            raise InputError(str(self._path), f"cannot be written: {why}") from error


def _check(key: bytes, packed: bytes) -> bytes:
    return hashlib.blake2b(key + packed, digest_size=_CHECK).digest()


def _connected(path: Path) -> sqlite3.Connection:
    """An open file with its one table; what is deleted is overwritten."""
    line = sqlite3.connect(path)
    line.execute("PRAGMA synchronous = OFF")
    line.execute("PRAGMA secure_delete = ON")
    line.execute("CREATE TABLE IF NOT EXISTS readings (key BLOB PRIMARY KEY, line BLOB NOT NULL)")
    line.commit()
    return line
