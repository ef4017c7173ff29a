"""Who reads a work without an account."""

from django.db import models
from django.db.models import Q

from workbench.accounts.models import Scoped, ScopedQuerySet, Versioned
from workbench.corpus.models.shown import Remarks, Visibility
from workbench.corpus.models.work import Work

__all__ = ["Showing"]


class Showing(Scoped, Versioned):
    """How a work is shown to people without an account; one without such a row is private.

    `takes_words`: they may send remarks, which members see first. `is_framed`: its passages may stand in pages of
    others. `version` counts the changes.
    """

    work = models.OneToOneField(Work, on_delete=models.CASCADE, primary_key=True, related_name="showing")
    visibility = models.CharField(max_length=7, choices=Visibility, default=Visibility.PRIVATE)
    link_digest = models.CharField(max_length=64, blank=True, default="", db_index=True)
    link_until = models.DateTimeField(null=True, blank=True)
    remarks = models.CharField(max_length=7, choices=Remarks, default=Remarks.NONE)
    takes_words = models.BooleanField(default=False)
    is_framed = models.BooleanField(default=False)

    objects = ScopedQuerySet["Showing"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(visibility="link") & ~Q(link_digest="")
                | Q(visibility__in=["private", "public"], link_digest=""),
                name="a_works_link_has_its_secret",
            ),
        )
