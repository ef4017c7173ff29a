"""How far a person has read."""

from django.db import models

from workbench.accounts.models import Scoped, ScopedQuerySet, User

__all__ = ["Reading"]


class Reading(Scoped):
    """The cursor of the last event of a workspace that somebody has read, and of the last that they had by mail."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    read_to = models.PositiveBigIntegerField(default=0)
    mailed_to = models.PositiveBigIntegerField(default=0)

    objects = ScopedQuerySet["Reading"].as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["user", "workspace"], name="one_place_in_each_workspace"),)
