"""Rows that count in one work, or in all works of a workspace: equivalences, terms, rules of style."""

from typing import Self, TypeVar

from django.db import models
from django.db.models import Q

from workbench.accounts.models import ScopedQuerySet
from workbench.corpus.models.work import Work

__all__ = ["CountingQuerySet"]

Row_co = TypeVar("Row_co", bound=models.Model, covariant=True)


class CountingQuerySet(ScopedQuerySet[Row_co]):
    """Rows with a `workspace` and a `work`, which is None where they count in all of its works."""

    def counting_in(self, *works: Work) -> Self:
        """Keep what counts in one of these works: their own, and those of their workspaces."""
        return self.filter(Q(work__in=works) | Q(work=None, workspace__in={work.workspace_id for work in works}))
