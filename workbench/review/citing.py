"""Rules of style that remarks cite: `§3.2` in a comment, where it is neither code nor part of a link."""

import re
from collections.abc import Callable, Mapping
from html import escape
from typing import NamedTuple

from django.db.models import Q

from workbench.corpus.style import MARK
from workbench.review.folding import fold

__all__ = ["Cited", "cite", "cited_in", "cites"]

_CITED = re.compile(rf"(?<![\w§])§({MARK})")
_ALONE = re.compile(rf"§({MARK})")
_TAG = re.compile(r"""(<(/?)([a-z0-9]+)(?:"[^"]*"|[^">])*>)""")
_CLOSED = {"a", "code", "pre"}  # within these, words stay words


class Cited(NamedTuple):
    """A rule as a remark leads to it."""

    address: str
    title: str


def cited_in(body: str) -> frozenset[str]:
    """Return the marks, folded, that stand after a § in a comment."""
    return frozenset(map(fold, _CITED.findall(body))) if "§" in body else frozenset()


def cite(html: str, rules: Mapping[str, Cited]) -> str:
    """Return a rendered comment (made by `rendering`) in which each § that names one of the rules leads to it.

    `rules` are by their folded marks; what names none of them stays as it is.
    """
    if not rules or "§" not in html:
        return html
    parts, depth = [], 0
    for at, part in enumerate(_pieces(html)):
        if at % 2 == 0:
            parts.append(_CITED.sub(_linking(rules), part) if depth == 0 else part)
        else:
            depth += _step(part)
            parts.append(part)
    return "".join(parts)


def cites(words: str) -> Q | None:
    """Return which comments cite a rule, where the words looked for are its mark (`§3`, not `§3.2`), else None."""
    if not _ALONE.fullmatch(words):
        return None
    mark = fold(words)
    pattern = rf"(^|[^\w§]){mark.replace('.', r'[.]')}(?!\w|[.-]\w)"
    return Q(folded__contains=mark, folded__regex=pattern)


def _pieces(html: str) -> list[str]:
    """Cut HTML into text, tag, text, tag, … text."""
    pieces, end = [], 0
    for tag in _TAG.finditer(html):
        pieces += [html[end : tag.start()], tag[1]]
        end = tag.end()
    return [*pieces, html[end:]]


def _step(tag: str) -> int:
    found = _TAG.match(tag)
    if found is None or found[3] not in _CLOSED:
        return 0
    return -1 if found[2] else 1


def _linking(rules: Mapping[str, Cited]) -> Callable[[re.Match[str]], str]:
    def link(found: re.Match[str]) -> str:
        rule = rules.get(fold(found[1]))
        if rule is None:
            return found[0]
        return f'<a class="cited" href="{escape(rule.address)}" title="{escape(rule.title)}">{found[0]}</a>'

    return link
