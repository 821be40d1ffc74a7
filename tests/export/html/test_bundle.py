"""The scripts: all in, in order, short enough to read."""

from __future__ import annotations

import json
import re

from kg.export.html import bundle
from kg.export.html.assets import names, text


def test_all_modules_are_in_and_imports_are_gone() -> None:
    """Every file is in the bundle once, and no import or export statement is left."""
    script = bundle.script()
    for name in names("js", ".js"):
        assert script.count(f"const ${name.removesuffix('.js')} = ") == 1
    assert not re.search(r"^(?:import|export) ", script, re.MULTILINE)


def test_files_are_short() -> None:
    """No script is longer than 300 lines."""
    assert all(text(f"js/{name}").count("\n") <= 300 for name in names("js", ".js"))


def test_labels_never_become_markup() -> None:
    """No script writes HTML from text."""
    whole = bundle.script()
    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
        assert way not in whole


def test_every_text_of_the_scripts_exists_in_both_languages() -> None:
    """Each key that a script or the shell asks for has a text in Chinese and in English."""
    known = json.loads(text("words.json"))
    asked = set(re.findall(r'\bsay\("([\w.]+)"', bundle.script()))
    asked |= set(re.findall(r'data-(?:say|label)="([\w.]+)"', text("shell.html")))
    whole = {key for key in asked if not key.endswith(".")}
    assert whole <= set(known)
    assert all(any(k.startswith(begin) for k in known) for begin in asked - whole)
    assert all(len(pair) == 2 and all(pair) for pair in known.values())
