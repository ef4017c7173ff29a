"""Words that mean the same to the readers of a work."""

from typing import Self

from django.db import models
from django.db.models import Q

from workbench.accounts.models import Scoped, User
from workbench.corpus import limits
from workbench.corpus.models.counting import CountingQuerySet
from workbench.corpus.models.passage import Passage
from workbench.corpus.models.translation import Translation
from workbench.corpus.models.work import Work
from workbench.text import Rule

__all__ = ["Equivalence", "Of"]


class EquivalenceQuerySet(CountingQuerySet["Equivalence"]):
    """Rules, by whether they count."""

    def standing(self) -> Self:
        """Keep the rules that nobody undid."""
        return self.filter(undone_at=None)


class Of(models.TextChoices):
    """What a rule speaks of."""

    WORDS = "words"
    LETTERS = "letters"


class Equivalence(Scoped):
    """`left` = `right` in comparisons of one passage, of a work (no passage), or of the workspace (no work): words as a
    whole, or letters inside of words. A rule that `is_limited` counts only where all texts compared are of its
    `translations`: between these, and nowhere once they are gone.

    `attributed_to` names an author without an account. A rule is not deleted: `undone_at` says since when it counts no
    longer.
    """

    work = models.ForeignKey(Work, on_delete=models.CASCADE, null=True, blank=True, related_name="equivalences")
    passage = models.ForeignKey(Passage, on_delete=models.CASCADE, null=True, blank=True, related_name="equivalences")
    of = models.CharField(max_length=7, choices=Of, default=Of.WORDS, db_default=Of.WORDS)
    is_limited = models.BooleanField(default=False, db_default=False)
    translations = models.ManyToManyField(Translation, related_name="+")
    left = models.CharField(max_length=limits.EQUIVALENCE)
    right = models.CharField(max_length=limits.EQUIVALENCE)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    attributed_to = models.CharField(max_length=limits.LINE, blank=True, default="")
    created_at = models.DateTimeField()
    undone_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = EquivalenceQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(passage=None) | Q(work__isnull=False), name="equivalence_of_a_passage_names_its_work"
            ),
            models.CheckConstraint(condition=Q(of__in=Of.values), name="equivalence_of_words_or_letters"),
        )
        indexes = (models.Index(fields=["workspace", "undone_at"], name="equivalence_standing"),)

    @property
    def rule(self) -> Rule:
        """What it says, as the engine takes it."""
        return Rule(self.left, self.right, "letters" if self.of == Of.LETTERS else "words")
