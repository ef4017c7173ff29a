"""One thing that happened."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from workbench.journal.kinds import Kind

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from workbench.accounts.models import User

__all__ = ["Cursor", "Event", "EventQuerySet"]

OWNER = "owner"


class EventQuerySet(models.QuerySet["Event"]):
    """Events, as a person may see them."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        """Keep what happened in the user's workspaces, and to the user's own account.

        What happened in a work that was deleted since is for the owners of its workspace.
        """
        if not user.is_authenticated or not user.is_active:
            return self.none()
        memberships = user.memberships.all()
        owned = memberships.filter(role=OWNER)
        workspaces = memberships.values("workspace_id")
        deleted = Event.objects.filter(workspace__in=workspaces, kind=Kind.WORK_DELETED)
        mine = Q(workspace__in=workspaces)
        seen = Q(work=None) | ~Q(work__in=deleted.values("work")) | Q(workspace__in=owned.values("workspace_id"))
        return self.filter((mine & seen) | Q(workspace=None, actor=user))

    def after(self, cursor: int) -> Self:
        """Keep what came after `cursor` of its workspace, in that order."""
        return self.filter(cursor__gt=cursor).order_by("cursor")


class Cursor(models.Model):
    """The number of the last event of a workspace. Whoever writes the next holds this row until they commit."""

    workspace = models.OneToOneField("accounts.Workspace", on_delete=models.CASCADE, related_name="+")
    last = models.PositiveBigIntegerField(default=0)


class Event(models.Model):
    """Who did what, when, on what, with what before and after: written once, never changed.

    `cursor` counts the events of a workspace from 1, without gaps, in the order in which they were committed: whoever
    has read up to a number has missed nothing before it. An event of a person's account has no workspace and no cursor.
    `subject` is the primary key of the thing that the kind names; `work`, `passage`, `translation`, `variant` and
    `thread` say where it stands. They are numbers, not references: the things may be gone. `name` is what the subject
    was called. `attributed_to` names somebody without an account whose deed an import brought.
    """

    workspace = models.ForeignKey("accounts.Workspace", on_delete=models.PROTECT, null=True, related_name="+")
    cursor = models.PositiveBigIntegerField(null=True)
    kind = models.CharField(max_length=30)  # a `Kind`; not in the schema, or each new one would write the log anew
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    subject = models.BigIntegerField()
    work = models.BigIntegerField(null=True)
    passage = models.BigIntegerField(null=True)
    translation = models.BigIntegerField(null=True)
    variant = models.BigIntegerField(null=True)
    thread = models.BigIntegerField(null=True)
    name = models.CharField(max_length=300, blank=True)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)

    objects = EventQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["workspace", "cursor"], name="events_in_order"),
            models.CheckConstraint(
                condition=Q(workspace=None, cursor=None) | Q(workspace__isnull=False, cursor__gte=1),
                name="event_of_a_workspace_is_counted",
            ),
        )
        indexes = (
            models.Index(fields=["workspace", "work", "cursor"], name="events_of_a_work"),
            models.Index(fields=["workspace", "thread", "cursor"], name="events_of_a_thread"),
            models.Index(fields=["workspace", "variant", "cursor"], name="events_of_a_variant"),
            models.Index(fields=["workspace", "actor", "cursor"], name="events_of_a_person"),
            models.Index(fields=["workspace", "kind", "cursor"], name="events_of_a_kind"),
            models.Index(fields=["workspace", "actor", "kind", "thread", "cursor"], name="events_one_took_part_by"),
        )
