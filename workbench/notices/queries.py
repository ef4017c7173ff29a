"""What concerns a person: found in the log, with the rights they have now."""

from collections.abc import Mapping

from django.db.models.functions import Greatest

from workbench.accounts.models import User
from workbench.corpus.models import Work
from workbench.journal.models import Event, EventQuerySet
from workbench.notices.finding import Window, find_concerning, is_concerned
from workbench.notices.models import Reading, Subscription
from workbench.review.models import Thread

__all__ = [
    "MOST",
    "count_unread",
    "find_notices",
    "find_unread",
    "is_followed",
    "mailing_marks",
    "read_notices_page",
    "reading_marks",
]

MOST = 100
"""As far as unread notices are counted: beyond it a number says no more."""


def find_notices(user: User) -> EventQuerySet:
    """Return what others did in the discussions the user takes part in or follows, in the works they follow, and where
    they are spoken to (`@name`): of what somebody did by one click one event, the one that says most (`acts`).

    Newest first, as far back as a window reaches (`read_notices_page` reads on); eleven queries beside the one that
    finds them, and no more work however much happened (`finding`).
    """
    return _shown(user, find_concerning(user))


def _shown(user: User, window: Window) -> EventQuerySet:
    events = Event.objects.visible_to(user).filter(pk__in=window.events)
    return events.select_related("actor", "workspace").order_by("-pk")


def read_notices_page(
    user: User, *, size: int, before: int | None = None, after: Mapping[int, int] | None = None
) -> tuple[list[Event], int | None]:
    """Return so many at most, and the event (id) before which the next page begins: None where nothing is left.

    They are before an event (id) and after a cursor by workspace (id). A page may hold fewer than `size`, even none,
    and another follow it: where much happened that the user is not told of.
    """
    window = find_concerning(user, before=before, after=after)
    found = list(_shown(user, window)[: size + 1])
    return (found[:size], found[size - 1].pk) if len(found) > size else (found, window.floor)


def find_unread(user: User) -> EventQuerySet:
    """Return those that happened after what the user has read, workspace by workspace. One query more."""
    return _shown(user, find_concerning(user, after=reading_marks(user)))


def reading_marks(user: User) -> dict[int, int]:
    """Return by workspace (id) the cursor up to which the user has read. One query."""
    return dict(Reading.objects.filter(user=user).values_list("workspace_id", "read_to"))


def mailing_marks(user: User) -> dict[int, int]:
    """Return by workspace (id) the cursor up to which the user has read, or had by mail. One query."""
    told = Reading.objects.filter(user=user).annotate(told=Greatest("read_to", "mailed_to"))
    return dict(told.values_list("workspace_id", "told"))


def count_unread(user: User) -> int:
    """Return how many there are, `MOST` for that many or more; so many at least where a window does not hold all."""
    return find_unread(user).order_by()[:MOST].count()


def is_followed(user: User, subject: Work | Thread) -> bool:
    """Say whether the user is told of what happens in a thread, or of all that happens in a work."""
    of = {"work": subject} if isinstance(subject, Work) else {"thread": subject}
    wish = Subscription.objects.filter(user=user, **of).first()
    if wish is not None:
        return not wish.is_muted
    return isinstance(subject, Thread) and is_concerned(user, subject)
