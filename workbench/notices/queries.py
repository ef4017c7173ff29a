"""What concerns a person: found in the log, with the rights they have now."""

from collections.abc import Mapping

from django.db.models import Q
from django.db.models.functions import Greatest

from workbench.accounts.models import User
from workbench.accounts.queries import roles_of
from workbench.corpus.models import Work
from workbench.journal.models import Event, EventQuerySet
from workbench.notices.finding import find_concerning, is_concerned
from workbench.notices.models import Reading, Subscription
from workbench.review.models import Thread

__all__ = ["MOST", "count_unread", "find_notices", "find_unmailed", "find_unread", "is_followed", "reading_marks"]

MOST = 100
"""As far as unread notices are counted: beyond it a number says no more."""


def find_notices(user: User) -> EventQuerySet:
    """Return what others did in the discussions the user takes part in or follows, in the works they follow, and where
    they are spoken to (`@name`): of what somebody did by one click one event, the one that says most (`acts`).

    Newest first; ten queries beside the one that finds them, and no more work however much happened (`finding`).
    """
    events = Event.objects.visible_to(user).filter(pk__in=find_concerning(user))
    return events.select_related("actor", "workspace").order_by("-pk")


def find_unread(user: User) -> EventQuerySet:
    """Return those that happened after what the user has read, workspace by workspace. Three queries."""
    return _after(user, reading_marks(user))


def reading_marks(user: User) -> dict[int, int]:
    """Return by workspace (id) the cursor up to which the user has read. One query."""
    return dict(Reading.objects.filter(user=user).values_list("workspace_id", "read_to"))


def find_unmailed(user: User) -> EventQuerySet:
    """Return those that the user has neither read nor had by mail. Three queries."""
    told = Reading.objects.filter(user=user).annotate(told=Greatest("read_to", "mailed_to"))
    return _after(user, dict(told.values_list("workspace_id", "told")))


def _after(user: User, cursors: Mapping[int, int]) -> EventQuerySet:
    later = Q(pk=None)
    for workspace in roles_of(user):
        later |= Q(workspace=workspace, cursor__gt=cursors.get(workspace, 0))
    return find_notices(user).filter(later)


def count_unread(user: User) -> int:
    """Return how many there are, `MOST` for that many or more."""
    return find_unread(user).order_by()[:MOST].count()


def is_followed(user: User, subject: Work | Thread) -> bool:
    """Say whether the user is told of what happens in a thread, or of all that happens in a work."""
    of = {"work": subject} if isinstance(subject, Work) else {"thread": subject}
    wish = Subscription.objects.filter(user=user, **of).first()
    if wish is not None:
        return not wish.is_muted
    return isinstance(subject, Thread) and is_concerned(user, subject)
