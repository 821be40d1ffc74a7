"""Addresses are gone to only when told, only in the open network, politely and within limits."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from typing import Any, ClassVar

import pytest
from packed import page, table

pytest.importorskip("urllib3", reason="urllib3 is not installed (extra network)")
pytest.importorskip("protego", reason="protego is not installed (extra network)")

from kg.model import Document
from kg.read import Limits, Options, Rejected, read
from kg.read import _Reader as Reader
from kg.read.address import place, public
from kg.read.fetch import AGENT, Fetcher
from kg.read.worker import Worker

TEXT = "怀宁县纪委通报典型问题,要求引以为戒。2023年2月,怀宁县水利局局长赵试样受到党内警告处分。" * 3


class Site(BaseHTTPRequestHandler):
    """A small site; what was asked of it is noted."""

    asked: ClassVar[list[tuple[str, dict[str, str], float]]] = []
    robots: ClassVar[tuple[int, str]] = (404, "")

    def do_GET(self) -> None:
        """Answer by path."""
        self.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}, time.monotonic()))
        status, headers, body = self.content(self.path)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        if self.path == "/drip":
            for _ in range(100):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.2)

    def content(self, path: str) -> tuple[int, dict[str, str], bytes]:  # noqa: PLR0911 (an answer a path)
        """Status, headers and body."""
        if path == "/robots.txt":
            return self.robots[0], {}, self.robots[1].encode()
        if path.startswith("/to?"):
            return 302, {"Location": path[4:]}, b""
        if path == "/circle":
            return 301, {"Location": "/circle"}, b""
        if path == "/bomb":
            return 200, {"Content-Encoding": "gzip"}, gzip.compress(b"0" * 3_000_000)
        if path == "/cut":
            return 200, {"Content-Encoding": "gzip"}, gzip.compress(TEXT.encode())[:-20]
        if path == "/busy":
            return 503, {"Retry-After": "120"}, b""
        return 200, {"Content-Type": "text/html"}, page(f"<p>{TEXT}</p>")

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    """The address of the site on loopback."""
    Site.asked.clear()
    Site.robots = (404, "")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def here(address: str) -> bool:
    """The one address that these tests may go to besides the open network."""
    return address == "127.0.0.1"


def fetcher(pause: float = 0.0, **limits: int) -> Fetcher:
    """One that may go to this machine."""
    return Fetcher(Limits(**limits), allowed=here, pause=pause)


def reason(one: Fetcher, url: str) -> str:
    """Why an address is refused."""
    with pytest.raises(Rejected) as refused:
        one.fetch(url)
    return refused.value.reason


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254"),  # noqa: S104
        *("100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255"),
        *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "2001:db8::1"),
        *(
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2002:a00:1::",
        ),
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    """Loopback, private, link-local, reserved, multicast, and IPv6 that carries such an IPv4."""
    assert not public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "2606:4700:4700::1111", "::ffff:1.1.1.1"])
def test_addresses_that_are_public(address: str) -> None:
    """The open network."""
    assert public(address)


@pytest.mark.parametrize(
    "url",
    [
        *(
            "http://127.0.0.1/",
            "http://localhost/",
            "http://[::1]/",
            "http://[::ffff:127.0.0.1]/",
            "http://0/",
        ),
        *(
            "http://2130706433/",
            "http://0x7f.1/",
            "http://127.1/",
            "http://localhost./",
            "https://127.0.0.1:8443/x",
        ),
        *(
            "ftp://1.1.1.1/",
            "file:///etc/passwd",
            "http://user:word@1.1.1.1/",
            "http://1.1.1.1:99999/",
            "http://",
        ),
        *("http://1.1.1.1\\@127.0.0.1/", "http://1.1.1.1/ x", "http://1.1.1.1/\r\nX: y", "gopher://1.1.1.1/"),
    ],
)
def test_what_is_never_gone_to(url: str) -> None:
    """However this machine, or no place of the web, is written."""
    with pytest.raises(Rejected):
        place(url)


def test_a_page_is_fetched_and_read(site: str) -> None:
    """Its text, its date, and the address it was found at; the request says who asks and nothing else."""
    reader = Reader(Options(network=True), Worker(Options()), [fetcher()])
    with reader.worker:
        (found,) = reader.named(f"{site}/to?/t20230508_1.html")
    assert not isinstance(found, Rejected), found
    assert "赵试样" in found.text
    assert (found.url, found.published) == (f"{site}/t20230508_1.html", "2023-05-08")
    sent = Site.asked[-1][1]
    assert set(sent) == {"host", "user-agent", "accept-encoding", "connection"}
    assert sent["user-agent"] == AGENT


def test_links_of_a_table_are_followed(site: str, tmp_path: Path) -> None:
    """A row without a text is fetched; without leave, it is set aside with what to do."""
    path = tmp_path / "links.csv"
    path.write_bytes(table(["id", "url"], ["n1", f"{site}/a.html"]))
    reader = Reader(Options(network=True), Worker(Options()), [fetcher()])
    with reader.worker:
        (found,) = reader.named(str(path))
    assert not isinstance(found, Rejected), found
    assert (found.id, found.url) == ("n1", f"{site}/a.html")
    (refused,) = read([str(path)], Options())
    assert isinstance(refused, Rejected)
    assert "--allow-network" in refused.advice


def test_leave_does_not_open_this_machine(site: str) -> None:
    """The option of the command goes nowhere but to the open network."""
    for url in (f"{site}/a.html", site.replace("127.0.0.1", "localhost")):
        (found,) = read([url], Options(network=True))
        assert isinstance(found, Rejected)
        assert found.reason == "leads to an address that is not public"
    assert Site.asked == []


def test_redirections_are_checked_like_any_address(site: str) -> None:
    """To a private address, another scheme or round in circles: no."""
    assert "not public" in reason(fetcher(), f"{site}/to?http://127.0.0.2/")
    assert "not public" in reason(fetcher(), f"{site}/to?http://169.254.169.254/latest/")
    assert "no address of the web" in reason(fetcher(), f"{site}/to?file:///etc/passwd")
    assert "redirections" in reason(fetcher(), f"{site}/circle")
    assert "redirects to no address" in reason(fetcher(), f"{site}/to?http://[")


def test_a_name_is_resolved_once(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that leads elsewhere the second time is gone to where it led the first time."""
    answers = ["127.0.0.1", "127.0.0.1", "127.0.0.99"]
    real = socket.getaddrinfo

    def resolve(host: str, *rest: Any, **options: Any) -> Any:
        return real(answers.pop(0) if host == "rebind.example.org" else host, *rest, **options)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    port = site.rpartition(":")[2]
    assert TEXT in fetcher().fetch(f"http://rebind.example.org:{port}/a.html").content.decode()
    assert answers == ["127.0.0.99"]
    assert Site.asked[-1][1]["host"] == f"rebind.example.org:{port}"


def test_a_name_with_one_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A public address beside it is no excuse."""
    mixed = [(2, 1, 6, "", ("1.1.1.1", 80)), (2, 1, 6, "", ("10.0.0.1", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: mixed)
    with pytest.raises(Rejected, match="not public"):
        place("http://mixed.example.org/")


def test_a_slow_look_up_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server that does not answer takes no more than the time limit, and does not keep the process."""
    over = threading.Event()

    def resolve(*_: Any, **__: Any) -> Any:
        over.wait(60)
        raise OSError("no answer")

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    start = time.monotonic()
    assert "not found in 1 seconds" in reason(fetcher(max_seconds=1), "http://slow.example.org/")
    assert 0.9 < time.monotonic() - start < 5
    assert all(thread.daemon for thread in threading.enumerate() if thread is not threading.main_thread())
    over.set()


@pytest.mark.parametrize(
    ("robots", "open_"),
    [
        ((404, ""), True),
        ((200, "User-agent: *\nDisallow: /b"), True),
        ((200, "User-agent: *\nDisallow: /*.html$"), False),
        ((200, "User-agent: cadre-kg\nDisallow: /\n\nUser-agent: *\nAllow: /"), False),
        ((500, ""), False),
    ],
)
def test_robots_are_heeded(site: str, robots: tuple[int, str], *, open_: bool) -> None:
    """As RFC 9309 says: none is leave, a broken site is not."""
    Site.robots = robots
    if open_:
        assert fetcher().fetch(f"{site}/a.html").content
    else:
        assert "robots.txt asks not to" in reason(fetcher(), f"{site}/a.html")
        assert [path for path, _, _ in Site.asked] == ["/robots.txt"]


def test_a_host_is_asked_slowly(site: str) -> None:
    """With the pause between requests, which a site may ask to be longer."""
    Site.robots = (200, "User-agent: *\nCrawl-delay: 0.6")
    one = fetcher(pause=0.3)
    for name in "ab":
        one.fetch(f"{site}/{name}")
    times = [when for _, _, when in Site.asked]
    assert [path for path, _, _ in Site.asked] == ["/robots.txt", "/a", "/b"]
    assert all(later - sooner > 0.55 for sooner, later in pairwise(times))


def test_limits_of_size_and_time(site: str) -> None:
    """A page too large, a bomb, an answer that drips for ever and a busy site are each one line."""
    assert "more than 100 bytes" in reason(fetcher(max_bytes=100), f"{site}/a.html")
    assert "more than 1,000,000 bytes" in reason(fetcher(max_bytes=1_000_000), f"{site}/bomb")
    start = time.monotonic()
    assert "took more than 2 seconds" in reason(fetcher(max_seconds=2), f"{site}/drip")
    assert time.monotonic() - start < 6
    assert "broken while packed" in reason(fetcher(), f"{site}/cut")
    with pytest.raises(Rejected) as busy:
        fetcher().fetch(f"{site}/busy")
    assert (busy.value.reason, busy.value.advice) == (
        "answered with status 503",
        "try again after 120 seconds",
    )


def test_a_closed_port_is_one_line() -> None:
    """Nobody there."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    # the robots.txt of a site that cannot be reached forbids everything
    assert "robots.txt" in reason(fetcher(), f"http://127.0.0.1:{port}/")


def test_an_address_that_is_a_document_of_its_own(site: str) -> None:
    """What is fetched is a document like any other."""
    reader = Reader(Options(network=True), Worker(Options()), [fetcher()])
    from kg.read import document

    with reader.worker:
        (found,) = reader.named(f"{site}/a.html")
    assert not isinstance(found, Rejected)
    assert isinstance(document(found, Options()), Document)
