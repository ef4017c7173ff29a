"""Words some of which were replaced: where they stood, others stand now."""

from dataclasses import dataclass

from workbench.text.anchors.anchors import Anchor
from workbench.text.anchors.ground import Ground, count_words, fold
from workbench.text.difference.comparison import Part

__all__ = ["Replaced", "find_replaced"]

_WORD_FOR_WORD = 0.5  # what a word counts that stands where one other word stood


@dataclass(frozen=True, slots=True)
class Replaced:
    """The place `start:end` in the new text, and the share (0..1) of both sides' words that are the same."""

    start: int
    end: int
    score: float


def find_replaced(anchor: Anchor, ground: Ground) -> Replaced | None:
    """Return what stands where the anchor's words stood; None where nothing does, none of them, or a shred.

    The score is 2 M / (L + R): L words before, R after, M the same ones, a word replaced by one word half.
    """
    first, last = ground.parts_of(anchor.start, anchor.end)
    parts = ground.parts[first:last]
    start = _edge(anchor, ground, parts[0], at_end=False)
    end = _edge(anchor, ground, parts[-1], at_end=True)
    start, end = _without_space(ground.new, start, end)
    if start >= end or _is_shred(anchor, ground, parts[0], parts[-1], count_words(ground.new_words, start, end)):
        return None
    total = count_words(ground.old_words, anchor.start, anchor.end) + count_words(ground.new_words, start, end)
    same = [_same(anchor, ground, part, first + at) for at, part in enumerate(parts)]
    return Replaced(start, end, min(1.0, 2 * sum(same) / total)) if any(count >= 1 for count in same) else None


def _edge(anchor: Anchor, ground: Ground, part: Part, *, at_end: bool) -> int:
    """Return where the part's side of the place is in the new text."""
    place = anchor.end if at_end else anchor.start
    if part[4] is None:
        return part[2] + place - part[0]
    covered = ground.old[max(part[0], anchor.start) : min(part[1], anchor.end)]
    is_only_signs = not fold(covered) and bool(fold(ground.new[part[2] : part[3]]))
    return part[3] if at_end is not is_only_signs else part[2]


def _is_shred(anchor: Anchor, ground: Ground, first: Part, last: Part, left: int) -> bool:
    """Tell whether more was taken out over an edge of the anchor, outside it, than is left of it: then what is left
    may as well belong to what follows or goes before.
    """
    over = 0
    for part in {first, last}:
        if part[4] is not None and not count_words(ground.new_words, part[2], part[3]):
            words = ground.old_words
            over += count_words(words, part[0], anchor.start) + count_words(words, anchor.end, part[1])
    return over > left


def _without_space(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _same(anchor: Anchor, ground: Ground, part: Part, index: int) -> float:
    start, end = max(part[0], anchor.start), min(part[1], anchor.end)
    before = count_words(ground.old_words, start, end)
    if part[4] is None:
        return before
    new = ground.new[part[2] : part[3]]
    if before and fold(ground.old[start:end]) == fold(new):
        return before
    is_one_for_one = before == 1 == count_words(ground.new_words, part[2], part[3])
    return _WORD_FOR_WORD if is_one_for_one and _stands_firm(ground, index) else 0


def _stands_firm(ground: Ground, index: int) -> bool:
    """Tell whether there is nothing, or words that both texts have, on either side of a change."""
    beside = (*ground.parts[max(0, index - 1) : index], *ground.parts[index + 1 : index + 2])
    return all(part[4] is None for part in beside)
