"""CommonMark to safe HTML: the one place where a comment becomes markup, for pages, API, feeds and exports alike.

Two fences: the parser knows no raw HTML and no images, and what it makes passes a list of allowed elements.
"""

import nh3
from markdown_it import MarkdownIt

__all__ = ["render_comment"]

_PARSER = MarkdownIt("commonmark", {"html": False, "maxNesting": 20}).disable("image")
_ELEMENTS = {
    "a",
    "blockquote",
    "br",
    "code",
    "em",
    "h1",
    "h2",
    "h3",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "ul",
}


def render_comment(body: str) -> str:
    """Return the comment's CommonMark source as HTML that may be put into a page."""
    return nh3.clean(
        _PARSER.render(body),
        tags=_ELEMENTS,
        attributes={"*": set(), "a": {"href"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow noopener noreferrer",
    )
