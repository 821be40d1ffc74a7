"""Ask ``kg serve`` many times at once: ``python scripts/load.py OUT [--requests N] [--at-once N]``.

Starts the server on a build folder, sends the requests over loopback, and tells how many had which status,
how long they took, and how much memory the server and its workers held. Exit code 1 if a request failed in
any other way than a stated limit (503).
"""

from __future__ import annotations

import argparse
import http.client
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parents[1]
ASKED = (
    "/sparql?query=" + quote("SELECT ?s WHERE { ?s ?p ?o } LIMIT 20"),
    "/sparql?query=" + quote("ASK { ?s ?p ?o }"),
    "/sparql?query=" + quote("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"),
    "/sparql?query=" + quote("SELECT nonsense"),
    "/queries.json",
    "/graph.html",
    "/id/place/340822",
    "/",
)
INTERNAL, LIMIT = 500, 503
PAGE = 4096


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def memory(pid: int) -> int:
    """Megabytes of main memory that a process and its children hold."""
    total = int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return total // 1_000_000 + sum(memory(int(child)) for child in children)


def ask(port: int, numbers: list[int], statuses: Counter[str], seconds: list[float]) -> None:
    """Send some requests over one connection, made anew when it breaks."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    for number in numbers:
        begin = time.perf_counter()
        try:
            line.request("GET", ASKED[number % len(ASKED)])
            answer = line.getresponse()
            answer.read()
            statuses[str(answer.status)] += 1
        except (OSError, http.client.HTTPException) as error:
            statuses[type(error).__name__] += 1
            line.close()
        seconds.append(time.perf_counter() - begin)
    line.close()


def started(out: Path, port: int) -> subprocess.Popen[bytes]:
    """A server that answers."""
    server = subprocess.Popen([sys.executable, "-m", "kg", "serve", str(out), "--port", str(port)], cwd=ROOT)
    for _ in range(300):
        time.sleep(0.1)
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            continue
        return server
    server.terminate()
    raise SystemExit("the server did not start")


def main() -> int:
    """Start, ask, tell."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("--requests", type=int, default=10_000)
    parser.add_argument("--at-once", type=int, default=50)
    given = parser.parse_args()
    port = free_port()
    server = started(given.out, port)
    statuses: Counter[str] = Counter()
    seconds: list[float] = []
    held = []
    try:
        ask(port, list(range(100)), Counter(), [])
        held.append(memory(server.pid))
        begin = time.perf_counter()
        shares = [list(range(n, given.requests, given.at_once)) for n in range(given.at_once)]
        threads = [threading.Thread(target=ask, args=(port, s, statuses, seconds)) for s in shares]
        for thread in threads:
            thread.start()
        while any(thread.is_alive() for thread in threads):
            held.append(memory(server.pid))
            time.sleep(0.5)
        took = time.perf_counter() - begin
        held.append(memory(server.pid))
    finally:
        server.terminate()
        server.wait()
    hundredths = statistics.quantiles((s * 1000 for s in seconds), n=100)
    middle, late = hundredths[49], hundredths[98]
    rate = given.requests / took
    print(f"{given.requests} requests, {given.at_once} at once: {took:.1f} s, {rate:.0f} a second")
    print("statuses:", ", ".join(f"{status} {count}" for status, count in sorted(statuses.items())))
    print(f"median {middle:.0f} ms, 99 % {late:.0f} ms, longest {max(seconds):.1f} s")
    first, third, last = held[0], held[len(held) // 3], held[-1]
    print(f"memory: {first} MB before, {third} MB after a third, {max(held)} MB at most, {last} MB after")
    return 0 if all(s.isdigit() and (int(s) < INTERNAL or int(s) == LIMIT) for s in statuses) else 1


if __name__ == "__main__":
    sys.exit(main())
