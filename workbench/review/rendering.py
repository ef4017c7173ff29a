"""CommonMark to safe HTML: the one place where a comment becomes markup, for pages, API, feeds and exports alike.

Two fences: the parser knows no raw HTML and no images, and what it makes passes a list of allowed elements. A third one
bounds the size: a link defined once (`[a]: /long`) can be used thousands of times, each time written out in full.
"""

from collections.abc import Iterable
from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

__all__ = ["render_comment"]

_PARSER = MarkdownIt("commonmark", {"html": False, "maxNesting": 20}).disable("image")
_PLAIN_PARSER = MarkdownIt("commonmark", {"html": False, "maxNesting": 20}).disable(["image", "reference"])
_MET = 2_000  # comments that are remembered, each so long at most: some 20 MB
_LONGEST_MET = 2_000  # characters
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

    Where its defined links would take more than 200,000 characters written out, their definitions stay text. A page
    with many discussions is read again and again: what is not long is remembered.
    """
    return _remembered(body) if len(body) <= _LONGEST_MET else _render(body)


def _render(body: str) -> str:
    tokens = _PARSER.parse(body)
    is_short = _length_of_addresses(tokens) <= _MOST_ADDRESSES
    return nh3.clean(
        _PARSER.renderer.render(tokens, _PARSER.options, {}) if is_short else _PLAIN_PARSER.render(body),
        tags=_ELEMENTS,
        attributes={"*": set(), "a": {"href"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow noopener noreferrer",
    )


_remembered = lru_cache(maxsize=_MET)(_render)


def _length_of_addresses(tokens: Iterable[Token]) -> int:
    links = (part for token in tokens for part in token.children or () if part.type == "link_open")
    return sum(len(str(value)) for link in links for value in link.attrs.values())
