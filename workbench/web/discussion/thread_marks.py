"""The words that discussions speak of, as marks in their texts: lit from the margin, and leading there."""

from collections import defaultdict
from collections.abc import Iterable

from workbench.review.models import Anchor
from workbench.web.discussion.cards import ThreadCard
from workbench.web.typesetting.marking import Mark

__all__ = ["thread_marks"]


def thread_marks(cards: Iterable[ThreadCard]) -> dict[int, list[Mark]]:
    """Return the marks of all placed anchors by variant id; those of resolved discussions have the class `settled`."""
    marks: dict[int, list[Mark]] = defaultdict(list)
    for number, card in enumerate(cards, 1):
        for words in card.anchors:
            if not words.is_lost:
                marks[words.anchor.variant_id].append(_mark(words.anchor, card, number))
    return dict(marks)


def _mark(anchor: Anchor, card: ThreadCard, number: int) -> Mark:
    attributes = (
        ("class", "words" if card.is_open else "words settled"),
        ("data-thread", str(anchor.thread_id)),
    )
    said = f" (note {number}{'' if card.is_open else ', resolved'}) "
    return Mark(anchor.start, anchor.end, "mark", attributes, element_id=f"words-{anchor.pk}", after=said)
