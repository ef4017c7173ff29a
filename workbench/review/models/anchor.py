"""The words that a thread speaks of, and how they were followed."""

from django.db import models
from django.db.models import F, Q

from workbench.accounts.models import Scoped, ScopedQuerySet, User
from workbench.corpus import limits
from workbench.corpus.models import Variant
from workbench.review.models.thread import Thread

__all__ = ["Anchor", "AnchorMove"]


class Anchor(Scoped):
    """Words of one variant: `start:end` (code points, half-open) in the text of revision number `revision`.

    A placed anchor is always at its variant's present revision, and so is a changed one: it stands where others were
    put among its words, and somebody has to say whether it still means them. `meant` are its words before that, which
    began at `meant_start` of revision `meant_revision`. An orphan keeps the revision and place where its words last
    stood, and its quote, until somebody attaches it again.
    """

    class State(models.TextChoices):
        """Whether the words still stand in the text."""

        PLACED = "placed"
        CHANGED = "changed"
        ORPHANED = "orphaned"

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="anchors")
    variant = models.ForeignKey(Variant, on_delete=models.RESTRICT, related_name="anchors")
    position = models.PositiveSmallIntegerField(default=0)
    revision = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    prefix = models.TextField(blank=True)
    suffix = models.TextField(blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.PLACED)
    meant = models.TextField(blank=True)
    meant_revision = models.PositiveIntegerField(null=True, blank=True)
    meant_start = models.PositiveIntegerField(null=True, blank=True)

    objects = ScopedQuerySet["Anchor"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="anchor_has_words"),
            models.CheckConstraint(condition=Q(state__in=["placed", "changed", "orphaned"]), name="anchor_state_known"),
            models.CheckConstraint(
                condition=~Q(state="changed")
                | (~Q(meant="") & Q(meant_revision__isnull=False, meant_start__isnull=False)),
                name="changed_anchor_says_what_it_meant",
            ),
            models.UniqueConstraint(fields=["thread", "position"], name="anchors_in_order"),
        )


class AnchorMove(Scoped):
    """The record of what became of an anchor when its words did not stay as they were, and of what people said of it:
    written once, never changed.

    `from_variant` is the variant it stood in before, where that is another one; `from_revision` counts there.
    `attributed_to` names who did it, where that is no account.
    """

    class Kind(models.TextChoices):
        """What happened to it."""

        KEPT = "kept"
        CHANGED = "changed"
        FOUND = "found"
        ORPHANED = "orphaned"
        RESTORED = "restored"
        CONFIRMED = "confirmed"
        REATTACHED = "reattached"
        RESEGMENTED = "resegmented"

    anchor = models.ForeignKey(Anchor, on_delete=models.CASCADE, related_name="moves")
    kind = models.CharField(max_length=12, choices=Kind)
    from_variant = models.ForeignKey(Variant, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    from_revision = models.PositiveIntegerField()
    from_quote = models.TextField()
    to_revision = models.PositiveIntegerField()
    to_quote = models.TextField(blank=True)
    actor = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    attributed_to = models.CharField(max_length=limits.LINE, blank=True, default="")
    created_at = models.DateTimeField()

    objects = ScopedQuerySet["AnchorMove"].as_manager()
