"""A feed as Atom writes it (RFC 4287): values in, a document out.

Ids are tags (RFC 4151) of the place's name and the day on which a thing came about: they stay what they are
wherever the feed is read from, and no secret of an address is in them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement, tostring

from workbench.notices.feeds import FeedEntry

__all__ = ["CONTENT_TYPE", "Feed", "write_atom"]

CONTENT_TYPE = "application/atom+xml; charset=utf-8"
_NAMESPACE = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed is: `site` is the address of the place without a path, `address` and `page` paths on it.

    `name` tells the feeds of a place apart for good ("work/12"), `since` is when what it tells of came about.
    """

    site: str
    host: str
    name: str
    title: str
    address: str
    page: str
    since: datetime
    entries: Sequence[FeedEntry]


def write_atom(feed: Feed) -> bytes:
    """Return the document, in UTF-8."""
    root = Element("feed", {"xmlns": _NAMESPACE})
    _text(root, "id", _tag(feed, feed.since, feed.name))
    _text(root, "title", feed.title)
    _text(root, "updated", _moment(max((entry.at for entry in feed.entries), default=feed.since)))
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": feed.site + feed.address})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.site + feed.page})
    _text(SubElement(root, "author"), "name", "Translation Workbench")
    _text(root, "generator", "Translation Workbench")
    for entry in feed.entries:
        _add(root, feed, entry)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def _add(root: Element, feed: Feed, entry: FeedEntry) -> None:
    element = SubElement(root, "entry")
    page = f"/threads/{entry.thread}/" if entry.thread else f"{feed.page}log/"
    _text(element, "id", _tag(feed, entry.at, f"event/{entry.event}"))
    _text(element, "title", entry.title)
    _text(element, "updated", _moment(entry.at))
    _text(element, "published", _moment(entry.at))
    _text(SubElement(element, "author"), "name", entry.who)
    SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": feed.site + page})
    SubElement(element, "category", {"term": entry.kind})
    SubElement(element, "content", {"type": "html"}).text = entry.html


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _tag(feed: Feed, at: datetime, name: str) -> str:
    return f"tag:{feed.host},{at:%Y-%m-%d}:{name}"


def _moment(at: datetime) -> str:
    return at.isoformat().replace("+00:00", "Z")
