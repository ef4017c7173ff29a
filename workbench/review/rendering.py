"""CommonMark to safe HTML: the one place where a comment becomes markup, for pages, API, feeds and exports alike.

Two fences: the parser knows no raw HTML and no images, and what it makes passes a list of allowed elements. A third one
bounds the size: a link defined once (`[a]: /long`) can be used thousands of times, each time written out in full.
"""

from collections.abc import Iterable

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

__all__ = ["render_comment"]

_PARSER = MarkdownIt("commonmark", {"html": False, "maxNesting": 20}).disable("image")
_PLAIN_PARSER = MarkdownIt("commonmark", {"html": False, "maxNesting": 20}).disable(["image", "reference"])
_MOST_ADDRESSES = 200_000  # characters in the addresses and titles of all links of a comment
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
    """Return the comment's CommonMark source as HTML that may be put into a page.

    Where its defined links would take more than 200,000 characters written out, their definitions stay text.
    """
    tokens = _PARSER.parse(body)
    is_short = _length_of_addresses(tokens) <= _MOST_ADDRESSES
    return nh3.clean(
        _PARSER.renderer.render(tokens, _PARSER.options, {}) if is_short else _PLAIN_PARSER.render(body),
        tags=_ELEMENTS,
        attributes={"*": set(), "a": {"href"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow noopener noreferrer",
    )


def _length_of_addresses(tokens: Iterable[Token]) -> int:
    links = (part for token in tokens for part in token.children or () if part.type == "link_open")
    return sum(len(str(value)) for link in links for value in link.attrs.values())
