"""Words that went elsewhere with what stood around them.

They are looked for only where the new text parts from the old one: what was there before is another place. A candidate
is as good as the run of words around it that both texts share weighs. It must be alone, from either side: no other
place in the new text, and no other words in the old one, come near it.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.text.anchors.anchors import Anchor
from workbench.text.anchors.ground import Ground
from workbench.text.anchors.staying import Span, places_of, settle, words_between
from workbench.text.words.weights import weigh

__all__ = ["Moved", "find_moved"]

_REACH = 12  # words on either side that are looked at
_FLOOR = 4.0  # what a run must weigh
_LOW_FLOOR = 1.5  # where it is all that was taken from the one place, and all that came to the other
_MARGIN = 1.5  # by how much it must be heavier than any other


@dataclass(frozen=True, slots=True)
class Moved:
    """The place `start:end` in the new text; `is_sure` tells whether what went along is enough to go by."""

    start: int
    end: int
    is_sure: bool


def find_moved(anchor: Anchor, ground: Ground) -> Moved | None:
    """Return where the anchor's words went, or None where there is no such place, or more than one."""
    wanted = words_between(ground.old_words, anchor.start, anchor.end)
    if not wanted:
        return None
    here = bisect_left(ground.old_words.starts, anchor.start)
    runs = _runs_around(wanted, here, ground)
    come = [at for at in runs if any(ground.arrived[at : at + len(wanted)])]
    if not come:
        return None
    weights = {at: _weight(ground, run) for at, run in runs.items()}
    best = max(come, key=lambda at: weights[at])
    others = [weight for at, weight in weights.items() if at != best] + _rivals(wanted, here, best, ground)
    if weights[best] < max(others, default=0.0) + _MARGIN:
        return None
    start, end = settle(anchor, ground, best, best + len(wanted))
    return Moved(start, end, weights[best] >= _floor(ground, here, best, runs[best]))


def _runs_around(wanted: Sequence[str], here: int, ground: Ground) -> dict[int, Span]:
    """Return for each place of the words in the new text the run that it shares with the old one around `here`."""
    old, new = ground.old_words.values, ground.new_words.values
    return {at: _run(old, new, here, at, len(wanted)) for at in places_of(wanted, new)}


def _rivals(wanted: Sequence[str], here: int, there: int, ground: Ground) -> list[float]:
    """Return what the place in the new text would weigh for the other places of these words in the old one."""
    old, new = ground.old_words.values, ground.new_words.values
    return [_weight(ground, _run(old, new, at, there, len(wanted))) for at in places_of(wanted, old) if at != here]


def _run(old: Sequence[str], new: Sequence[str], here: int, there: int, length: int) -> Span:
    """Return the run of words of `new` around `there` that stand in `old` around `here` too."""
    before = after = 0
    while before < min(_REACH, here, there) and old[here - before - 1] == new[there - before - 1]:
        before += 1
    mine, theirs = here + length, there + length
    most = min(_REACH, len(old) - mine, len(new) - theirs)
    while after < most and old[mine + after] == new[theirs + after]:
        after += 1
    return there - before, theirs + after


def _weight(ground: Ground, run: Span) -> float:
    return sum(map(weigh, ground.new_words.values[slice(*run)]))


def _floor(ground: Ground, here: int, there: int, run: Span) -> float:
    """Return what the run must weigh: less where it was taken whole and came whole."""
    first, last = here - (there - run[0]), here + run[1] - there
    is_whole = not _goes_on(ground.departed, first, last) and not _goes_on(ground.arrived, *run)
    return _LOW_FLOOR if is_whole else _FLOOR


def _goes_on(changed: Sequence[bool], first: int, last: int) -> bool:
    """Tell whether the words beside `first:last` were changed too."""
    return any(changed[max(0, first - 1) : first]) or any(changed[last : last + 1])
