"""Pictures of invented notices, drawn with a font for Chinese that the machine has."""

from __future__ import annotations

import io
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest


@cache
def font() -> str:
    """The path of a font for Chinese; skips where there is none."""
    if shutil.which("fc-match") is None:
        pytest.skip("fontconfig is not installed")
    command = ["fc-match", "--format=%{file}\n%{lang}", "sans:lang=zh-cn"]
    path, _, languages = subprocess.run(command, capture_output=True, text=True, check=True).stdout.partition(
        "\n"
    )
    if "zh-cn" not in languages or not Path(path).is_file():
        pytest.skip("no font for Chinese is installed")
    return path


def picture(*lines: str, kind: str = "PNG") -> bytes:
    """An image of lines of text."""
    image = pytest.importorskip("PIL.Image", reason="Pillow is not installed (extra ocr)")
    draw, fonts = pytest.importorskip("PIL.ImageDraw"), pytest.importorskip("PIL.ImageFont")
    drawn = image.new("RGB", (1000, 60 * len(lines) + 80), "white")
    pen, letters = draw.Draw(drawn), fonts.truetype(font(), 28)
    for number, line in enumerate(lines):
        pen.text((40, 40 + 60 * number), line, font=letters, fill="black")
    out = io.BytesIO()
    drawn.save(out, kind)
    return out.getvalue()
