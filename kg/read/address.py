"""Addresses that may be gone to: http and https, at hosts every address of which is public.

A name is resolved once, and the connection goes to the address that was looked at: a name that answers
differently the second time (DNS rebinding) gains nothing. Which addresses are public is what the registries
of IANA say (``ipaddress``), for IPv4 and IPv6; an IPv6 address that carries one of IPv4 is judged by that.
"""

from __future__ import annotations

import ipaddress
import queue
import re
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from kg.read.rejected import Rejected

Allowed = Callable[[str], bool]
"""Whether a numeric address may be connected to."""
_CARRIERS = tuple(map(ipaddress.ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "::/96")))
"""IPv6 networks whose last 32 bits are an IPv4 address (RFC 6052, RFC 8215, RFC 4291)."""
LONGEST = 10.0
"""Seconds that the look-up of a name may take."""
_PORTS = {"http": 80, "https": 443}
_ODD = re.compile(r"[\x00-\x20\x7f\\]")


@dataclass(frozen=True, slots=True)
class Place:
    """Where one request goes: the address as written, its parts, the numeric address that was looked at."""

    url: str
    secure: bool
    host: str
    port: int
    address: str
    target: str
    """Path and query."""

    @property
    def site(self) -> str:
        """Scheme, host and port: what a robots.txt holds for."""
        return f"{'https' if self.secure else 'http'}://{self.shown}"

    @property
    def shown(self) -> str:
        """Host and port as the Host header names them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS["https" if self.secure else "http"] else f"{host}:{self.port}"


def public(address: str) -> bool:
    """Whether an address is one of the open network, and so is any that it carries."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        carried = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if carried is None and any(found in network for network in _CARRIERS):
            carried = ipaddress.IPv4Address(int(found) & 0xFFFF_FFFF)
        if carried is not None:
            return carried.is_global and not carried.is_multicast
    return found.is_global and not found.is_multicast


def place(url: str, allowed: Allowed = public, seconds: float = LONGEST) -> Place:
    """Where an address leads; raises Rejected for one that may not be gone to, or whose name is not known.

    The look-up of the name may take so many seconds, ``LONGEST`` at most.
    """
    try:
        parts = urlsplit(url)
        port = parts.port or _PORTS[parts.scheme.lower()]
        host = (parts.hostname or "").rstrip(".").encode("idna").decode("ascii")
    except (KeyError, ValueError, UnicodeError) as error:
        raise refused(url, "no address of the web", "give one with http:// or https://") from error
    if not host or parts.username or parts.password or _ODD.search(url):
        raise refused(url, "no plain address of the web", "leave out names, passwords and blanks")
    numbers = _resolved(url, host, port, min(seconds, LONGEST))
    if not all(map(allowed, numbers)):
        raise refused(url, "leads to an address that is not public", "save the page as a file")
    target = urlunsplit(("", "", _coded(parts.path) or "/", _coded(parts.query), ""))
    return Place(url, parts.scheme.lower() == "https", host, port, numbers[0], target)


def refused(url: str, reason: str, advice: str) -> Rejected:
    """An address that is set aside."""
    return Rejected(url, "open", reason, advice)


def _resolved(url: str, host: str, port: int, seconds: float) -> list[str]:
    """Every numeric address of a host.

    The system's look-up knows no time limit: it is left behind in a thread of its own when time is over.
    """
    answers: queue.SimpleQueue[list[str] | Exception] = queue.SimpleQueue()
    threading.Thread(target=_ask, args=(host, port, answers), daemon=True).start()
    try:
        found = answers.get(timeout=max(seconds, 0.0))
    except queue.Empty as error:
        reason = f"the name of the host was not found in {max(seconds, 0.0):.0f} seconds"
        raise refused(url, reason, "try again, or save the page as a file") from error
    if isinstance(found, Exception):
        raise refused(url, "the name of the host is not known", "check the address") from found
    return found


def _ask(host: str, port: int, answers: queue.SimpleQueue[list[str] | Exception]) -> None:
    """Look a name up, and answer with its addresses or with what went wrong."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        answers.put(list(dict.fromkeys(str(entry[4][0]) for entry in found)))
    except (OSError, UnicodeError) as error:
        answers.put(error)


def _coded(part: str) -> str:
    """A path or query in ASCII; what is coded already stays."""
    return "".join(
        c if c.isascii() else "".join(f"%{b:02X}" for b in c.encode("utf-8", "replace")) for c in part
    )
