"""A campaign, what it hands out, to whom, and what they said."""

from django.db import models
from django.utils.translation import gettext_lazy

from workbench.accounts.models import Scoped, ScopedQuerySet, User, Versioned
from workbench.corpus import limits
from workbench.corpus.models import Passage, Work

__all__ = ["Answer", "Campaign", "Handing", "Item", "Kind", "Seat"]


class Kind(models.TextChoices):
    """What is asked of a reviewer."""

    MQM = "mqm", gettext_lazy("MQM: marks of errors")
    ESA = "esa", gettext_lazy("ESA: marks of errors and a score")
    BEST_WORST = "best-worst", gettext_lazy("The best and the worst")
    PAIRWISE = "pairwise", gettext_lazy("The better of two")
    VERDICT = "verdict", gettext_lazy("A verdict on each")


class Handing(models.TextChoices):
    """Who gets which items."""

    POOL = "pool", gettext_lazy("Whoever comes next, from all of them")
    SHARES = "shares", gettext_lazy("Everybody a share of their own")
    DIFFERING = "differing", gettext_lazy("Two answers each, more where these differ")


class Campaign(Scoped, Versioned):
    """Chosen passages in chosen translations (`sigla`), handed to reviewers; `passages` as who made it wrote them.

    `is_blind`: names are hidden and versions shuffled (by `seed`) until somebody has answered. `each`: so many answers
    an item gets, 0 one of every reviewer; to whom, says `handing`. Nothing is handed out once it is closed.
    """

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="campaigns")
    title = models.CharField(max_length=limits.TITLE)
    kind = models.CharField(max_length=10, choices=Kind)
    is_blind = models.BooleanField(default=True)
    sigla = models.JSONField()
    passages = models.CharField(max_length=limits.REFERENCE, blank=True)
    each = models.PositiveIntegerField(default=0)
    handing = models.CharField(max_length=9, choices=Handing, default=Handing.POOL, db_default=Handing.POOL)
    seed = models.PositiveBigIntegerField()
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = ScopedQuerySet["Campaign"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(kind__in=Kind.values), name="kind_of_campaign_known"),
            models.CheckConstraint(condition=models.Q(handing__in=Handing.values), name="handing_of_campaign_known"),
        )

    def __str__(self) -> str:
        return self.title


class Seat(Scoped):
    """A reviewer of a campaign: the `number`th, by which others know them."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="seats")
    reviewer = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()

    objects = ScopedQuerySet["Seat"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["campaign", "reviewer"], name="one_seat_per_reviewer"),
            models.UniqueConstraint(fields=["campaign", "number"], name="one_seat_per_number"),
        )


class Item(Scoped):
    """What is judged at once: the versions (`sigla`) of a passage. Items count from 1 in the order of the work.

    `expected` are pairs of sigla of which somebody who reads with care puts the first above the second: such an item
    tells of its reviewers, and counts in no score. `offered` are marks of a machine (`offering`).
    `is_disputed`: two answers to it differ. `decision` is what a curator says of it, as answers are kept; {} while
    nobody has decided.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="items")
    number = models.PositiveIntegerField()
    passage = models.ForeignKey(Passage, on_delete=models.CASCADE, related_name="+")
    sigla = models.JSONField()
    expected = models.JSONField(default=list)
    offered = models.JSONField(default=list)
    is_disputed = models.BooleanField(default=False, db_default=False)
    decision = models.JSONField(default=dict)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    objects = ScopedQuerySet["Item"].as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["campaign", "number"], name="one_item_per_number"),)


class Answer(Scoped):
    """What a reviewer said of an item: `content` by siglum (see `answers`), of the `revisions` (numbers) they read."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="answers")
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="answers")
    reviewer = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    content = models.JSONField()
    revisions = models.JSONField()
    given_at = models.DateTimeField()

    objects = ScopedQuerySet["Answer"].as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["item", "reviewer"], name="one_answer_per_reviewer"),)
