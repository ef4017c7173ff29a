"""What the concordance's index holds."""

from django.db import models

from workbench.accounts.models import Scoped, ScopedQuerySet
from workbench.corpus.models.variant import Variant

__all__ = ["IndexedText"]


class IndexedText(Scoped):
    """The index holds the text of `variant` as it was at `version`. On PostgreSQL its words stand in the same row."""

    variant = models.OneToOneField(Variant, on_delete=models.CASCADE, primary_key=True, related_name="indexed")
    version = models.PositiveIntegerField()

    objects = ScopedQuerySet["IndexedText"].as_manager()
