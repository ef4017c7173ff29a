"""Where reviewers differ: the texts, and how far they agree all in all."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from django.db.models import Count, F, Prefetch, Q, QuerySet

from workbench.corpus.models import Translation, Variant, Work
from workbench.corpus.queries import translations_of
from workbench.review.agreement import ac1, alpha, fleiss, per_cent
from workbench.review.models import Anchor, Judgement, Verdict

__all__ = ["SCALE", "WHICH", "Agreed", "Which", "agreement_of", "disputed"]

Which = Literal["undecided", "decided", "all"]
"""Texts on which verdicts differ: without a decision on their present words, with one, both."""

WHICH: tuple[Which, ...] = get_args(Which)
SCALE = (Judgement.NEEDS_WORK, Judgement.SEEN, Judgement.APPROVED)
"""Verdicts from worst to best, for what takes them as steps of a scale."""

_PRESENT = Q(revision=F("variant__version"))


@dataclass(frozen=True, slots=True)
class Agreed:
    """How far reviewers agree on a translation, by their verdicts on texts as they read now.

    `texts` have two verdicts or more, by `reviewers` in all; `disputed` of them differ. None where a figure says
    nothing.
    """

    translation: Translation
    reviewers: int
    texts: int
    disputed: int
    per_cent: float | None
    alpha: float | None
    alpha_ordinal: float | None
    fleiss: float | None
    ac1: float | None


def agreement_of(work: Work) -> list[Agreed]:
    """Return how far reviewers agree on each translation that two of them judged. Two queries."""
    given: dict[int, dict[int, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
    steps = {verdict.value: step for step, verdict in enumerate(SCALE)}
    rows = Verdict.objects.filter(_PRESENT, work=work).order_by("pk")
    for translation, variant, reviewer, verdict in rows.values_list(
        "variant__translation", "variant", "reviewer", "verdict"
    ):
        given[translation][variant][reviewer] = steps[verdict]
    found = [_agreed(one, list(given[one.pk].values())) for one in translations_of(work)]
    return [one for one in found if one.texts]


def _agreed(translation: Translation, texts: Sequence[dict[int, int]]) -> Agreed:
    reviewers = sorted({reviewer for verdicts in texts for reviewer in verdicts})
    units = [[verdicts.get(reviewer) for reviewer in reviewers] for verdicts in texts]
    shared = [verdicts for verdicts in texts if len(verdicts) > 1]
    return Agreed(
        translation=translation,
        reviewers=len(reviewers),
        texts=len(shared),
        disputed=sum(len(set(verdicts.values())) > 1 for verdicts in shared),
        per_cent=per_cent(units),
        alpha=alpha(units),
        alpha_ordinal=alpha(units, "ordinal"),
        fleiss=fleiss(units),
        ac1=ac1(units, values=len(SCALE)),
    )


def disputed(work: Work, which: Which = "undecided") -> QuerySet[Variant]:
    """Return the variants on which verdicts differ, in the order of the work, with all that is shown of them.

    That is passage, translation, the decision, verdicts with their reviewers, marks (first anchors) with their raters:
    three queries.
    """
    present = Verdict.objects.filter(_PRESENT, work=work).order_by().values("variant")
    differing = present.annotate(n=Count("verdict", distinct=True)).filter(n__gt=1)
    rows = Variant.objects.filter(pk__in=differing.values("variant"))
    decided = Q(adjudication__revision=F("version"))
    if which != "all":
        rows = rows.filter(decided) if which == "decided" else rows.exclude(pk__in=rows.filter(decided).values("pk"))
    marks = Anchor.objects.filter(position=0).select_related("thread__created_by").order_by("start", "pk")
    return (
        rows.select_related("passage", "translation", "adjudication__adjudicator")
        .prefetch_related(
            Prefetch("verdicts", Verdict.objects.select_related("reviewer").order_by("given_at", "pk")),
            Prefetch("anchors", marks),
        )
        .order_by("passage__position", "translation__position")
    )
