"""What stands in the margins of passages: their discussions, and the marks on the words these speak of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.accounts.models import User
from workbench.corpus.models import Passage
from workbench.review.queries import threads_of
from workbench.web.discussion.cards import ThreadCard, cards_by_passage
from workbench.web.discussion.thread_marks import thread_marks
from workbench.web.typesetting.marking import Mark

__all__ = ["Margins", "read_margins"]


@dataclass(frozen=True, slots=True)
class Margins:
    """Discussions by passage id, in the order of their words, and marks by variant id."""

    notes: Mapping[int, Sequence[ThreadCard]]
    marks: Mapping[int, Sequence[Mark]]


def read_margins(user: User, passages: Iterable[Passage]) -> Margins:
    """Read the margins of passages the user was found to see: six queries at most, however many there are."""
    notes = cards_by_passage(user, threads_of(passages))
    marks: dict[int, list[Mark]] = {}
    for cards in notes.values():
        marks |= thread_marks(cards)
    return Margins(notes, marks)
