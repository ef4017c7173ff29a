"""What reviewers think of texts as they read now: verdicts by text, progress by translation and reviewer."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Q

from workbench.accounts.models import User
from workbench.corpus.models import Variant, Work
from workbench.review.models import Judgement, Verdict

__all__ = ["Progress", "differ", "progress_of", "verdicts_by_variant"]

_PERSON = ("pk", "username", "name", "shows_username")
"""What a person is shown by."""
_PRESENT = Q(revision=F("variant__version"))


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one reviewer is with one translation (its primary key): texts by their verdict.

    `stale` counts texts that were changed since the reviewer's verdict on them; these are in none of the others.
    """

    translation: int
    reviewer: User
    approved: int
    needs_work: int
    seen: int
    stale: int

    @property
    def done(self) -> int:
        """How many texts have the reviewer's verdict as they read now."""
        return self.approved + self.needs_work + self.seen


def verdicts_by_variant(variants: Iterable[Variant]) -> dict[int, list[Verdict]]:
    """Return the verdicts on several variants by variant id, in the order in which they were given. One query."""
    grouped: dict[int, list[Verdict]] = {variant.pk: [] for variant in variants}
    rows = Verdict.objects.filter(variant__in=list(grouped)).select_related("reviewer")
    for verdict in rows.order_by("given_at", "pk"):
        grouped[verdict.variant_id].append(verdict)
    return grouped


def differ(variant: Variant) -> bool:
    """Say whether two verdicts on the present revision of a variant differ. One query."""
    present = Verdict.objects.filter(_PRESENT, variant=variant).order_by()
    return present.values("verdict").distinct().count() > 1


def progress_of(work: Work) -> list[Progress]:
    """Return how far each reviewer is, translation by translation in their order. One query."""
    columns = ("variant__translation", *(f"reviewer__{name}" for name in _PERSON))
    order = ("variant__translation__position", "reviewer__username")
    counts = {one.value: Count("pk", filter=_PRESENT & Q(verdict=one)) for one in Judgement}
    rows = Verdict.objects.filter(work=work).order_by(*order).values_list(*columns)
    counted = rows.annotate(**counts, stale=Count("pk", filter=~_PRESENT))
    return [_progress(*row) for row in counted.values_list(*columns, "approved", "needs_work", "seen", "stale")]


def _progress(translation: int, *row: Any) -> Progress:
    person = User(**dict(zip(_PERSON, row, strict=False)))
    return Progress(translation, person, *row[len(_PERSON) :])
