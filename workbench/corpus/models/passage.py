"""One aligned unit of a work."""

from collections.abc import Sequence
from typing import Self

from django.db import models

from workbench.accounts.models import Reader, Scoped, ScopedQuerySet, Versioned
from workbench.corpus import limits
from workbench.corpus.models.shown import open_to
from workbench.corpus.models.work import Work

__all__ = ["Passage", "join_path", "split_path"]


def join_path(path: Sequence[str]) -> tuple[str, str]:
    """Return division and label of a path."""
    return ("\t".join(path[:-1]), path[-1]) if path else ("", "")


def split_path(division: str, label: str) -> tuple[str, ...]:
    """Return the path of a division and a label."""
    return (*(division.split("\t") if division else ()), *((label,) if label else ()))


class PassageQuerySet(ScopedQuerySet["Passage"]):
    """Passages."""

    def shown_to(self, reader: Reader) -> Self:
        """Keep those of open works."""
        return self.filter(open_to(reader, "work__"))


class Passage(Scoped, Versioned):
    """A unit that every translation answers to: at `position` (from 1) in its work, called `reference`.

    A reference is a name: stored as it was given, and `interchange.checks` says what it may be. `division` and `label`
    are its place in the tree of the work: the labels of the levels above, joined by TAB, and its own ("" where it has
    none). `variation` is how far its variants part, 0..1 (`text.variation`); null without two variants of one
    language. Where `is_measured` is false, it waits to be measured anew (`corpus.measuring`), and has none meanwhile;
    `changes` counts everything that alters its measures, so that nobody stores those of an earlier state.
    """

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="passages", db_index=False)  # by constraints
    position = models.PositiveIntegerField()
    reference = models.CharField(max_length=limits.REFERENCE)
    heading = models.CharField(max_length=limits.LINE, blank=True)
    division = models.CharField(max_length=limits.DIVISION, blank=True, default="", db_default="")
    label = models.CharField(max_length=limits.REFERENCE, blank=True, default="", db_default="")
    variation = models.FloatField(null=True, blank=True)
    is_measured = models.BooleanField(default=False, db_default=False)
    changes = models.PositiveIntegerField(default=0, db_default=0)

    objects = PassageQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["work", "reference"], name="one_passage_per_reference"),
            models.UniqueConstraint(fields=["work", "position"], name="one_passage_per_position"),
        )
        indexes = (models.Index(fields=["work", "division", "position"], name="passages_by_division"),)

    @property
    def path(self) -> tuple[str, ...]:
        """Its labels by the levels of the work, outermost first; () where it stands in no tree."""
        return split_path(self.division, self.label)

    def __str__(self) -> str:
        return self.reference
