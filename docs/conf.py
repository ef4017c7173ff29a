"""How `make site` makes pages of docs/ and of the guides: Sphinx reads Markdown; a warning fails."""

import re
from typing import Any

project = "Translation Workbench"
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
html_theme = "furo"
html_title = project
html_show_copyright = False
html_static_path: list[str] = []
myst_heading_anchors = 4
nitpicky = True
suppress_warnings = ["toc.not_included"]  # decisions have a list of their own

_ON_A_SERVER = re.compile(r"(?<!!)\[([^\]]*)\]\((/[^)]*)\)")
_IN_THE_SOURCE = re.compile(r"\[([^\]]*)\]\(((?:\.\./)+(?!images)[\w./-]+\.(?:tsv|json|md))\)")


def _lead_nowhere_else(_app: object, name: str, source: list[str]) -> None:
    """Say addresses of a server, and files that are no pages, in words; find the pictures of the guides."""
    text = _ON_A_SERVER.sub(r"\1 (`\2`)", source[0])
    if not name.startswith("decisions/"):
        text = _IN_THE_SOURCE.sub(r"\1 (`\2`)", text)
    source[0] = text.replace("(web/guide/", "(/pictures/")


def setup(app: Any) -> None:
    """Connect what is done to every page before it is read."""
    app.connect("source-read", _lead_nowhere_else)
