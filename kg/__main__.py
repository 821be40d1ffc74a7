"""The command ``kg``, the same as ``python -m kg``: Ctrl-C is quiet while the rest is still loading too."""

from __future__ import annotations

import os
import signal
from typing import NoReturn

_INTERRUPTED = 130


def main() -> NoReturn:
    """Run one command and exit, as ``kg.cli.main`` does."""
    signal.signal(signal.SIGINT, _stop)
    from kg.cli import main as run

    try:
        run()
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # the command is done; no handler of ours may raise now


def _stop(*_: object) -> NoReturn:
    """End at once: nothing is open yet, so nothing has to be put away."""
    os.write(2, b"kg: interrupted; nothing was begun\n")
    os._exit(_INTERRUPTED)


if __name__ == "__main__":
    main()
