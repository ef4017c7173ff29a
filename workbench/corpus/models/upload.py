"""A file that waits for its import to be confirmed."""

from django.db import models

from workbench.accounts.models import Scoped, ScopedQuerySet, User, Viewer
from workbench.corpus import limits

__all__ = ["Upload"]


class UploadQuerySet(ScopedQuerySet["Upload"]):
    """Uploads, as a person may see them."""

    def visible_to(self, user: Viewer) -> "UploadQuerySet":
        """Keep one's own, in workspaces that one is still a member of."""
        return super().visible_to(user).filter(created_by_id=user.pk)


class Upload(Scoped):
    """The bytes of a file between its preview and its import, so that what is imported is what was looked at.

    `draft` is how far its text was placed on the passages of a work, {} where that was not asked for.
    """

    file_name = models.CharField(max_length=limits.LINE)
    data = models.BinaryField()
    created_by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField()
    draft = models.JSONField(default=dict, blank=True)

    objects = UploadQuerySet.as_manager()
