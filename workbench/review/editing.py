"""What somebody changed in a text, as replacements of words: the law is that all of them together make the new text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.text import diff, tokenise

__all__ = ["Edit", "edits_between"]


@dataclass(frozen=True, slots=True)
class Edit:
    """`words` in place of the code points `start:end` (half-open, with words among them) of the old text."""

    start: int
    end: int
    words: str


def edits_between(old: str, new: str) -> list[Edit]:
    """Return what leads from the old text, which has words, to the new one: in order, none touching the next.

    What was put in between words comes with the word before it (at the beginning: the word after it), so that there
    are words to speak of.
    """
    edits: list[Edit] = []
    for edit in _replaced(old, new):
        if edits and edit.start <= edits[-1].end:
            edits.append(_together(old, edits.pop(), edit))
        elif old[edit.start : edit.end].strip():
            edits.append(edit)
        else:
            wide = _widened(old, edit, edits[-1].end if edits else 0)
            touches = edits and wide.start == edits[-1].end
            edits.append(_together(old, edits.pop(), wide) if touches else wide)
    return edits


def _replaced(old: str, new: str) -> Iterator[Edit]:
    for segment in diff(old, new).segments:
        if segment.difference is not None:
            (start, end), (begin, stop) = segment.left, segment.right
            yield Edit(start, end, new[begin:stop])


def _together(old: str, first: Edit, second: Edit) -> Edit:
    """Return two edits as one. Where they overlap, the first ends with words of the old text as they stand there."""
    shared = max(0, first.end - second.start)
    words = first.words[: len(first.words) - shared] + second.words + old[second.end : first.end]
    return Edit(first.start, max(first.end, second.end), words)


def _widened(old: str, edit: Edit, before: int) -> Edit:
    """Return the edit with the word before it, if one stands there after the code point `before`, else the next one."""
    start = edit.start - _to_word(token.text for token in reversed(tokenise(old[before : edit.start])))
    if start < edit.start:
        return Edit(start, edit.end, old[start : edit.start] + edit.words)
    end = edit.end + _to_word(token.text for token in tokenise(old[edit.end :]))
    return Edit(edit.start, end, edit.words + old[edit.end : end])


def _to_word(tokens: Iterable[str]) -> int:
    """Return how many code points lead to the far side of the first token that is no white space, 0 for none."""
    length = 0
    for token in tokens:
        length += len(token)
        if token.strip():
            return length
    return 0
