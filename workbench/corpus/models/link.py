"""Which words of one translation answer which words of another, where a person said so."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from workbench.accounts.models import Scoped, ScopedQuerySet, User
from workbench.corpus import limits
from workbench.corpus.models.passage import Passage
from workbench.corpus.models.variant import Variant

__all__ = ["ConfirmedLink", "LinkVerdict"]


class LinkVerdict(models.TextChoices):
    """What was said of two words."""

    CONFIRMED = "confirmed"
    PARTED = "parted"


class ConfirmedLinkQuerySet(ScopedQuerySet["ConfirmedLink"]):
    """What was said of words, by whether it counts."""

    def standing(self) -> Self:
        """Keep what was said of words that are still as they were."""
        return self.filter(lapsed_at=None)


class ConfirmedLink(Scoped):
    """The words `left_quote` of one variant and `right_quote` of another of the same passage answer each other
    (confirmed), or do not (parted).

    Offsets are code points of the present texts, half-open. They are carried through edits; where its words were
    changed, `lapsed_at` says since when it counts no longer, and the offsets are those of before. `left` is the variant
    with the smaller id. `attributed_to` names an author without an account.
    """

    passage = models.ForeignKey(Passage, on_delete=models.CASCADE, related_name="confirmed_links")
    left = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="+")
    right = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="+")
    left_start = models.PositiveIntegerField()
    left_end = models.PositiveIntegerField()
    left_quote = models.TextField()
    right_start = models.PositiveIntegerField()
    right_end = models.PositiveIntegerField()
    right_quote = models.TextField()
    verdict = models.CharField(max_length=9, choices=LinkVerdict)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    reason = models.CharField(max_length=limits.REASON, blank=True, default="")
    attributed_to = models.CharField(max_length=limits.LINE, blank=True, default="")
    lapsed_at = models.DateTimeField(null=True, blank=True)

    objects = ConfirmedLinkQuerySet.as_manager()

    @property
    def author(self) -> str:
        """Who said so, as one signs."""
        return self.created_by.signature(self.attributed_to)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(left__lt=F("right")), name="confirmed_link_has_one_direction"),
            models.CheckConstraint(
                condition=Q(left_start__lt=F("left_end")) & Q(right_start__lt=F("right_end")),
                name="confirmed_link_holds_words",
            ),
            models.CheckConstraint(condition=Q(verdict__in=LinkVerdict.values), name="confirmed_link_verdict_known"),
        )
