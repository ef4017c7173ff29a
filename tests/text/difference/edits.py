"""Edits as one can read them: `the {old|young} man` is "the old man" against "the young man".

Words stand apart by a space, signs too; `¶` is the end of a line. `clean` and `slid` say what the two steps of
`cleaning` make of an edit so written, in the same writing; only the two functions at the end know how they are called.
"""

import re
from collections.abc import Sequence

from workbench.text.difference.cleaning import clean_up, slide
from workbench.text.difference.matching import Block
from workbench.text.words.keys import Keys, read_keys

__all__ = ["Pieces", "clean", "read", "slid", "write"]

_PIECE = re.compile(r"\{([^|}]*)\|([^}]*)\}|([^\s{}]+)")
Pieces = list[tuple[list[str], list[str] | None]]  # words of both sides, or of the left and of the right


def read(edit: str) -> Pieces:
    """Read an edit: the words of both texts with None, or those of the left and those of the right."""
    pieces: Pieces = []
    for left, right, word in _PIECE.findall(edit):
        if not word:
            pieces.append((left.split(), right.split()))
        elif pieces and pieces[-1][1] is None:
            pieces[-1][0].append(word)
        else:
            pieces.append(([word], None))
    return pieces


def write(pieces: Pieces) -> str:
    """Write an edit, as `read` reads it."""
    return " ".join(
        " ".join(left) if right is None else f"{{{' '.join(left)}|{' '.join(right)}}}" for left, right in pieces
    )


def clean(edit: str) -> str:
    """Clean an edit up."""
    left, right, blocks = _compare(read(edit))
    return _describe(_clean_up(blocks, left, right), left, right)


def slid(edit: str) -> str:
    """Slide every added or omitted run of an edit."""
    left, right, blocks = _compare(read(edit))
    return _describe(_slide(blocks, left, right), left, right)


def _compare(pieces: Pieces) -> tuple[Keys, Keys, list[Block]]:
    """Make both texts, and the runs of words that both have."""
    lefts, rights = (_text_of([piece[side] or [] for piece in _both(pieces)]) for side in (0, 1))
    left, right = read_keys(lefts), read_keys(rights)
    blocks, a, c = [], 0, 0
    for mine, theirs in pieces:
        lengths = [sum(word != "¶" for word in words) for words in (mine, mine if theirs is None else theirs)]
        if theirs is None and lengths[0]:
            blocks.append((a, c, lengths[0]))
        a, c = a + lengths[0], c + lengths[1]
    assert (a, c) == (len(left.values), len(right.values)), "a word of the edit is no token"
    return left, right, blocks


def _both(pieces: Pieces) -> list[tuple[list[str], list[str]]]:
    return [(mine, mine if theirs is None else theirs) for mine, theirs in pieces]


def _text_of(runs: Sequence[Sequence[str]]) -> str:
    return " ".join(word for run in runs for word in run).replace("¶", "\n")


def _describe(blocks: Sequence[Block], left: Keys, right: Keys) -> str:
    """Write runs that agree, and what lies between them; `¶` where a line of the left or of the right begins."""
    mine, theirs = _words(left), _words(right)
    pieces: Pieces = []
    i = j = 0
    for a, c, length in [*blocks, (len(mine), len(theirs), 0)]:
        assert left.values[a : a + length] == right.values[c : c + length], "a run of other words on both sides"
        assert i <= a, "runs that overlap on the left"
        assert j <= c, "runs that overlap on the right"
        if i < a or j < c:
            pieces.append((_split(mine[i:a]), _split(theirs[j:c])))
        if length:
            pieces.append((_split(mine[a : a + length]), None))
        i, j = a + length, c + length
    return write(pieces)


def _words(keys: Keys) -> list[str]:
    """List the words, each with the end of a line before it where there is one."""
    gaps = [keys.text[end:start] for end, start in zip([0, *keys.ends], keys.starts, strict=False)]
    return [f"¶ {word}" if "\n" in gap else word for gap, word in zip(gaps, keys.values, strict=True)]


def _split(words: Sequence[str]) -> list[str]:
    return " ".join(words).split()


def _clean_up(blocks: Sequence[Block], left: Keys, right: Keys) -> list[Block]:
    return list(clean_up(blocks, left, right))


def _slide(blocks: Sequence[Block], left: Keys, right: Keys) -> list[Block]:
    return list(slide(blocks, left, right))
