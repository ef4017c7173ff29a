"""A paper: Markdown with tables, as safe HTML."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import nh3
from django.conf import settings
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy
from markdown_it import MarkdownIt

__all__ = ["GUIDES", "Paper", "own_paper", "privacy_paper"]

GUIDES = {
    "reviewer": gettext_lazy("For reviewers: read, compare, comment, suggest"),
    "editor": gettext_lazy("For editors: texts, imports, suggestions, terms"),
    "scripts": gettext_lazy("For authors of scripts: the API"),
    "administrator": gettext_lazy("For administrators: people, works, the server"),
}
_PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")
_ELEMENTS = {"a", "blockquote", "br", "code", "em", "h2", "h3", "hr", "li", "ol", "p", "pre", "strong", "ul"} | {
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
}
_ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}}
_PICTURE = re.compile(r'<img src="(web/guide/\w+\.png)"')
_TEXTS = Path(__file__).with_name("texts")


@dataclass(frozen=True, slots=True)
class Paper:
    """A title (the first line, after "# "), what stands below it, as HTML, and the language of both."""

    title: str
    html: SafeString
    language: str


@cache
def own_paper(name: str, language: str = "en") -> Paper:
    """Return one of the papers that come with the workbench, read once; in English where the language has none."""
    translated = _TEXTS / language / f"{name}.md"
    if not translated.exists():
        translated, language = _TEXTS / f"{name}.md", "en"
    return _paper(translated.read_text(encoding="utf-8"), language, pictures=True)


def privacy_paper(language: str = "en") -> Paper:
    """Return what settings.PRIVACY_FILE holds; ours where there is none. Raises `OSError` where it cannot be read."""
    if not settings.PRIVACY_FILE:
        return own_paper("privacy", language)
    return _paper(Path(settings.PRIVACY_FILE).read_text(encoding="utf-8"), "", pictures=False)


def _paper(source: str, language: str, *, pictures: bool) -> Paper:
    first, _, rest = source.partition("\n")
    if not first.startswith("# "):
        first, rest = "# Privacy", source
    allowed = _ELEMENTS | ({"img"} if pictures else set())
    html = nh3.clean(_PARSER.render(rest), tags=allowed, attributes=_ATTRIBUTES, link_rel="noopener noreferrer")
    html = html.replace("<table>", '<table class="table">')
    html = _PICTURE.sub(lambda found: f'<img loading="lazy" src="{static(found[1])}"', html)
    return Paper(first[2:].strip(), mark_safe(html), language)  # noqa: S308 - nh3 cleaned it
