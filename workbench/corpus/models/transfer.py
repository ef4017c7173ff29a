"""A file that was brought in, or tried."""

from django.db import models

from workbench.accounts.models import Scoped, ScopedQuerySet, User
from workbench.corpus import limits
from workbench.corpus.models.work import Work

__all__ = ["Import"]


class Import(Scoped):
    """One import: which file, by whom, and the report of what it did (or, as a dry run, would have done)."""

    work = models.ForeignKey(Work, on_delete=models.SET_NULL, null=True, related_name="imports")
    file_name = models.CharField(max_length=limits.LINE, blank=True)
    format = models.CharField(max_length=30)
    is_dry_run = models.BooleanField(default=False)
    report = models.JSONField(default=dict)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ScopedQuerySet["Import"].as_manager()
