"""Measures of variation, as they are sent."""

from collections.abc import Sequence
from typing import TypedDict

from workbench.corpus.comparing import Place, Survey
from workbench.corpus.models import Translation, Work
from workbench.text.words.signature import SIGNATURE

__all__ = ["PassageVariationShown", "WorkVariationShown", "show_work_variation"]


class VariantDistinctivenessShown(TypedDict):
    """How far one variant lies from the others of its passage, on average: 0 to 1, null where there is no pair."""

    siglum: str
    distinctiveness: float | None


class PassageVariationShown(TypedDict):
    """How much the variants of a passage differ, on average over pairs in one language: 0 to 1, null without any.

    `is_waiting`: null because the passage changed and waits to be measured anew.
    """

    passage: int
    reference: str
    position: int
    variation: float | None
    is_waiting: bool
    variants: list[VariantDistinctivenessShown]


class WorkVariationShown(TypedDict):
    """How far any two translations (`sigla`) lie apart over all passages asked for: 0 to 1, null across languages.

    `variation` is the mean over the passages. `total` passages were asked for, of which `waiting` are in no figure yet;
    `passages` are one page of them, and `next` the address of the next page, or null. `signature`: how
    the words were cut.
    """

    workspace: str
    work: str
    sigla: list[str]
    distances: list[list[float | None]]
    variation: float | None
    total: int
    waiting: int
    passages: list[PassageVariationShown]
    next: str | None
    signature: str


def show_work_variation(
    work: Work, translations: Sequence[Translation], survey: Survey, places: Sequence[Place], further: str | None
) -> WorkVariationShown:
    """Show what a survey of these translations found, and some of its places."""
    distinct = survey.distinctiveness_of(places)
    return {
        "workspace": work.workspace.slug,
        "work": work.slug,
        "sigla": [one.siglum for one in translations],
        "distances": [[_rounded(value) for value in row] for row in survey.distances],
        "variation": _rounded(survey.mean),
        "total": survey.total,
        "waiting": survey.waiting,
        "passages": [
            {
                "passage": place.pk,
                "reference": place.reference,
                "position": place.position,
                "variation": _rounded(place.variation),
                "is_waiting": place.is_waiting,
                "variants": [
                    {"siglum": one.siglum, "distinctiveness": _rounded(distinct[place.pk].get(one.pk))}
                    for one in translations
                ],
            }
            for place in places
        ],
        "next": further,
        "signature": SIGNATURE,
    }


def _rounded(value: float | None) -> float | None:
    """Return a measure with as many digits as mean something."""
    return None if value is None else round(value, 6)
