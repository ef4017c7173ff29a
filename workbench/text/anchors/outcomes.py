"""What becomes of anchors when their text is edited.

A comment must never lie: an anchor stays on the words it speaks of, says that they were changed, goes with them where
they went, or becomes an orphan that a person attaches again. All anchors of a text are followed by one comparison.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.text.anchors.anchors import Anchor, make_anchor
from workbench.text.anchors.ground import Ground, fold
from workbench.text.anchors.moving import find_moved
from workbench.text.anchors.replacing import find_replaced
from workbench.text.anchors.staying import find_in_place

__all__ = ["Outcome", "OutcomeKind", "follow_all", "follow_on"]

OutcomeKind = Literal["kept", "changed", "moved", "orphan"]

_FLOOR = 1 / 3  # of the share of words that are still the same, for asking whether these are the words


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an anchor.

    - `kept`: its words stand where they stood. `new` may differ from `old` in case, spaces, line ends, signs and the
      Unicode form of letters, and in nothing else.
    - `changed`: others stand among them or in the place of some, or the same words stand elsewhere on evidence too thin
      to go by: somebody has to say whether they are still meant.
    - `moved`: the same words, elsewhere.
    - `orphan`: they are gone; `anchor` is None and `new` empty.

    `score` is the share (0..1) of the words of both sides that are the same.
    """

    kind: OutcomeKind
    anchor: Anchor | None
    old: str
    new: str
    score: float


def follow_all(anchors: Sequence[Anchor], old: str, new: str) -> list[Outcome]:
    """Say what becomes of each anchor in `old` when the text becomes `new`. One comparison of the texts.

    Raises `InvalidRange` when an anchor does not lie in `old`.
    """
    for anchor in anchors:
        make_anchor(old, anchor.start, anchor.end)
    if not anchors:
        return []
    ground = Ground.compare(old, new)
    return [follow_on(make_anchor(old, anchor.start, anchor.end), ground) for anchor in anchors]


def follow_on(anchor: Anchor, ground: Ground) -> Outcome:
    """Say what becomes of an anchor in the edit that was compared already."""
    first, last = ground.parts_of(anchor.start, anchor.end)
    part = ground.parts[first]
    if last - first == 1 and part[4] is None:
        start = part[2] + anchor.start - part[0]
        return _placed("kept", anchor, ground, (start, start + len(anchor.quote)), 1.0)
    return _follow_touched(anchor, ground)


def _follow_touched(anchor: Anchor, ground: Ground) -> Outcome:
    is_related = ground.comparison.verdict != "unrelated"
    if is_related and (place := find_in_place(anchor, ground)):
        return _placed("kept", anchor, ground, place, 1.0)
    replaced = find_replaced(anchor, ground) if is_related else None
    if replaced and _are_same(anchor.quote, ground.new[replaced.start : replaced.end]):
        return _placed("kept", anchor, ground, (replaced.start, replaced.end), 1.0)
    moved = find_moved(anchor, ground)
    if moved and moved.is_sure:
        return _placed("moved", anchor, ground, (moved.start, moved.end), 1.0)
    if replaced and replaced.score >= _FLOOR:
        return _placed("changed", anchor, ground, (replaced.start, replaced.end), replaced.score)
    if moved:
        return _placed("changed", anchor, ground, (moved.start, moved.end), 1.0)
    return Outcome("orphan", None, anchor.quote, "", 0.0)


def _placed(kind: OutcomeKind, anchor: Anchor, ground: Ground, place: tuple[int, int], score: float) -> Outcome:
    found = make_anchor(ground.new, *place)
    return Outcome(kind, found, anchor.quote, found.quote, score)


def _are_same(old: str, new: str) -> bool:
    """Tell whether these are the same words, whatever spaces are between them."""
    mine, theirs = fold(old), fold(new)
    return bool(mine) and mine == theirs
