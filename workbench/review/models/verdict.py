"""What reviewers think of a text, each at the revision they read; and what was decided where they differ."""

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from workbench.accounts.models import Scoped, ScopedQuerySet, User
from workbench.corpus import limits
from workbench.corpus.models import Variant, Work

__all__ = ["Adjudication", "Judgement", "Verdict"]


class Judgement(models.TextChoices):
    """What somebody may think of a text."""

    SEEN = "seen", pgettext_lazy("verdict", "Seen")
    APPROVED = "approved", pgettext_lazy("verdict", "Approved")
    NEEDS_WORK = "needs_work", pgettext_lazy("verdict", "Needs work")


class Judged(Scoped):
    """A judgement of a variant as it read in revision number `revision`: stale once the variant has a later one."""

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="+")
    verdict = models.CharField(max_length=10, choices=Judgement)
    revision = models.PositiveIntegerField()
    note = models.CharField(max_length=limits.REASON, blank=True)
    given_at = models.DateTimeField()

    class Meta:
        abstract = True


class Verdict(Judged):
    """What one reviewer thinks of a variant: the present word, in place of their former ones, which the log keeps."""

    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="verdicts")
    reviewer = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = ScopedQuerySet["Verdict"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["variant", "reviewer"], name="one_verdict_per_reviewer"),
            models.CheckConstraint(condition=Q(verdict__in=Judgement.values), name="verdict_known"),
            models.CheckConstraint(condition=Q(revision__gte=1), name="verdict_has_revision"),
        )


class Adjudication(Judged):
    """What somebody decided of a variant on which reviewers differ: the present decision, the log keeps former ones."""

    variant = models.OneToOneField(Variant, on_delete=models.CASCADE, related_name="adjudication")
    adjudicator = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = ScopedQuerySet["Adjudication"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(verdict__in=Judgement.values), name="adjudication_known"),
            models.CheckConstraint(condition=Q(revision__gte=1), name="adjudication_has_revision"),
        )
