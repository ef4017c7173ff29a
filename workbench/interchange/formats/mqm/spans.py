"""Marked words: `<v>` before them and `</v>` behind, in the text itself."""

import re
from collections.abc import Iterable

__all__ = ["Span", "mark", "unmark"]

Span = tuple[int, int]
"""Where marked words begin and end, in code points of the text without its marks, half-open."""

_TAG = re.compile(r"</?v>")
_WORD = re.compile(r"\S+")


def unmark(cell: str) -> tuple[str, list[Span], bool]:
    """Return the text without marks, where the marked words stand, and whether the marks were whole.

    Marked words that nothing closes go on to the end; an end that nothing opened begins at the start. A mark around
    nothing stands on the word behind it, or before it at the end of the text.
    """
    pieces, starts, spans = [], [], []
    place = length = 0
    is_whole = True
    for tag in _TAG.finditer(cell):
        pieces.append(cell[place : tag.start()])
        length += tag.start() - place
        place = tag.end()
        if tag[0] == "<v>":
            starts.append(length)
        else:
            is_whole &= bool(starts)
            spans.append((starts.pop() if starts else 0, length))
    text = "".join(pieces) + cell[place:]
    spans += [(start, len(text)) for start in reversed(starts)]
    worded = [_with_word(text, span) for span in spans]
    is_whole &= not starts and worded == spans
    return text, sorted({span for span in worded if span[0] < span[1]}), is_whole


def mark(text: str, spans: Iterable[Span]) -> str:
    """Return the text with marks around some words; those that overlap become one."""
    marked, place = [], 0
    for start, end in _joined(spans):
        marked += [text[place:start], "<v>", text[start:end], "</v>"]
        place = end
    return "".join(marked) + text[place:]


def _with_word(text: str, span: Span) -> Span:
    start, end = span
    if start < end:
        return span
    after = _WORD.search(text, end)
    if after:
        return after.span()
    words = list(_WORD.finditer(text))
    return words[-1].span() if words else span


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
