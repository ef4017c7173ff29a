"""What lies in a Word document: the text, and beside it styles, comments, notes, what is known of the translations.

Parts are found by their relations, not by their usual names; names of elements are taken without their namespaces, for
a strict document (ISO/IEC 29500) has others than a transitional one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath
from typing import Any

from workbench.interchange.archives import Archive, open_archive
from workbench.interchange.errors import WrongKind
from workbench.interchange.office.elements import ROSTER, Comment
from workbench.interchange.office.moments import read_moment
from workbench.interchange.options import ReadOptions
from workbench.interchange.xml import checked_text, local_name, parse_xml

__all__ = ["Package", "attribute", "children", "open_package", "read_marks"]

_MARKS = {"i": "emphasis", "b": "strong"}


@dataclass(slots=True)
class Package:
    """The parts of a document. `body` is the root's body; notes of the text are by kind and id."""

    body: Any
    headings: frozenset[str] = frozenset()
    marks: Mapping[str, frozenset[str]] = field(default_factory=dict)
    comments: Mapping[str, Comment] = field(default_factory=dict)
    notes: Mapping[tuple[str, str], str] = field(default_factory=dict)
    roster: tuple[str, ...] = ()


def open_package(data: bytes, options: ReadOptions) -> Package:
    """Return the parts; raises `FormatError` for a file that is no Word document, or is damaged or hostile."""
    archive = open_archive(data, options.max_bytes)
    path = _target(archive, "", "officeDocument", "word/document.xml")
    if path not in archive.names:
        raise WrongKind("no Word document", "Expected one with a text in it.")
    root = parse_xml(archive.read(path), path)
    body = next((one for one in root if local_name(one) == "body"), None)
    if body is None:
        raise WrongKind("no Word document", "Expected one with a text in it.")
    styles = list(children(_part(archive, path, "styles"), "style"))
    return Package(
        body=body,
        headings=_headings(styles),
        marks={attribute(one, "styleId"): _marks(one) for one in styles if attribute(one, "type") == "character"},
        comments=_comments(_part(archive, path, "comments"), _part(archive, path, "commentsExtended")),
        notes=dict(_notes(archive, path)),
        roster=tuple(_roster(archive)),
    )


def attribute(element: Any, name: str) -> str:
    """Return an attribute by its name without namespace, "" if there is none."""
    for known, value in element.attrib.items():
        if known.rpartition("}")[2] == name:
            return str(value)
    return ""


def children(element: Any, name: str) -> Iterator[Any]:
    """Yield the children of one name; None has none."""
    return (one for one in (element if element is not None else ()) if local_name(one) == name)


def _target(archive: Archive, source: str, kind: str, usual: str) -> str:
    """Return the path of the part that `source` relates to as `kind`."""
    relations = join(dirname(source), "_rels", f"{source.rpartition('/')[2]}.rels")
    if relations in archive.names:
        for one in parse_xml(archive.read(relations), relations):
            if one.get("Type", "").rpartition("/")[2] == kind and one.get("TargetMode") != "External":
                target = one.get("Target", "")
                return target.lstrip("/") if target.startswith("/") else normpath(join(dirname(source), target))
    return usual


def _part(archive: Archive, source: str, kind: str) -> Any:
    path = _target(archive, source, kind, "")
    return parse_xml(archive.read(path), path) if path and path in archive.names else None


def read_marks(properties: Any) -> set[str]:
    """Return how words with these properties are set."""
    return {
        _MARKS[local_name(one)]
        for one in properties
        if local_name(one) in _MARKS and attribute(one, "val") not in {"0", "false", "off"}
    }


def _marks(style: Any) -> frozenset[str]:
    return frozenset(mark for properties in children(style, "rPr") for mark in read_marks(properties))


def _headings(styles: Iterable[Any]) -> frozenset[str]:
    """Return the ids of the styles of headings: by outline level, or called "heading 1" or "Title" in the file."""
    found = set()
    for style in styles:
        name = next((attribute(one, "val") for one in children(style, "name")), "").casefold()
        levels = [one for part in children(style, "pPr") for one in children(part, "outlineLvl")]
        is_heading = name.startswith("heading ") or name == "title"
        if is_heading or any(attribute(one, "val") not in {"", "9"} for one in levels):
            found.add(attribute(style, "styleId"))
    return frozenset(found)


def _comments(comments: Any, extended: Any) -> dict[str, Comment]:
    if comments is None:
        return {}
    state = {}
    for one in extended if extended is not None else ():
        state[attribute(one, "paraId")] = (
            attribute(one, "paraIdParent"),
            attribute(one, "done") in {"1", "true", "on"},
        )
    found, by_paragraph, last = {}, {}, {}
    for comment in children(comments, "comment"):
        name = attribute(comment, "id")
        paragraphs = list(children(comment, "p"))
        body = "\n".join(_plain(paragraph) for paragraph in paragraphs)
        found[name] = Comment(
            _line(attribute(comment, "author")), read_moment(attribute(comment, "date")), body.strip("\n")
        )
        for paragraph in paragraphs:
            by_paragraph[attribute(paragraph, "paraId")] = name
            last[name] = attribute(paragraph, "paraId")
    for name, note in found.items():
        parent, note.is_resolved = state.get(last.get(name, ""), ("", False))
        note.parent = by_paragraph.get(parent, "") if parent else ""
    return found


def _notes(archive: Archive, path: str) -> Iterator[tuple[tuple[str, str], str]]:
    for kind in ("footnotes", "endnotes"):
        part = _part(archive, path, kind)
        for note in part if part is not None else ():
            if attribute(note, "type") in {"", "normal"}:
                text = "\n".join(_plain(paragraph) for paragraph in children(note, "p")).strip()
                yield (kind.removesuffix("s"), attribute(note, "id")), text


def _plain(paragraph: Any) -> str:
    """Return the text of a paragraph of a comment or note, changes taken as accepted."""
    pieces = []
    for one in paragraph.iter():
        name = local_name(one)
        if name == "t":
            pieces.append(one.text or "")
        elif name in {"br", "cr"}:
            pieces.append("\n")
        elif name == "tab":
            pieces.append("\t" if local_name(one.getparent()) == "r" else "")
    return checked_text("".join(pieces), "a comment or note")


def _roster(archive: Archive) -> Iterator[str]:
    """Yield the lines of the properties in which a file of ours names its translations, in the order of their names."""
    path = _target(archive, "", "custom-properties", "")
    rows = parse_xml(archive.read(path), path) if path and path in archive.names else ()
    named = {one.get("name", ""): "".join(one.itertext()) for one in rows}
    for name, said in sorted(named.items()):
        if name.startswith(ROSTER):
            yield from said.split("\n")


def _line(text: str) -> str:
    return " ".join(checked_text(text, "an author").split())[:300]
