"""Addresses -> the files behind them, politely: robots.txt is kept to, a host is asked once a second at most.

Every request, the one for robots.txt and every redirection too, is checked anew (``kg.read.address``) and
goes to the address that was checked. Nothing is sent but the request itself: no cookie, referrer or login.
Sources: RFC 9309 (robots.txt), RFC 9110 (redirections, Retry-After).
"""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import threading
import time
import zlib
from dataclasses import dataclass, field
from urllib.parse import urljoin

import urllib3
from protego import Protego
from urllib3.connection import HTTPConnection, HTTPSConnection

from kg import __version__
from kg.read.address import Allowed, Place, place, public, refused
from kg.read.options import Limits
from kg.read.rejected import Rejected

AGENT = f"cadre-kg/{__version__}"
"""How a site knows us, and what its robots.txt may name."""
PAUSE, LONGEST_PAUSE = 1.0, 60.0
"""Seconds between two requests to a host; a site that wants more gets it, up to the longest."""
REDIRECTIONS, ROBOTS = 5, 500_000
"""Redirections followed; bytes of a robots.txt that are read (RFC 9309, 2.5)."""
_CONNECT, _PIECE = 10.0, 65_536
_HEADERS = {"User-Agent": AGENT, "Accept-Encoding": "identity", "Connection": "close"}
_OK, _MOVED, _GONE, _BROKEN = 200, (301, 302, 303, 307, 308), 400, 500


@dataclass(frozen=True, slots=True)
class Found:
    """What an address gave: the address it was found at, and the content."""

    url: str
    content: bytes


@dataclass(slots=True)
class Fetcher:
    """Goes to addresses for one run; keeps what the sites allow, and when each was last asked."""

    limits: Limits
    allowed: Allowed = public
    """Which numeric addresses may be connected to; only tests with a server of their own say otherwise."""
    pause: float = PAUSE
    _rules: dict[str, Protego] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)

    def fetch(self, url: str) -> Found:
        """The content of an address; raises Rejected where it may not, cannot or will not be had."""
        deadline = time.monotonic() + self.limits.max_seconds
        here = url
        for _ in range(REDIRECTIONS + 1):
            there = place(here, self.allowed, deadline - time.monotonic())
            rules = self._rules_of(there, deadline)
            if not rules.can_fetch(there.url, AGENT):
                raise refused(
                    here, "the site's robots.txt asks not to", "ask the site, or save the page yourself"
                )
            pause = min(max(rules.crawl_delay(AGENT) or 0.0, self.pause), LONGEST_PAUSE)
            status, headers, content = self._ask(there, pause, deadline, self.limits.max_bytes)
            if status in _MOVED and headers.get("location"):
                here = _next(here, headers["location"])
            elif status == _OK:
                return Found(here, content)
            else:
                later = headers.get("retry-after")
                advice = (
                    f"try again after {later[:40]} seconds" if later else "check the address in a browser"
                )
                raise refused(here, f"answered with status {status}", advice)
        raise refused(url, f"more than {REDIRECTIONS} redirections", "give the address it leads to")

    def _rules_of(self, there: Place, deadline: float) -> Protego:
        """What a site asks of robots: everything is allowed where it has none, nothing where it is broken."""
        if there.site not in self._rules:
            self._rules[there.site] = Protego.parse(self._robots(there, deadline))
        return self._rules[there.site]

    def _robots(self, there: Place, deadline: float) -> str:
        url = f"{there.site}/robots.txt"
        nothing = "User-agent: *\nDisallow: /"
        for _ in range(REDIRECTIONS + 1):
            try:
                rules = place(url, self.allowed, deadline - time.monotonic())
                status, headers, content = self._ask(rules, self.pause, deadline, ROBOTS)
                if status in _MOVED and headers.get("location"):
                    url = _next(url, headers["location"])
                    continue
            except Rejected:
                return nothing
            if status == _OK:
                return content.decode("utf-8", "replace")
            return "" if _GONE <= status < _BROKEN else nothing
        return ""

    def _ask(
        self, there: Place, pause: float, deadline: float, most: int
    ) -> tuple[int, dict[str, str], bytes]:
        """One request: status, headers in lower case, and so much of the content as may be."""
        wait = self._asked.get(there.host, 0.0) + pause - time.monotonic()
        if wait > 0:
            time.sleep(wait)
        left = deadline - time.monotonic()
        if left <= 0:
            raise self._late(there)
        line = _line(there, min(_CONNECT, left))
        watch: threading.Timer | None = None
        try:
            line.connect()
            line.sock.settimeout(left)
            watch = threading.Timer(left, _cut, [line.sock])
            watch.start()
            line.request("GET", there.target, headers=_HEADERS | {"Host": there.shown}, preload_content=False)
            answer = line.getresponse()
            with contextlib.closing(answer):
                headers = {name.lower(): value for name, value in answer.headers.items()}
                return answer.status, headers, self._content(answer, headers, there, deadline, most)
        except (urllib3.exceptions.HTTPError, http.client.HTTPException, OSError) as error:
            if time.monotonic() >= deadline:
                raise self._late(there) from error
            reason = f"cannot be reached: {type(error).__name__}"
            raise refused(there.url, reason, "try again, or save the page as a file") from error
        finally:
            if watch is not None:
                watch.cancel()
            line.close()
            self._asked[there.host] = time.monotonic()

    def _content(
        self,
        answer: urllib3.BaseHTTPResponse,
        headers: dict[str, str],
        there: Place,
        deadline: float,
        most: int,
    ) -> bytes:
        """The content in pieces, unpacked where it came packed, within the limits of size and time."""
        packed = headers.get("content-encoding", "identity").lower()
        if packed not in {"identity", "gzip", "deflate", ""}:
            raise refused(there.url, f"packed as {packed[:20]}", "save the page as a file")
        opened = zlib.decompressobj(47) if packed in {"gzip", "deflate"} else None
        found = bytearray()
        while piece := answer.read1(_PIECE, decode_content=False):
            try:
                found += opened.decompress(piece, most + 1 - len(found)) if opened else piece
            except zlib.error as error:
                raise refused(there.url, "broken while packed", "save the page as a file") from error
            if len(found) > most:
                raise refused(there.url, f"more than {most:,} bytes", "raise --limit max-bytes")
        if time.monotonic() >= deadline:
            raise self._late(there)
        if opened and not opened.eof:
            raise refused(there.url, "broken while packed", "save the page as a file")
        return bytes(found)

    def _late(self, there: Place) -> Rejected:
        reason = f"took more than {self.limits.max_seconds} seconds"
        return refused(there.url, reason, "raise --limit max-seconds")


def _next(here: str, location: str) -> str:
    """The address that a redirection names."""
    try:
        return urljoin(here, location)
    except ValueError as error:
        raise refused(here, "redirects to no address", "check the address in a browser") from error


def _line(there: Place, seconds: float) -> HTTPConnection:
    """A connection to the numeric address; the certificate is checked against the name."""
    if there.secure:
        return HTTPSConnection(
            there.address,
            there.port,
            timeout=seconds,
            server_hostname=there.host,
            assert_hostname=there.host,
            ssl_context=ssl.create_default_context(),
        )
    return HTTPConnection(there.address, there.port, timeout=seconds)


def _cut(line: socket.socket) -> None:
    """End a connection whose time is over, however slowly it goes on answering."""
    with contextlib.suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)
