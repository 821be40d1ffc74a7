"""On the machines of the tests' cluster: a reader that one text brings to raise and another ends."""

import os
import signal

from kg import pipeline
from kg.model import Document
from kg.reading import Reading

_extract = pipeline.extract


def extract(document: Document, resources: pipeline.Resources) -> Reading:
    """Read a text, or fall over it."""
    if "杀手" in document.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "炸弹" in document.text:
        raise RecursionError("deep")
    return _extract(document, resources)


pipeline.extract = extract
