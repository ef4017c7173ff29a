"""Discussions as readers without an account see them: what was said, by whom only where names are shown."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from django.db.models import Min
from django.utils.safestring import mark_safe
from django.utils.translation import gettext

from workbench.accounts.models import User
from workbench.corpus.models import Passage, Remarks
from workbench.review.models import Anchor, Comment, Thread
from workbench.review.queries import whole
from workbench.review.rendering import render_comment
from workbench.web.discussion.margins import Margins
from workbench.web.public.pages import Visit
from workbench.web.publishing.sheets import Remark, Said
from workbench.web.publishing.words import kind_words, outcome_words, state_words
from workbench.web.typesetting.marking import Mark

__all__ = ["count_remarks", "read_open_margins", "read_work_remarks"]

Author = tuple[int, str]
MOST = 20


@dataclass(frozen=True, slots=True)
class _Names:
    """Who is called what: by name, or "Reviewer 1" and so on as they first spoke in the work."""

    numbers: Mapping[Author, int] | None

    def of(self, author: User, attributed_to: str) -> str:
        """Return what stands under a comment."""
        if self.numbers is None:
            return attributed_to or str(author)
        number = self.numbers.get((author.pk, attributed_to))
        return gettext("Reviewer %(number)s") % {"number": number} if number else gettext("Reviewer")


def count_remarks(visit: Visit) -> int:
    """Return how many discussions are shown beside the passages of a work."""
    return Thread.objects.visible_to(visit.reader).filter(work=visit.work).exclude(passage=None).count()


def read_open_margins(visit: Visit, passages: Iterable[Passage]) -> Margins:
    """Read the margins of passages as a reader sees them: six queries at most, however many there are."""
    if visit.showing.remarks == Remarks.NONE:
        return Margins({}, {})
    rows = Thread.objects.visible_to(visit.reader).filter(passage__in=list(passages))
    threads = list(whole(rows).order_by("created_at", "pk"))
    names = _read_names(visit)
    notes: dict[int, list[Remark]] = defaultdict(list)
    for thread in threads:
        notes[thread.passage_id or 0].append(_show(thread, names))
    return Margins(cast("Any", notes), _marks(threads))  # as a reader's template shows them


def read_work_remarks(visit: Visit) -> list[Remark]:
    """Read what a reader sees of what is said of the work as a whole, oldest first, at most `MOST`: five queries."""
    if visit.showing.remarks == Remarks.NONE:
        return []
    rows = Thread.objects.visible_to(visit.reader).filter(work=visit.work, passage=None)
    threads = list(whole(rows).order_by("created_at", "pk")[:MOST])
    names = _read_names(visit) if threads else _Names(None)
    return [_show(thread, names) for thread in threads]


def _read_names(visit: Visit) -> _Names:
    if visit.showing.remarks == Remarks.NAMED:
        return _Names(None)
    rows = Comment.objects.visible_to(visit.reader).filter(thread__work=visit.work)
    first = rows.order_by().values_list("author", "attributed_to").annotate(first=Min("pk")).order_by("first")
    return _Names({(author, attributed): place for place, (author, attributed, _) in enumerate(first, 1)})


def _show(thread: Thread, names: _Names) -> Remark:
    anchors = {one.pk: one for one in thread.anchors.all()}
    words = [(one.variant.translation.siglum, one.quote) for one in anchors.values()]
    kind = kind_words(thread.category, thread.severity)
    return Remark(words, state_words(thread.state), kind, list(_say(thread, anchors, names)), f"remark-{thread.pk}")


def _say(thread: Thread, anchors: Mapping[int, Anchor], names: _Names) -> Iterator[Said]:
    made = {one.comment_id: one for one in thread.suggestions.all() if not one.is_withdrawn}
    for comment in thread.comments.all():
        if comment.deleted_at is not None:
            continue
        author = names.of(comment.author, comment.attributed_to)
        html = mark_safe(render_comment(comment.body))  # noqa: S308 - the one place that makes comments safe
        if suggestion := made.get(comment.pk):
            replaced = anchors[suggestion.anchor_id].quote
            yield Said(author, html, suggestion.text, replaced, outcome_words(suggestion.state))
        else:
            yield Said(author, html)


def _marks(threads: Sequence[Thread]) -> dict[int, list[Mark]]:
    marks: dict[int, list[Mark]] = defaultdict(list)
    for thread in threads:
        names = "words settled" if thread.is_settled else "words"
        for anchor in thread.anchors.all():
            if anchor.state != Anchor.State.ORPHANED:
                said = Mark(anchor.start, anchor.end, "mark", (("class", names),), after=gettext(" (a remark) "))
                marks[anchor.variant_id].append(said)
    return marks
