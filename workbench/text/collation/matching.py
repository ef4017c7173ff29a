"""Which words of a reading stand in the table already: a longest common subsequence of a reading and a table.

A place of the table holds several words; a word answers the place when it is one of them. That needs no more
than the longest common subsequence of two strings: a place is a bit, a word the mask of the places it
answers, and one row of the dynamic programme is three operations on big integers (H. Hyyrö, "Bit-parallel
LCS-length computation revisited", AWOCA 2004). In a row, a zero bit is a place where the subsequence grew.

To walk back through the rows they must be kept, or made again: of long texts only every so many is kept.
"""

from collections.abc import Mapping, Sequence

from workbench.text.collation.places import Pairs, Place
from workbench.text.collation.rows import Words

__all__ = ["match_words"]

_BITS = 400_000_000  # rows kept at a time: 50 MB


def match_words(words: Words, places: Sequence[Place], *, bits: int = _BITS) -> Pairs:
    """Pair words with places that hold them, as many as can be in order, keeping about `bits` bits at a time."""
    masks = _mask_words(places)
    step = max(1, min(len(words), bits // (len(places) + 1)))
    slices = [words[start : start + step] for start in range(0, len(words), step)]
    tops = [(1 << len(places)) - 1]
    for part in slices[:-1]:
        tops.append(_run(part, masks, tops[-1], tops[0])[-1])
    backwards: Pairs = []
    place = len(places)
    for number in reversed(range(len(slices))):
        rows = _run(slices[number], masks, tops[number], tops[0])
        place = _trace(rows, number * step, place, backwards)
    return backwards[::-1]


def _mask_words(places: Sequence[Place]) -> dict[int, int]:
    masks: dict[int, int] = {}
    bit = 1
    for place in places:
        for word in place.words:
            masks[word] = masks.get(word, 0) | bit
        bit <<= 1
    return masks


def _run(words: Words, masks: Mapping[int, int], row: int, everything: int) -> list[int]:
    """The rows of the dynamic programme for `words`, beginning with the `row` before them."""
    rows = [row]
    for word in words:
        common = row & masks.get(word, 0)
        row = ((row + common) | (row - common)) & everything
        rows.append(row)
    return rows


def _trace(rows: Sequence[int], start: int, place: int, backwards: Pairs) -> int:
    """Walk back through `rows` from `place`, noting pairs (words count from `start`); return the place reached."""
    word = len(rows) - 1
    while word and place:
        if rows[word] >> (place - 1) & 1:
            place -= 1
        elif not rows[word - 1] >> (place - 1) & 1:
            word -= 1
        else:
            word, place = word - 1, place - 1
            backwards.append((start + word, place))
    return place
