"""What the discussions of a workspace are classified by, where it has lists of its own."""

from django.db import models

from workbench.accounts.models import Scoped, ScopedQuerySet, Versioned

__all__ = ["Classification"]


class Classification(Scoped, Versioned):
    """One workspace's categories, `{"name", "label"}`, and its scale of severities, `{"name", "label", "weight"}`.

    `review.classification` reads them as values and says what holds in a workspace without a row. A thread keeps the
    names: one that was taken off a list goes on saying what it said.
    """

    categories = models.JSONField()
    severities = models.JSONField()

    objects = ScopedQuerySet["Classification"].as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["workspace"], name="one_classification_of_a_workspace"),)
