"""A paper: Markdown with tables, as safe HTML."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import nh3
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

__all__ = ["GUIDES", "Paper", "own_paper", "privacy_paper"]

GUIDES = {
    "reviewer": "For reviewers: read, compare, comment, suggest",
    "editor": "For editors: texts, imports, suggestions, terms",
    "scripts": "For authors of scripts: the API",
    "administrator": "For administrators: people, works, the server",
}
_PARSER = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
_ELEMENTS = {"a", "blockquote", "br", "code", "em", "h2", "h3", "hr", "li", "ol", "p", "pre", "strong", "ul"} | {
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
}
_TEXTS = Path(__file__).with_name("texts")


@dataclass(frozen=True, slots=True)
class Paper:
    """A title (the first line, after "# ") and what stands below it, as HTML."""

    title: str
    html: SafeString


@cache
def own_paper(name: str) -> Paper:
    """Return one of the papers that come with the workbench, read once."""
    return _paper((_TEXTS / f"{name}.md").read_text(encoding="utf-8"))


def privacy_paper() -> Paper:
    """Return what settings.PRIVACY_FILE holds; ours where there is none. Raises `OSError` where it cannot be read."""
    if not settings.PRIVACY_FILE:
        return own_paper("privacy")
    return _paper(Path(settings.PRIVACY_FILE).read_text(encoding="utf-8"))


def _paper(source: str) -> Paper:
    first, _, rest = source.partition("\n")
    if not first.startswith("# "):
        first, rest = "# Privacy", source
    html = nh3.clean(_PARSER.render(rest), tags=_ELEMENTS, attributes={"a": {"href"}}, link_rel="noopener noreferrer")
    html = html.replace("<table>", '<table class="table">')
    return Paper(first[2:].strip(), mark_safe(html))  # noqa: S308 - nh3 cleaned it
