"""Who is spoken to in a comment."""

from django.db import models

from workbench.accounts.models import Scoped, ScopedQuerySet, User
from workbench.review.models.comment import Comment

__all__ = ["Mention"]


class Mention(Scoped):
    """A member whom a comment names, as its words are now: read from them whenever they are written."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="mentions")
    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")

    objects = ScopedQuerySet["Mention"].as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["comment", "person"], name="a_comment_names_somebody_once"),)
