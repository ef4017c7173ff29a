"""A discussion and where it stands."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from workbench.accounts.models import Reader, Scoped, ScopedQuerySet, User, Versioned
from workbench.corpus import limits
from workbench.corpus.models import Passage, Remarks, Shown, Work
from workbench.corpus.models.shown import open_to

__all__ = ["Category", "Severity", "Thread"]

_HIDDEN = [one for one in Shown.values if one != Shown.PUBLIC]


class Category(models.TextChoices):
    """What discussions are about where a workspace has no list of its own: the top of the MQM core typology, and two of
    our own (other, question).
    """

    MISTRANSLATION = "accuracy/mistranslation", "Mistranslation"
    OMISSION = "accuracy/omission", "Omission"
    ADDITION = "accuracy/addition", "Addition"
    TERMINOLOGY = "terminology", "Terminology"
    GRAMMAR = "fluency/grammar", "Grammar"
    SPELLING = "fluency/spelling", "Spelling"
    PUNCTUATION = "fluency/punctuation", "Punctuation"
    STYLE = "style", "Style"
    LOCALE = "locale", "Locale convention"
    QUESTION = "question", "Question"
    OTHER = "other", "Other"


class Severity(models.TextChoices):
    """How much it matters, where a workspace has no scale of its own."""

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"


class ThreadQuerySet(ScopedQuerySet["Thread"]):
    """Discussions."""

    def shown_to(self, reader: Reader) -> Self:
        """Keep those of works that are shown with remarks, but none that speaks of words that may not be shown."""
        is_shown = open_to(reader, "work__") & ~Q(work__showing__remarks=Remarks.NONE)
        return self.filter(is_shown).exclude(anchors__variant__translation__shown__in=_HIDDEN)


class Thread(Scoped, Versioned):
    """A discussion of a work as a whole (no passage), of a passage, of words in one variant, or (several anchors) of a
    difference between variants.

    `labels` are the workspace's own words, one a line, folded, with a line end before and after them so that one can be
    looked for. `meant_for` names whom a file assigned it to, where that is no account here.
    """

    class State(models.TextChoices):
        """Whether there is something left to do.

        Who said so, and when, is in the log (`actions.writing.set_state`), but for what came with a file. The same
        words stand in `interchange.vocabulary` and the bundle's schema; what is said of them in `actions.writing`,
        `journal.kinds`, `web.discussion` and its templates.
        """

        OPEN = "open", pgettext_lazy("state of a discussion", "Open")
        IN_PROGRESS = "in_progress", pgettext_lazy("state of a discussion", "In progress")
        RESOLVED = "resolved", pgettext_lazy("state of a discussion", "Resolved")
        WONT_FIX = "wont_fix", pgettext_lazy("state of a discussion", "Won’t fix")

    UNSETTLED: ClassVar = (State.OPEN, State.IN_PROGRESS)
    """The states in which something is left to do."""

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="threads")
    passage = models.ForeignKey(Passage, on_delete=models.RESTRICT, related_name="threads", null=True, blank=True)
    state = models.CharField(max_length=11, choices=State, default=State.OPEN)
    category = models.CharField(max_length=limits.CATEGORY, blank=True)  # a name: see `review.classification`
    severity = models.CharField(max_length=limits.SEVERITY, blank=True)
    assignee = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    meant_for = models.CharField(max_length=limits.LINE, blank=True, default="")
    labels = models.TextField(blank=True, default="")
    due_on = models.DateField(null=True, blank=True)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    attributed_to = models.CharField(max_length=limits.LINE, blank=True)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()

    objects = ThreadQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=["open", "in_progress", "resolved", "wont_fix"]), name="thread_state_known"
            ),
        )
        indexes = (
            models.Index(fields=["work", "state", "-updated_at"], name="thread_queue"),
            models.Index(fields=["passage", "created_at"], name="thread_margin"),
        )

    @property
    def label_names(self) -> list[str]:
        """Its labels, in order."""
        return self.labels.strip("\n").split("\n") if self.labels else []

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to do."""
        return self.state not in self.UNSETTLED
