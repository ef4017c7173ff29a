"""The list of passages on the variation page: in order, page by page, with what stands out in each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.corpus.comparing import Place, Survey
from workbench.corpus.models import Translation
from workbench.corpus.ranking import rank
from workbench.web.variation.state import VariationState

__all__ = ["PAGE", "Ranked", "Standout", "read_ranked"]

PAGE = 25


@dataclass(frozen=True, slots=True)
class Standout:
    """A passage of the list, and the one translation that lies farthest from the others there, if one does."""

    place: Place
    siglum: str = ""
    distinctiveness: float = 0.0


@dataclass(frozen=True, slots=True)
class Ranked:
    """Some passages in the order asked for, from number `first` to `last` (from 1) of `total`.

    `before` and `after` are the queries of the neighbouring pages, None where there is none.
    """

    rows: Sequence[Standout]
    first: int
    last: int
    total: int
    before: str | None
    after: str | None


def read_ranked(survey: Survey, state: VariationState) -> Ranked:
    """Return the page of the list that the state asks for."""
    page = rank(survey, state.sort, after=state.after, size=PAGE)
    distinct = survey.distinctiveness_of(page.places)
    return Ranked(
        [_stand_out(place, distinct[place.pk], state.translations) for place in page.places],
        page.start + 1,
        page.start + len(page.places),
        page.total,
        state.changed(after=page.before).query if page.start else None,
        state.changed(after=page.after).query if page.after else None,
    )


def _stand_out(place: Place, distinct: Mapping[int, float], translations: Sequence[Translation]) -> Standout:
    """Name the most distinctive translation; none where the first two are level, as any two by themselves are."""
    first, second, *_ = [*sorted(distinct, key=lambda pk: -distinct[pk]), 0, 0]
    if round(distinct.get(first, 0), 3) <= round(distinct.get(second, 0), 3):
        return Standout(place)
    siglum = next(one.siglum for one in translations if one.pk == first)
    return Standout(place, siglum, distinct[first])
