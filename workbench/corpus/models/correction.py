"""What scholars say against the collation of a passage."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from workbench.accounts.models import Scoped, ScopedQuerySet, User
from workbench.corpus import limits
from workbench.corpus.models.passage import Passage
from workbench.corpus.models.variant import Variant

__all__ = ["Correction", "CorrectionMark"]


def _standing(correction: str = "") -> Q:
    """Return what a correction that counts fulfils: nobody undid it, and its words are as they were."""
    return Q(**{f"{correction}undone_at": None, f"{correction}lapsed_at": None})


class CorrectionQuerySet(ScopedQuerySet["Correction"]):
    """Corrections, by whether they count."""

    def standing(self) -> Self:
        """Keep those that nobody undid and whose words are as they were."""
        return self.filter(_standing())


class CorrectionMarkQuerySet(ScopedQuerySet["CorrectionMark"]):
    """Marks of corrections, by whether these count."""

    def standing(self) -> Self:
        """Keep those of corrections that count."""
        return self.filter(_standing("correction__"))


class Correction(Scoped):
    """Places joined or parted, readings called the same or set apart, a reading moved: `text.collation.Correction`.

    `attributed_to` names an author without an account. It is not deleted: `undone_at` says since when it counts no
    longer because somebody took it back, `lapsed_at` because its words were changed.
    """

    class Kind(models.TextChoices):
        """What is said of the words."""

        JOINED = "joined"
        PARTED = "parted"
        SAME = "same"
        APART = "apart"
        MOVED = "moved"

    passage = models.ForeignKey(Passage, on_delete=models.CASCADE, related_name="corrections")
    kind = models.CharField(max_length=6, choices=Kind)
    reason = models.CharField(max_length=limits.REASON, blank=True, default="")
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    attributed_to = models.CharField(max_length=limits.LINE, blank=True, default="")
    created_at = models.DateTimeField()
    undone_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)
    lapsed_at = models.DateTimeField(null=True, blank=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=["joined", "parted", "same", "apart", "moved"]), name="correction_kind_known"
            ),
        )

    @property
    def author(self) -> str:
        """Who said so, as one signs."""
        return self.created_by.signature(self.attributed_to)

    @property
    def state(self) -> str:
        """Whether it counts: standing, undone or lapsed."""
        if self.undone_at is not None:
            return "undone"
        return "standing" if self.lapsed_at is None else "lapsed"


class CorrectionMark(Scoped):
    """Words that a correction speaks of: `quote`, at `start:end` (code points, half-open) of the variant's `revision`.

    It goes along with its words in edits; once these are changed, the correction lapses and the mark stays as it was.
    """

    correction = models.ForeignKey(Correction, on_delete=models.CASCADE, related_name="marks")
    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="+")
    revision = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    side = models.PositiveSmallIntegerField(default=0)

    objects = CorrectionMarkQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="correction_mark_holds_words"),
            models.CheckConstraint(condition=Q(side__in=[0, 1]), name="correction_mark_has_a_side"),
        )
