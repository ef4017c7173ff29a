"""The text that was translated."""

from typing import Self

from django.db import models

from workbench.accounts.models import Reader, Scoped, ScopedQuerySet, User, Versioned
from workbench.corpus import limits
from workbench.corpus.models.shown import open_to

__all__ = ["Work"]


class WorkQuerySet(ScopedQuerySet["Work"]):
    """Works."""

    def shown_to(self, reader: Reader) -> Self:
        """Keep those that are open to the reader."""
        return self.filter(open_to(reader))


class Work(Scoped, Versioned):
    """A letter, a poem, a book. `slug` is unique in its workspace; `language` is that of the original.

    `levels` name what the labels of a passage's path are, outermost first; `numbering` is the way in which its
    references count ("" where nobody said); `series` the row of works that it stands in.
    """

    slug = models.SlugField(max_length=limits.SLUG)
    title = models.CharField(max_length=limits.TITLE)
    author = models.CharField(max_length=limits.LINE, blank=True)
    language = models.CharField(max_length=35, blank=True)
    description = models.TextField(blank=True)
    series = models.CharField(max_length=limits.LINE, blank=True, default="")
    levels = models.JSONField(default=list, blank=True)
    numbering = models.CharField(max_length=limits.NUMBERING, blank=True, default="")
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = WorkQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["workspace", "slug"], name="one_work_per_slug_in_a_workspace"),)

    def __str__(self) -> str:
        return self.title
