"""What a page of others says of itself: title, byline, date and address, from its head and the marks around its text.

These are offered to whoever brings the page, never taken unasked: who signs a page need not have made its text.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from workbench.interchange.hypertext.paragraphs import has_class
from workbench.interchange.limits import MAX_ADDRESS, MAX_LINE, MAX_YEAR
from workbench.interchange.xml import local_name, text_of
from workbench.text.words.validity import InvalidText, check_text

__all__ = ["read_head"]

_TITLE = ("og:title", "dc.title", "dcterms.title", "citation_title")
_BYLINE = ("author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author")
_DATE = ("article:published_time", "dc.date", "dcterms.date", "citation_publication_date", "date", "datepublished")
_ADDRESS = ("og:url", "citation_public_url")
_BY = re.compile(r"(?i)^(?:by|von|par|por|di|автор:?)\s+")


def read_head(root: Any) -> dict[str, str]:
    """Return what a page says of itself, by the names of a translation's fields; nothing of what it does not say."""
    metas = _metas(root)
    elements = [one for one in root.iter() if local_name(one)]
    title = _first(metas, _TITLE) or _only_heading(elements) or _text(elements, "title")
    said = {
        "translator": _BY.sub("", _first(metas, _BYLINE) or _byline(elements))[:MAX_LINE],
        "year": (_first(metas, _DATE) or _moment(elements))[:MAX_YEAR].partition("T")[0],
        "title": title[:MAX_LINE],
        "source": _address(metas, elements)[:MAX_ADDRESS],
    }
    return {name: value for name, value in said.items() if value and _is_storable(value)}


def _metas(root: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in root.iter():
        if local_name(one) == "meta":
            name = one.get("name") or one.get("property") or one.get("itemprop") or ""
            found.setdefault(name.lower(), _line(one.get("content", "")))
    return found


def _first(metas: Mapping[str, str], names: tuple[str, ...]) -> str:
    found = (metas.get(name, "") for name in names)
    return next((one for one in found if one and not one.startswith(("http:", "https:"))), "")


def _only_heading(elements: list[Any]) -> str:
    headings = [one for one in elements if local_name(one) == "h1"]
    return _line(text_of(headings[0])) if len(headings) == 1 else ""


def _text(elements: list[Any], name: str) -> str:
    return next((_line(text_of(one)) for one in elements if local_name(one) == name), "")


def _byline(elements: list[Any]) -> str:
    signed = (one for one in elements if _is_byline(one))
    return next((said for one in signed if (said := _line(text_of(one))) and len(said) <= MAX_LINE), "")


def _is_byline(one: Any) -> bool:
    is_named = one.get("rel") == "author" or one.get("itemprop") == "author"
    return is_named or any(has_class(one, name) for name in ("byline", "author", "p-author", "fn"))


def _moment(elements: list[Any]) -> str:
    times = (one.get("datetime") or text_of(one) for one in elements if local_name(one) == "time")
    return next((said for one in times if (said := _line(one))), "")


def _address(metas: Mapping[str, str], elements: list[Any]) -> str:
    return next((address for address in _addresses(metas, elements) if address.startswith(("http:", "https:"))), "")


def _addresses(metas: Mapping[str, str], elements: list[Any]) -> Iterator[str]:
    yield from (one.get("href", "") for one in elements if local_name(one) == "link" and one.get("rel") == "canonical")
    yield from (metas.get(name, "") for name in _ADDRESS)


def _is_storable(value: str) -> bool:
    try:
        check_text(value)
    except InvalidText:
        return False
    return True


def _line(text: str) -> str:
    return " ".join(text.split())
