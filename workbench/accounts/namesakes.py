"""Names that somebody else showed before: members show no name twice, but what was written stays with its name."""

from collections.abc import Collection

from workbench.accounts.models import User
from workbench.accounts.names import skeleton_of
from workbench.journal.kinds import Kind
from workbench.journal.models import Event

__all__ = ["mark_namesakes"]


def mark_namesakes(user: User, workspaces: Collection[int]) -> None:
    """Let the user name be shown beside the name, of the user and of former members of these workspaces called so."""
    left = Event.objects.filter(workspace__in=workspaces, kind=Kind.MEMBER_REMOVED).order_by().values("subject")
    former = User.objects.filter(pk__in=left).exclude(pk=user.pk)
    alike = [one.pk for one in former if skeleton_of(one.shown) == skeleton_of(user.shown)]
    if alike:
        user.shows_username = True
        User.objects.filter(pk__in=[user.pk, *alike]).update(shows_username=True)
