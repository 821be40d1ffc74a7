"""The pyvis part: its vis-network bundle, its options and the element it draws in.

``pyvis`` writes a page that links style sheets from the network, puts labels in as HTML and lays
the graph out while the reader waits. What is sound is taken from ``generate_html()`` and the rest is
replaced: the script text, the container and the options it wrote, read back as JSON.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache

from kg.errors import InvariantError

_SCRIPT = re.compile(r"<script>(/\*\*\s*\n \* vis-network.*?)</script>", re.DOTALL)
_OPTIONS = re.compile(r"var options = (\{.*?\});\s*$", re.DOTALL | re.MULTILINE)
_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)

SETTINGS = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {
        "hover": True,
        "hoverConnectedEdges": False,
        "selectConnectedEdges": False,
        "multiselect": False,
        "dragNodes": True,
        "zoomSpeed": 0.7,
        "keyboard": False,
        "navigationButtons": False,
        "tooltipDelay": 100000,
    },
    "nodes": {"shape": "dot", "size": 10, "borderWidth": 1.5, "chosen": False, "labelHighlightBold": False},
    "edges": {
        "chosen": False,
        "selectionWidth": 0,
        "hoverWidth": 0,
        "smooth": {"enabled": True, "type": "curvedCW", "roundness": 0.0},
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}},
    },
}
"""The vis-network options. Nothing moves by itself: positions come with the data."""


@dataclass(frozen=True, slots=True)
class Base:
    """What is kept of the pyvis page."""

    script: str
    """vis-network, with its licence comment."""
    options: str
    """Its options as JSON."""
    container: str
    """The id of the element it draws in."""


@cache
def base() -> Base:
    """Let pyvis write an empty page and take it apart."""
    from pyvis.network import Network  # slow to import, wanted only when a page is written

    net = Network(height="100%", width="100%", directed=True, cdn_resources="in_line")
    net.set_options(json.dumps(SETTINGS))
    page = net.generate_html(notebook=False)
    script, options = _SCRIPT.search(page), _OPTIONS.search(page)
    if script is None or options is None or 'id="mynetwork"' not in page:
        raise InvariantError("pyvis wrote a page that kg.export.html.base does not know")
    text = _MAP.sub("", script.group(1)).strip()
    return Base(text, json.dumps(json.loads(options.group(1)), sort_keys=True), "mynetwork")
