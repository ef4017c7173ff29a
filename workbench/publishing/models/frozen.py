"""A work as it stood at a moment, for good."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q

from workbench.accounts.models import Scoped, ScopedQuerySet, User, Versioned
from workbench.corpus import limits
from workbench.corpus.models import Work

__all__ = ["FrozenState", "FrozenStateQuerySet"]


class FrozenStateQuerySet(ScopedQuerySet["FrozenState"]):
    """Frozen states."""

    def public(self) -> Self:
        """Keep those that everybody may read."""
        return self.filter(visibility=FrozenState.Visibility.PUBLIC)

    def by_link(self, digest: str, *, now: datetime) -> Self:
        """Keep the one whose link has a secret of this digest, unless it has ended."""
        holds = Q(link_until=None) | Q(link_until__gt=now)
        return self.filter(holds, visibility=FrozenState.Visibility.LINK, link_digest=digest)

    def without_content(self) -> Self:
        """Leave the content in the database until it is asked for."""
        return self.defer("content")


class FrozenState(Scoped, Versioned):
    """The `number`th frozen state of a work, found at its `address` for good; `title` is what it is called.

    `content` is a bundle, compressed, of `size` bytes whose SHA-256 is `digest`: it never changes, and neither do
    `revisions` (the number of each text's revision by siglum, in the order of passages; null where there is no text)
    and `view` (`base`, `ignore`). `version` counts the changes of `visibility`. A deleted work leaves its states.
    """

    class Visibility(models.TextChoices):
        """Who reads it: members, whoever has the link, everybody."""

        PRIVATE = "private"
        LINK = "link"
        PUBLIC = "public"

    class Remarks(models.TextChoices):
        """Which remarks it holds: none, all with their authors' names, or all without."""

        NONE = "none"
        NAMED = "named"
        UNNAMED = "unnamed"

    work = models.ForeignKey(Work, on_delete=models.SET_NULL, null=True, related_name="frozen_states")
    address = models.SlugField(max_length=16, unique=True)
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=limits.TITLE)
    content = models.BinaryField()
    size = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=64, db_index=True)
    revisions = models.JSONField(default=dict)
    view = models.JSONField(default=dict)
    remarks = models.CharField(max_length=7, choices=Remarks, default=Remarks.NONE)
    passages = models.PositiveIntegerField()
    visibility = models.CharField(max_length=7, choices=Visibility, default=Visibility.PRIVATE)
    link_digest = models.CharField(max_length=64, blank=True, db_index=True)
    link_until = models.DateTimeField(null=True, blank=True)
    frozen_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    frozen_at = models.DateTimeField()

    objects = FrozenStateQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["work", "number"], condition=Q(work__isnull=False), name="one_frozen_state_per_number"
            ),
            models.CheckConstraint(
                condition=Q(visibility="link") & ~Q(link_digest="")
                | Q(visibility__in=["private", "public"], link_digest=""),
                name="a_link_has_its_secret",
            ),
        )

    def __str__(self) -> str:
        return self.title
