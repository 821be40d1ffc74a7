"""Texts and files nobody would write, each made from a chance, so that the same number makes the same one."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

from packed import archived, book, page, pdf, table, tarred, word, zipped

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "docs" / "examples").glob("*.txt"))]
MARKS = "。,;:、()《》“”\n\r\t\x00\x1b\u202e\u2028\ufeff\U0001f600\u0301"
WORDS = (
    "2023年 13月 今年4月 近日 分别 等3人 某某 该县 原 省委 纪委监委 双开 处分 局长 一、 (一) 受到 罚金 "
    "100000000000名 发布时间:2023-02-30 赵试样 钱样本"
)
ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</script>",
    "<!--",
    "]]>",
    "&lt;",
    "javascript:alert(1)",
    '"@zh .\n<x> a <y> .',
    "} UNION { ?s ?p ?o",
    "'''",
    '"""',
    "=cmd|' /C calc'!A0",
    "{{7*7}}",
    "../../etc/passwd",
    "%00",
    "\\r\\n",
    "\\u0000",
    "\\",
    "1." * 20,
    "《" * 20,
    "赵试样" * 30,
)
PIECES = (*MARKS, *WORDS.split(), *ATTACKS)
PLANES = (0x80, 0x4E00, 0x1F000)
"""Where characters that stand in no list are taken from: Latin, Chinese, pictures."""
LONGEST = 3_000
KNOWN = 0.8
"""Share of the pieces that stand in the list."""


def mangled(chance: random.Random, text: str) -> str:
    """A text cut, doubled, shuffled and strewn with pieces."""
    for _ in range(chance.randrange(1, 12)):
        a, b = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        known = chance.random() < KNOWN
        piece = chance.choice(PIECES) if known else chr(chance.choice(PLANES) + b % 99)
        cut = (text[:a] + text[b:], text[:a] + piece + text[a:], text[:b] + text[a:], text[b:] + text[:a])
        text = chance.choice(cut)[:LONGEST] or piece
    return text


def bent(chance: random.Random, data: bytes) -> bytes:
    """Bytes with some of them changed, taken out or doubled."""
    for _ in range(chance.randrange(4)):
        a, b = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        noise = chance.randbytes(chance.randrange(1, 5))
        cut = (data[:a] + noise + data[a:], data[:a] + data[b:], data[:a] + noise + data[a + len(noise) :])
        data = chance.choice(cut)
    return data


def notice(chance: random.Random) -> str:
    """An example notice, mangled."""
    return mangled(chance, chance.choice(EXAMPLES))


MAKERS = {
    "txt": lambda t: t.encode("utf-8", "replace"),
    "gb": lambda t: t.encode("gb18030", "replace"),
    "big5": lambda t: t.encode("big5", "replace"),
    "wide": lambda t: t.encode("utf-16", "replace"),
    "jsonl": lambda t: "\n".join(json.dumps({"text": x, "id": x[:9]}) for x in (t, t[::-1])).encode(),
    "csv": lambda t: table(["text", "id"], [t, "1"]),
    "html": page,
    "eml": lambda t: f"From: a@example.org\nSubject: x\nMIME-Version: 1.0\nDate: x\n\n{t}".encode(
        "utf-8", "replace"
    ),
    "zip": lambda t: zipped({"a.txt": t.encode("utf-8", "replace"), "../b.html": page(t[::-1])}),
    "tar": lambda t: tarred({"/a.txt": t.encode("utf-8", "replace")}),
    "gz": lambda t: gzip.compress(t.encode("utf-8", "replace")),
    "warc": lambda t: archived(page(t)),
    "pdf": lambda t: pdf(t.split("\n")[:40]),
    "docx": word,
    "epub": lambda t: book({"a.xhtml": page(t).decode("utf-8", "replace")}),
}
"""Kind of file -> what makes one of a text."""


def file(chance: random.Random) -> tuple[str, bytes]:
    """A file of some kind, then bent: its suffix, which may lie, and its content."""
    kind = chance.choice([*MAKERS, "noise"])
    content = MAKERS[kind](notice(chance)) if kind in MAKERS else chance.randbytes(chance.randrange(300))
    suffix = chance.choice((kind, "txt", "csv", "jsonl")) if chance.random() < 0.1 else kind
    return suffix, bent(chance, content)
