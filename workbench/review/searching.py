"""Where words stand in the comments that somebody may see.

A team writes thousands of comments, not hundreds of thousands: they are read in turn, a bounded number at a time.
"""

from dataclasses import dataclass
from itertools import islice

from workbench.accounts.models import User
from workbench.corpus.searching import MOST_SPANS, MOST_TEXTS, Search
from workbench.review.models import Comment
from workbench.text import Span
from workbench.text.concordance import Matcher

__all__ = ["CommentHit", "find_comments"]


@dataclass(frozen=True, slots=True)
class CommentHit:
    """A comment in whose words, as they were written, what was looked for stands at `spans`."""

    comment: Comment
    spans: tuple[Span, ...]


def find_comments(*, user: User, search: Search, size: int, after: int = 0) -> tuple[list[CommentHit], int | None]:
    """Return at most `size` comments that the user may see with these words, in order, and the id that was read to.

    None where nothing is left to read. A search among translations finds comments on words of theirs.
    """
    matcher = Matcher(search.query, search.fold)
    rows = Comment.objects.visible_to(user).filter(deleted_at=None, pk__gt=after).order_by("pk")
    if search.works is not None:
        rows = rows.filter(thread__work__in=search.works)
    if search.translations is not None:
        rows = rows.filter(thread__anchors__variant__translation__in=search.translations).distinct()
    rows = rows.select_related("author", "thread__passage", "thread__work__workspace")
    hits: list[CommentHit] = []
    last = None
    for count, row in enumerate(rows[: MOST_TEXTS + 1].iterator(chunk_size=500), 1):
        if last is not None and (count > MOST_TEXTS or len(hits) == size):
            return hits, last
        last = row.pk
        if spans := matcher.find(row.body):
            hits.append(CommentHit(row, tuple(islice(spans, MOST_SPANS))))
    return hits, None
