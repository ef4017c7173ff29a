"""What lies in an OpenDocument text: the text, and beside it styles, tracked changes, what is known of translations."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from workbench.interchange.archives import open_archive
from workbench.interchange.errors import WrongKind
from workbench.interchange.office.elements import ROSTER, Comment
from workbench.interchange.office.moments import read_moment
from workbench.interchange.office.pieces import Change
from workbench.interchange.options import ReadOptions
from workbench.interchange.xml import checked_text, local_name, parse_xml

__all__ = ["Deletion", "Package", "attribute", "open_package", "read_author"]

_HEAVY = {"bold", "bolder", "600", "700", "800", "900"}
_PARENTS = 20


@dataclass(frozen=True, slots=True)
class Deletion:
    """Words that were deleted: they stand beside the text, by paragraphs."""

    change: Change
    paragraphs: tuple[Any, ...]


@dataclass(slots=True)
class Package:
    """The parts of a document. `text` is the body; marks are by the names of styles; comments are entered as met.

    `shown` are the deletions that were met, `blanks` counts those that elements stand for.
    """

    text: Any
    marks: Mapping[str, frozenset[str]] = field(default_factory=dict)
    titles: frozenset[str] = frozenset()
    insertions: Mapping[str, Change] = field(default_factory=dict)
    deletions: Mapping[str, Deletion] = field(default_factory=dict)
    roster: tuple[str, ...] = ()
    comments: dict[str, Comment] = field(default_factory=dict)
    shown: set[str] = field(default_factory=set)
    blanks: int = 0


def open_package(data: bytes, options: ReadOptions) -> Package:
    """Return the parts; raises `FormatError` for a file that is no OpenDocument text, or is damaged or hostile."""
    archive = open_archive(data, options.max_bytes)
    if "content.xml" not in archive.names:
        raise WrongKind("no OpenDocument text", "Expected one with a text in it.")
    content = parse_xml(archive.read("content.xml"), "content.xml")
    text = next((part for body in _named(content, "body") for part in _named(body, "text")), None)
    if text is None:
        raise WrongKind("no OpenDocument text", "Expected one with a text in it.")
    roots = [content, *(parse_xml(archive.read(one), one) for one in ("styles.xml",) if one in archive.names)]
    styles = {attribute(one, "name"): one for root in roots for one in _styles(root)}
    meta = parse_xml(archive.read("meta.xml"), "meta.xml") if "meta.xml" in archive.names else ()
    regions = [one for part in _named(text, "tracked-changes") for one in _named(part, "changed-region")]
    return Package(
        text=text,
        marks={name: _marks(name, styles) for name in styles},
        titles=frozenset(name for name in styles if "Title" in _lineage(name, styles)),
        insertions=dict(_insertions(regions)),
        deletions=dict(_deletions(regions)),
        roster=tuple(_roster(meta)),
    )


def attribute(element: Any, name: str) -> str:
    """Return an attribute by its name without namespace, "" if there is none."""
    for known, value in element.attrib.items():
        if known.rpartition("}")[2] == name:
            return str(value)
    return ""


def read_author(element: Any) -> tuple[str, str]:
    """Return who made a change or comment, and when, "" where that is not said."""
    said = {local_name(one): one.text or "" for one in element}
    author = " ".join(checked_text(said.get("creator", ""), "an author").split())[:300]
    return author, read_moment(said.get("date", ""))


def _named(element: Any, name: str) -> Iterator[Any]:
    return (one for one in element if local_name(one) == name)


def _styles(root: Any) -> Iterator[Any]:
    for kind in ("styles", "automatic-styles"):
        for part in _named(root, kind):
            yield from _named(part, "style")


def _lineage(name: str, styles: Mapping[str, Any]) -> list[str]:
    """Return the names of a style and of those it inherits from."""
    found: list[str] = []
    while name in styles and name not in found and len(found) < _PARENTS:
        found.append(name)
        name = attribute(styles[name], "parent-style-name")
    return [*found, name]


def _marks(name: str, styles: Mapping[str, Any]) -> frozenset[str]:
    """Return how words of a style are set, by the nearest of its ancestors that says so."""
    slant = weight = ""
    for one in _lineage(name, styles):
        for properties in _named(styles[one], "text-properties") if one in styles else ():
            slant = slant or attribute(properties, "font-style")
            weight = weight or attribute(properties, "font-weight")
    marks = {"emphasis"} if slant in {"italic", "oblique"} else set()
    return frozenset(marks | ({"strong"} if weight in _HEAVY else set()))


def _insertions(regions: Iterable[Any]) -> Iterator[tuple[str, Change]]:
    for region in regions:
        for one in _named(region, "insertion"):
            yield attribute(region, "id"), _change(one, is_inserted=True)


def _deletions(regions: Iterable[Any]) -> Iterator[tuple[str, Deletion]]:
    for region in regions:
        for one in _named(region, "deletion"):
            is_inserted = any(True for _ in _named(region, "insertion"))
            change = _change(one, is_inserted=is_inserted, is_deleted=True)
            paragraphs = tuple(part for part in one.iter() if local_name(part) in {"p", "h"})
            yield attribute(region, "id"), Deletion(change, paragraphs)


def _change(element: Any, *, is_inserted: bool = False, is_deleted: bool = False) -> Change:
    author, date = next(map(read_author, _named(element, "change-info")), ("", ""))
    return Change(is_inserted, is_deleted, author, date)


def _roster(meta: Any) -> Iterator[str]:
    """Yield the lines of the properties in which a file of ours names its translations, in the order of their names."""
    rows = [one for part in meta for one in part if local_name(one) == "user-defined"]
    named = {attribute(one, "name"): "".join(one.itertext()) for one in rows}
    for name, said in sorted(named.items()):
        if name.startswith(ROSTER):
            yield from said.split("\n")
