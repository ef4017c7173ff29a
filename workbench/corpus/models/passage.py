"""One aligned unit of a work."""

from django.db import models

from workbench.accounts.models import Scoped, ScopedQuerySet, Versioned
from workbench.corpus import limits
from workbench.corpus.models.work import Work

__all__ = ["Passage"]


class Passage(Scoped, Versioned):
    """A unit that every translation answers to: at `position` (from 1) in its work, called `reference`.

    A reference is a name: stored as it was given and found by being the same. Nothing takes "John 3:16" apart; a format
    reads it out of a file (`interchange.points` the numbers of points), and `interchange.checks` says what it may be.
    `variation` is how far its variants part, 0..1 (`text.variation`); null without two variants of one language.
    Where `is_measured` is false, it waits to be measured anew (`corpus.measuring`), and has none meanwhile; `changes`
    counts everything that alters its measures, so that nobody stores those of an earlier state.
    """

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="passages")
    position = models.PositiveIntegerField()
    reference = models.CharField(max_length=limits.REFERENCE)
    heading = models.CharField(max_length=limits.LINE, blank=True)
    variation = models.FloatField(null=True, blank=True)
    is_measured = models.BooleanField(default=False, db_default=False)
    changes = models.PositiveIntegerField(default=0, db_default=0)

    objects = ScopedQuerySet["Passage"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["work", "reference"], name="one_passage_per_reference"),
            models.UniqueConstraint(fields=["work", "position"], name="one_passage_per_position"),
        )

    def __str__(self) -> str:
        return self.reference
