"""What the checks found, asked by kind, state and translation, the gravest first or in the work's order."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from django.db.models import Count, F, IntegerField, Q, QuerySet
from django.db.models.functions import Cast, Round

from workbench.corpus.findings import choice_of
from workbench.corpus.models import Check, Work

__all__ = ["CheckFilter", "Checks", "count_checks", "list_checks", "wanted_checks"]

Cursor = tuple[int, int]
_THOUSAND = 1_000


@dataclass(frozen=True, slots=True)
class CheckFilter:
    """Which checks somebody wants: any, where a value is "" (or `state` is `all`)."""

    kind: str = ""
    state: str = "open"
    siglum: str = ""
    order: Literal["weight", "position"] = "weight"


@dataclass(frozen=True, slots=True)
class Checks:
    """A page of them; `after` is where the next one begins, None at the end."""

    checks: Sequence[Check]
    after: Cursor | None


def wanted_checks(work: Work) -> QuerySet[Check]:
    """Return what was found of the kinds that a work wants, as grave as it wants."""
    choice = choice_of(work)
    rows = Check.objects.filter(work=work, weight__gte=choice.least)
    return rows.exclude(kind__in=choice.off) if choice.off else rows


def list_checks(work: Work, asked: CheckFilter, *, after: Cursor | None = None, size: int) -> Checks:
    """Return the page of checks that begins after a cursor."""
    rows = _filtered(wanted_checks(work), asked).select_related("passage", "variant__translation", "decided_by")
    if asked.order == "weight":
        rows = rows.annotate(rank=Cast(Round(F("weight") * -_THOUSAND), IntegerField()))
    else:
        rows = rows.annotate(rank=F("passage__position"))
    if after is not None:
        rows = rows.filter(Q(rank__gt=after[0]) | Q(rank=after[0], pk__gt=after[1]))
    found = list(rows.order_by("rank", "pk")[: size + 1])
    shown = found[:size]
    further = (shown[-1].rank, shown[-1].pk) if len(found) > size else None
    return Checks(shown, further)


def count_checks(work: Work, asked: CheckFilter) -> dict[str, int]:
    """Return how many there are of each kind, of the state and translation asked for."""
    rows = _filtered(wanted_checks(work), CheckFilter(state=asked.state, siglum=asked.siglum))
    return dict(rows.order_by().values("kind").annotate(n=Count("pk")).values_list("kind", "n"))


def _filtered(rows: QuerySet[Check], asked: CheckFilter) -> QuerySet[Check]:
    if asked.kind:
        rows = rows.filter(kind=asked.kind)
    if asked.state != "all":
        rows = rows.filter(state=asked.state)
    return rows.filter(variant__translation__siglum=asked.siglum) if asked.siglum else rows
