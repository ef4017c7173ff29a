"""Words that stand where they stood: untouched, or with other capitals, signs, spaces or letter forms."""

from bisect import bisect_left
from collections.abc import Sequence

from workbench.text.anchors.anchors import Anchor
from workbench.text.anchors.ground import Ground, Window, count_words
from workbench.text.words.keys import Keys
from workbench.text.words.weights import weigh

__all__ = ["find_in_place", "places_of", "settle", "words_between"]

_ENOUGH = 2.0  # weight of words that are found again among others without anything firm beside them

Span = tuple[int, int]


def find_in_place(anchor: Anchor, ground: Ground) -> Span | None:
    """Return where in the new text the anchor's words stand, in the place where they stood; None where they don't.

    They must stand there once, and have stood there once; and where everything around them was changed, they must be
    words that say something, or fill the same place between what is firm.
    """
    window = ground.window(anchor.start, anchor.end)
    return _as_written(anchor, ground, window) or _as_folded(anchor, ground, window)


def _as_written(anchor: Anchor, ground: Ground, window: Window) -> Span | None:
    new = ground.new[window.new_start : window.new_end]
    at = new.find(anchor.quote)
    if at < 0 or new.find(anchor.quote, at + 1) >= 0:
        return None
    if ground.old[window.old_start : window.old_end].count(anchor.quote) > 1:
        return None
    start = window.new_start + at
    end = start + len(anchor.quote)
    if ground.is_cut(ground.new, start) != ground.is_cut(ground.old, anchor.start):
        return None
    if ground.is_cut(ground.new, end) != ground.is_cut(ground.old, anchor.end):
        return None
    return (start, end) if _is_firm(anchor, ground, window, start, end) else None


def _as_folded(anchor: Anchor, ground: Ground, window: Window) -> Span | None:
    wanted = words_between(ground.old_words, anchor.start, anchor.end)
    if not wanted:
        return None
    theirs, first = _window_words(ground.new_words, window.new_start, window.new_end)
    mine, _ = _window_words(ground.old_words, window.old_start, window.old_end)
    places = places_of(wanted, theirs)
    if len(places) != 1 or len(places_of(wanted, mine)) != 1:
        return None
    at = first + places[0]
    start, end = settle(anchor, ground, at, at + len(wanted))
    return (start, end) if _is_firm(anchor, ground, window, start, end) else None


def _is_firm(anchor: Anchor, ground: Ground, window: Window, start: int, end: int) -> bool:
    """Tell whether the place is sure: by an edge, by what the words weigh, or by its distance from both edges."""
    if sum(map(weigh, words_between(ground.old_words, anchor.start, anchor.end))) >= _ENOUGH:
        return True
    mine, theirs = ground.old_words, ground.new_words
    before = count_words(mine, window.old_start, anchor.start), count_words(theirs, window.new_start, start)
    after = count_words(mine, anchor.end, window.old_end), count_words(theirs, end, window.new_end)
    return (0, 0) in (before, after) or (before[0] == before[1] and after[0] == after[1])


def settle(anchor: Anchor, ground: Ground, first: int, last: int) -> Span:
    """Return the place of words `first:last` of the new text, with as many signs at the edges as the quote has."""
    words, text = ground.old_words, ground.new
    low, high = bisect_left(words.starts, anchor.start), bisect_left(words.starts, anchor.end)
    start, end = ground.new_words.starts[first], ground.new_words.ends[last - 1]
    for _ in range(max(0, words.starts[low] - anchor.start)):
        start -= start > 0 and _is_sign(text[start - 1])
    for _ in range(max(0, anchor.end - words.ends[high - 1])):
        end += end < len(text) and _is_sign(text[end])
    return start, end


def _is_sign(character: str) -> bool:
    return not (character.isalnum() or character.isspace())


def words_between(words: Keys, start: int, end: int) -> list[str]:
    """Return the folded words of `start:end`, or nothing where it cuts a word or holds none."""
    low, high = bisect_left(words.starts, start), bisect_left(words.starts, end)
    if low == high or words.ends[high - 1] > end or (low and words.ends[low - 1] > start):
        return []
    return words.values[low:high]


def _window_words(words: Keys, start: int, end: int) -> tuple[Sequence[str], int]:
    low, high = bisect_left(words.starts, start), bisect_left(words.starts, end)
    return words.values[low:high], low


def places_of(wanted: Sequence[str], words: Sequence[str]) -> list[int]:
    """List where the words stand one after the other, overlapping places included."""
    length, first = len(wanted), wanted[0]
    return [
        at
        for at in range(len(words) - length + 1)
        if words[at] == first and list(words[at : at + length]) == list(wanted)
    ]
