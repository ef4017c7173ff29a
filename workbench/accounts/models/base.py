"""What every row of the workbench shares: its workspace, and a version that guards against lost updates."""

from typing import Any, Self, TypeVar

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import F

from workbench.accounts.models.reader import Reader
from workbench.accounts.models.user import User
from workbench.accounts.models.workspace import Membership, Workspace

__all__ = ["Scoped", "ScopedQuerySet", "Versioned", "Viewer"]

Viewer = User | AnonymousUser | Reader
"""Whoever looks."""


Row_co = TypeVar("Row_co", bound=models.Model, covariant=True)


class ScopedQuerySet(models.QuerySet[Row_co]):
    """Rows that belong to a workspace."""

    def visible_to(self, user: Viewer) -> Self:
        """Keep what lies in a workspace that the user is a member of, or what is shown to a reader without an account:
        every read starts here.
        """
        if isinstance(user, Reader):
            return self.shown_to(user)
        if not user.is_authenticated or not user.is_active:
            return self.none()
        return self.filter(workspace__in=Membership.objects.filter(user=user).values("workspace_id"))

    def shown_to(self, reader: Reader) -> Self:
        """Keep what somebody without an account reads: nothing, unless rows of a kind say otherwise."""
        return self.none()

    def replace(self, row: "Versioned", *, version: int, **changes: Any) -> bool:
        """Write `changes` if the row is still at `version`, and count the version up; say whether it was.

        One UPDATE with the version in its condition: of two writers who read the same version exactly one wins.
        """
        changed = self.filter(pk=row.pk, version=version).update(version=F("version") + 1, **changes)
        return bool(changed)


class Scoped(models.Model):
    """A row that carries its workspace, so that visibility is one condition and a workspace can be placed together."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")

    class Meta:
        abstract = True


class Versioned(models.Model):
    """A row that people change: `version` counts its states from 1 and is its ETag."""

    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True
