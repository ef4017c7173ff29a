"""Paragraphs of an OpenDocument text as blocks.

An insertion stands in the text between two points, which may lie in different paragraphs; what was deleted stands
beside the text, and a point says where. So a comment on a deletion has an empty range: it is taken to be on the
deleted words.
"""

import re
from typing import Any

from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.formats.odt.package import Package, attribute, read_author
from workbench.interchange.office.elements import Comment
from workbench.interchange.office.pieces import NO_CHANGE, PRESENCE_STYLE, REFERENCE_STYLE, Block, Change, Piece
from workbench.interchange.xml import checked_text, local_name
from workbench.text.words.digits import read_digits

__all__ = ["BlockReader"]

_WHITE = re.compile(r"[ \t\r\n]+")
_LAST_WHITE = re.compile(r"[ \t\r\n]*+\Z")
_SILENT = {"note", "ruby-text", "tracked-changes", "annotation-end", "bookmark", "script", "soft-page-break"}
_MOST_BLANKS = 1_000_000


class BlockReader:
    """Reads paragraph after paragraph, and remembers which insertions are open."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._open: dict[str, Change] = {}
        self._block = Block()
        self._is_after_blank = True
        self._is_layout = False

    def read(self, paragraph: Any) -> Block:
        """Return a paragraph."""
        block = self._block = Block()
        self._is_after_blank = True
        style = attribute(paragraph, "style-name")
        block.is_heading = local_name(paragraph) == "h" or style in self._package.titles
        self._walk(paragraph, NO_CHANGE, frozenset(), "")
        self._drop_last_blank()
        block.has_changed_end = block.has_changed_end or bool(self._open)
        block.starts = {name: at for name, at in block.starts.items() if name in block.ends}
        return block

    def open_or_close(self, element: Any) -> None:
        """Take a point of a change that stands between paragraphs."""
        self._take(element, NO_CHANGE, frozenset(), "")

    def _walk(self, element: Any, change: Change, marks: frozenset[str], style: str) -> None:
        self._add(element.text, change, marks, style)
        for one in element:
            self._take(one, change, marks, style)
            self._add(one.tail, change, marks, style)

    def _take(self, one: Any, change: Change, marks: frozenset[str], style: str) -> None:
        name = local_name(one)
        if name in {"s", "tab", "line-break"}:
            said = {"tab": "\t", "line-break": "\n"}.get(name) or self._blank(one)
            self._put(said, change, marks, style)
            self._is_after_blank = False
        elif name == "annotation":
            self._comment(one)
        elif name == "annotation-end":
            self._block.ends[attribute(one, "name")] = len(self._block.pieces)
        elif name == "note":
            self._block.notes.append((len(self._block.pieces), _note(one, self._package)))
        elif name in {"change-start", "change-end", "change"}:
            self._take_change(name, attribute(one, "change-id"), marks)
        elif name in {"frame", "custom-shape", "object"}:
            has_words = any(local_name(part) == "text-box" for part in one.iter())
            self._block.has_boxes = self._block.has_boxes or has_words
            self._block.pictures += not has_words
        elif name == "span":
            said = attribute(one, "style-name")
            ours = said if said in {REFERENCE_STYLE, PRESENCE_STYLE} else style
            self._walk(one, change, marks | self._package.marks.get(said, frozenset()), ours)
        elif name and name not in _SILENT:
            self._walk(one, change, marks, style)

    def _take_change(self, kind: str, name: str, marks: frozenset[str]) -> None:
        if kind == "change-start" and name in self._package.insertions:
            self._open[name] = self._package.insertions[name]
        elif kind == "change-end":
            self._open.pop(name, None)
        elif kind == "change" and name in self._package.deletions and name not in self._package.shown:
            self._package.shown.add(name)
            is_after_blank = self._is_after_blank
            deleted = self._package.deletions[name]
            for number, paragraph in enumerate(deleted.paragraphs):
                if number:
                    self._put("\n", deleted.change, marks, "")
                    self._block.has_changed_end = True
                self._is_after_blank = True
                self._walk(paragraph, deleted.change, marks, "")
            self._is_after_blank = is_after_blank

    def _blank(self, element: Any) -> str:
        """Return so many blanks as an element stands for; a small file could say more of them than memory holds."""
        said = read_digits(attribute(element, "c") or "1", longest=8)
        count = 1 if said is None else said
        self._package.blanks += count
        if self._package.blanks > _MOST_BLANKS:
            raise FormatError((Problem("", f"Expected at most {_MOST_BLANKS:,} blanks that others stand for."),))
        return " " * count

    def _add(self, text: str | None, change: Change, marks: frozenset[str], style: str) -> None:
        """Add characters as they are shown: white space collapses, and goes at the beginning of a paragraph."""
        said = _WHITE.sub(" ", text or "")
        if self._is_after_blank:
            said = said.removeprefix(" ")
        if said:
            self._is_after_blank = said.endswith(" ")
            self._is_layout = "\n" in _LAST_WHITE.search(text or "")[0]  # type: ignore[index]
            self._put(said, change, marks, style)

    def _put(self, text: str, change: Change, marks: frozenset[str], style: str) -> None:
        inserted = next(reversed(self._open.values()), None)
        said = inserted if inserted and change is NO_CHANGE else change
        self._block.add(checked_text(text, "the text"), said, marks, style)

    def _drop_last_blank(self) -> None:
        """Drop the line end of an indented file; a mere blank at the end is meant where LibreOffice writes it."""
        pieces = self._block.pieces
        if self._is_layout and self._is_after_blank and pieces and pieces[-1].text.endswith(" "):
            last = pieces[-1]
            pieces[-1] = Piece(last.text[:-1], last.change, last.marks)

    def _comment(self, element: Any) -> None:
        comments = self._package.comments
        name = attribute(element, "name")
        if not name or name in comments:
            name = f"# {len(comments)}"
        author, date = read_author(element)
        body = "\n".join(_plain(one, self._package) for one in element.iter() if local_name(one) in {"p", "h"})
        is_resolved = attribute(element, "resolved") == "true"
        comments[name] = Comment(author, date, body.strip("\n"), attribute(element, "parent-name"), is_resolved)
        self._block.starts[name] = len(self._block.pieces)
        self._block.points[name] = len(self._block.pieces)


def _note(element: Any, package: Package) -> str:
    bodies = (part for one in element if local_name(one) == "note-body" for part in one)
    return "\n".join(_plain(one, package) for one in bodies if local_name(one) in {"p", "h"}).strip()


def _plain(paragraph: Any, package: Package) -> str:
    """Return the text of a paragraph of a comment or note."""
    return BlockReader(package).read(paragraph).text("final")
