"""How many differences of each type part every two texts of a passage, kept beside the tallies."""

from django.db import models

from workbench.accounts.models import Scoped, ScopedQuerySet
from workbench.corpus.models.passage import Passage

__all__ = ["PassageKinds"]


class PassageKinds(Scoped):
    """The counts of `text.difference.counting.count_kinds` for one passage, all its languages together.

    They hold while `changes` is the passage's own: whatever alters its measures counts that up. `weight` is how much
    the passage has to look at: that of its gravest finding and of its pairs (`corpus.surveying`). Numbers,
    little-endian: `translations` are ids (64 bits each); `pairs` are rows of `corpus.surveying.ROW`.
    """

    passage = models.OneToOneField(Passage, on_delete=models.CASCADE, primary_key=True, related_name="kinds")
    changes = models.PositiveIntegerField()
    weight = models.FloatField(default=0.0)
    translations = models.BinaryField()
    pairs = models.BinaryField()

    objects = ScopedQuerySet["PassageKinds"].as_manager()
