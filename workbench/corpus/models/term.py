"""A work's or a workspace's glossary."""

from django.db import models
from django.db.models import Q

from workbench.accounts.models import Scoped, User, Versioned
from workbench.corpus import limits
from workbench.corpus.models.counting import CountingQuerySet
from workbench.corpus.models.work import Work

__all__ = ["Term"]


class Term(Scoped, Versioned):
    """A term of a work, or (no work) of all works of the workspace, in its language ("" for any).

    `renderings` are objects with `language`, `words`, `status` (`text.checking.STATUSES`) and `note`.
    """

    work = models.ForeignKey(Work, on_delete=models.CASCADE, null=True, blank=True, related_name="terms")
    words = models.CharField(max_length=limits.EQUIVALENCE)
    language = models.CharField(max_length=35, blank=True, default="")
    note = models.CharField(max_length=limits.REASON, blank=True, default="")
    renderings = models.JSONField(default=list)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()

    objects = CountingQuerySet["Term"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["work", "words", "language"], name="one_term_in_a_work"),
            models.UniqueConstraint(
                fields=["workspace", "words", "language"], condition=Q(work=None), name="one_term_in_a_workspace"
            ),
        )

    def __str__(self) -> str:
        return self.words
