"""The words that discussions speak of, as marks in their texts: lit from the margin, and leading there."""

from collections import defaultdict
from collections.abc import Iterable

from django.utils.translation import gettext

from workbench.review.models import Anchor
from workbench.review.queries import FoldedThread
from workbench.web.discussion.cards import ThreadCard
from workbench.web.typesetting.marking import Mark

__all__ = ["folded_marks", "thread_marks"]


def thread_marks(cards: Iterable[ThreadCard]) -> dict[int, list[Mark]]:
    """Return the marks of all placed anchors by variant id; those of resolved discussions have the class `settled`."""
    marks: dict[int, list[Mark]] = defaultdict(list)
    for number, card in enumerate(cards, 1):
        for words in card.anchors:
            if not words.is_lost:
                marks[words.anchor.variant_id].append(_mark(words.anchor, card, number))
    return dict(marks)


def folded_marks(threads: Iterable[FoldedThread], anchors: Iterable[Anchor]) -> dict[int, list[Mark]]:
    """Return the marks of discussions that are not shown in the margin, by variant id."""
    is_open = {one.pk: one.is_open for one in threads}
    marks: dict[int, list[Mark]] = defaultdict(list)
    for anchor in anchors:
        state = "words" if is_open[anchor.thread_id] else "words settled"
        attributes = (("class", state), ("data-thread", str(anchor.thread_id)))
        said = f" {gettext('(discussed on the page of the passage)')} "
        marks[anchor.variant_id].append(
            Mark(anchor.start, anchor.end, "mark", attributes, element_id=f"words-{anchor.pk}", after=said)
        )
    return dict(marks)


def _mark(anchor: Anchor, card: ThreadCard, number: int) -> Mark:
    attributes = (
        ("class", "words" if card.is_open else "words settled"),
        ("data-thread", str(anchor.thread_id)),
    )
    said = gettext("(note %(number)s)") if card.is_open else gettext("(note %(number)s, resolved)")
    said = f" {said % {'number': number}} "
    return Mark(anchor.start, anchor.end, "mark", attributes, element_id=f"words-{anchor.pk}", after=said)
