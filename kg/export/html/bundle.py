"""The scripts of the page as one: ES modules put behind one another, each in a scope of its own.

Small on purpose, so that no tool stands between the files and the page: imports are by name from files
beside, exports are declarations, there are no circles.
"""

from __future__ import annotations

import re

from kg.errors import InvariantError
from kg.export.html.assets import names, text

_IMPORT = re.compile(r'^import \{ ([^}]+) \} from "\./(\w+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?(?:function\*?|const|class) ([\w$]+))", re.MULTILINE)


def script() -> str:
    """All modules in the order they need each other, as one strict function."""
    bodies = {name.removesuffix(".js"): text(f"js/{name}") for name in names("js", ".js")}
    done: list[str] = []
    for name in sorted(bodies):
        _visit(name, bodies, done, ())
    return '(function () {\n"use strict";\n' + "\n".join(_module(n, bodies[n]) for n in done) + "\n})();\n"


def _visit(name: str, bodies: dict[str, str], done: list[str], path: tuple[str, ...]) -> None:
    """Depth first: what a module imports comes before it."""
    if name in path or name not in bodies:
        raise InvariantError(f"scripts of the page: {' -> '.join((*path, name))} cannot be put in order")
    if name in done:
        return
    for _, other in _IMPORT.findall(bodies[name]):
        _visit(other, bodies, done, (*path, name))
    done.append(name)


def _module(name: str, body: str) -> str:
    """One module as a scope that gives out what it exports."""
    exports = ", ".join(found for _, found in _EXPORT.findall(body))
    body = _IMPORT.sub(r"const { \1 } = $\2;\n", body)
    body = _EXPORT.sub(r"\1", body)
    return f"const ${name} = (function () {{\n{body}return {{ {exports} }};\n}})();"
