"""The words of a translation, counted."""

from django.db import models

from workbench.accounts.models import Scoped, ScopedQuerySet
from workbench.corpus.models.translation import Translation

__all__ = ["TranslationWords"]


class TranslationWords(Scoped):
    """The vocabulary of a translation (`text.concordance.vocabulary`) as it was at a moment: JSON, deflated.

    Kept for translations that are too long to be counted while somebody waits; counted anew by a task after bulk
    changes, and by `manage.py measure`.
    """

    translation = models.OneToOneField(Translation, on_delete=models.CASCADE, primary_key=True, related_name="+")
    counted_at = models.DateTimeField()
    counts = models.BinaryField()

    objects = ScopedQuerySet["TranslationWords"].as_manager()
