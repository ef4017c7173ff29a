"""Comments and tracked changes of paragraphs as threads."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, takewhile
from typing import Any

from workbench.interchange.document import AnchorRecord, CommentRecord, SuggestionRecord, ThreadRecord
from workbench.interchange.office.elements import Comment
from workbench.interchange.office.pieces import Block, Piece, View

__all__ = ["Discussions", "changes_of"]


def changes_of(block: Block) -> Iterator[tuple[int, int]]:
    """Yield the runs of pieces (from, to) that one person changed side by side."""

    def by(numbered: tuple[int, Any]) -> tuple[bool, str, str]:
        change = numbered[1].change
        return change.is_inserted or change.is_deleted, change.author, change.date

    for (is_changed, _, _), run in groupby(enumerate(block.pieces), by):
        if is_changed:
            numbers = [number for number, _ in run]
            if block.offset(numbers[0], "base") < block.offset(numbers[-1] + 1, "base") or any(
                block.pieces[number].change.is_in("final") for number in numbers
            ):
                yield numbers[0], numbers[-1] + 1


class Discussions:
    """Comments and changes of blocks as threads; remembers which comments had a place."""

    def __init__(self, comments: Mapping[str, Comment], view: View, *, suggests: bool) -> None:
        self._comments = comments
        self._view: View = view
        self._suggests = suggests
        self._placed: set[str] = set()
        self._replies: dict[str, list[str]] = {}
        for name, note in comments.items():
            if note.parent in comments:
                self._replies.setdefault(self._root(name), []).append(name)

    def threads(self, reference: str, siglum: str, block: Block) -> Iterator[ThreadRecord]:
        """Yield a thread for each comment that opens one, and for each change that no comment speaks of."""
        changes = list(changes_of(block)) if self._suggests else []
        for name in dict.fromkeys([*block.starts, *block.points]):
            note = self._comments.get(name)
            if note and name not in self._placed and note.parent not in self._comments:
                self._placed.update([name, *self._replies.get(name, [])])
                yield self._thread(name, note, reference, siglum, block, changes)
        for first, last in changes:
            yield self._suggestion(reference, siglum, block, first, last)

    def remarks(self) -> Iterator[str]:
        """Say how many comments have no place in a passage."""
        if lost := len(self._comments.keys() - self._placed):
            yield f"{lost:,} comments do not stand in a passage and are left out."

    def _root(self, name: str) -> str:
        seen = {name}
        while (parent := self._comments[name].parent) in self._comments and parent not in seen:
            seen.add(parent)
            name = parent
        return name

    def _thread(
        self,
        name: str,
        note: Comment,
        reference: str,
        siglum: str,
        block: Block,
        changes: list[tuple[int, int]],
    ) -> ThreadRecord:
        start, end = _reach(name, note, block)
        anchors = tuple(self._anchor(siglum, block, start, end))
        suggestion = self._own_change(note, block, start, end, changes) if anchors else None
        first = CommentRecord(note.author, note.body, note.date, suggestion=suggestion)
        rest = (self._comments[one] for one in self._replies.get(name, []))
        replies = (CommentRecord(one.author, one.body, one.date) for one in rest)
        return ThreadRecord(
            reference,
            (first, *replies),
            anchors,
            state="resolved" if note.is_resolved else "open",
            author=note.author,
            created_at=note.date,
        )

    def _anchor(self, siglum: str, block: Block, start: int, end: int) -> Iterator[AnchorRecord]:
        text = block.text(self._view)
        first, last = block.offset(start, self._view), block.offset(end, self._view)
        if first < last:
            yield AnchorRecord(siglum, 1, first, last, text[first:last])

    def _own_change(
        self, note: Comment, block: Block, start: int, end: int, changes: list[tuple[int, int]]
    ) -> SuggestionRecord | None:
        """Return the suggestion of a comment that its author made together with the changes inside its range."""
        first = last = bisect_left(changes, (start, 0))
        while last < len(changes) and changes[last][1] <= end:
            if not _made_by(block.pieces[changes[last][0]], note):
                return None
            last += 1
        if first == last:
            return None
        del changes[first:last]
        final = block.text("final")[block.offset(start, "final") : block.offset(end, "final")]
        return SuggestionRecord(0, final)

    def _suggestion(self, reference: str, siglum: str, block: Block, first: int, last: int) -> ThreadRecord:
        """Return a thread with nothing but a suggestion; what is only inserted is suggested with the word before it."""
        change = block.pieces[first].change
        base = block.text("base")
        start, end = block.offset(first, "base"), block.offset(last, "base")
        added = "".join(piece.text for piece in block.pieces[first:last] if piece.change.is_in("final"))
        left, right = start, end
        if start == end:
            left = start - len(re.search(r"\S*\s*\Z", base[:start])[0])  # type: ignore[index]
            right = end if left < start else end + len(re.match(r"\s*\S*", base[end:])[0])  # type: ignore[index]
        anchors = (AnchorRecord(siglum, 1, left, right, base[left:right]),) if left < right else ()
        suggested = SuggestionRecord(0, base[left:start] + added + base[end:right]) if anchors else None
        body = "" if anchors else f"Inserted: {added}"
        comment = CommentRecord(change.author, body, change.date, suggestion=suggested)
        return ThreadRecord(reference, (comment,), anchors, author=change.author, created_at=change.date)


def _reach(name: str, note: Comment, block: Block) -> tuple[int, int]:
    """Return the pieces that a comment speaks of: from, to.

    LibreOffice puts the beginning of a comment behind a deletion that begins at the same place, so that one on a
    deletion has an empty range: an empty range, or one behind what its author deleted at the same moment, began
    before it.
    """
    if name not in block.starts:
        return (block.points[name],) * 2
    start, end = block.starts[name], block.ends.get(name, len(block.pieces))
    before = _deleted(reversed(block.pieces[:start]))
    if start == end and not before:
        return start, end + _deleted(block.pieces[end:])
    if start == end or (before and _made_by(block.pieces[start - 1], note)):
        return start - before, end
    return start, end


def _deleted(pieces: Iterable[Piece]) -> int:
    """Return how many pieces from the first one on were deleted."""
    return sum(1 for _ in takewhile(lambda piece: piece.change.is_deleted, pieces))


def _made_by(piece: Piece, note: Comment) -> bool:
    return (piece.change.author, piece.change.date) == (note.author, note.date)
