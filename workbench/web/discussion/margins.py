"""What stands in the margins of passages: their discussions, and the marks on the words these speak of.

Where a page has very many discussions, a few of each passage are shown, the open ones first, and the others counted:
they stand on the page of the passage.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from workbench.accounts.models import User
from workbench.corpus.models import Passage
from workbench.review.models import Thread
from workbench.review.queries import FoldedThread, anchors_of, fold_threads, whole
from workbench.web.discussion.cards import ThreadCard, cards_by_passage
from workbench.web.discussion.thread_marks import folded_marks, thread_marks
from workbench.web.typesetting.marking import Mark

__all__ = ["Margins", "read_margins"]

MOST = 60  # discussions of a page that are all shown
_LEAST = 2  # of a passage


@dataclass(frozen=True, slots=True)
class Margins:
    """Discussions by passage id, in the order of their words, and marks by variant id.

    `more`: how many of a passage are not shown; `open_threads`: how many of all that it has are open.
    """

    notes: Mapping[int, Sequence[ThreadCard]]
    marks: Mapping[int, Sequence[Mark]]
    more: Mapping[int, int] = field(default_factory=dict)
    open_threads: Mapping[int, int] = field(default_factory=dict)

    @property
    def shape(self) -> str:
        """How the discussions are folded: where some are left out, the others are read when they are opened."""
        return "closed" if self.more else "folded"


def read_margins(user: User, passages: Iterable[Passage], most: int | None = MOST) -> Margins:
    """Read the margins of passages the user was found to see: eight queries at most, however many there are.

    At most `most` discussions are shown, or two of each passage; None: all.
    """
    folded = fold_threads(passages)
    total = sum(map(len, folded.values()))
    shown = [one.pk for group in folded.values() for one in group]
    hidden: dict[int, Sequence[FoldedThread]] = {}
    if most is not None and total > most:
        shown, hidden = _choose(folded, max(_LEAST, most // max(1, len(folded))))
    grouped: dict[int, list[Thread]] = {pk: [] for pk in folded}
    for thread in whole(Thread.objects.filter(pk__in=shown)).order_by("created_at", "pk"):
        grouped[thread.passage_id or 0].append(thread)
    notes = cards_by_passage(user, grouped)
    marks: dict[int, list[Mark]] = {}
    for cards in notes.values():
        marks |= thread_marks(cards)
    beyond = [one for group in hidden.values() for one in group]
    for variant, found in folded_marks(beyond, anchors_of(beyond)).items():
        marks.setdefault(variant, []).extend(found)
    is_open = {pk: sum(one.is_open for one in group) for pk, group in folded.items()}
    return Margins(notes, marks, {pk: len(group) for pk, group in hidden.items() if group}, is_open)


def _choose(
    folded: Mapping[int, Sequence[FoldedThread]], most: int
) -> tuple[list[int], dict[int, Sequence[FoldedThread]]]:
    """Part the threads of each passage into those that are shown (ids), open ones first, and the others."""
    shown: list[int] = []
    hidden: dict[int, Sequence[FoldedThread]] = {}
    for passage, group in folded.items():
        ordered = sorted(group, key=lambda one: not one.is_open)
        shown += [one.pk for one in ordered[:most]]
        hidden[passage] = ordered[most:]
    return shown, hidden
