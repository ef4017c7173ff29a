"""A proposed placing, as it is sent. All offsets are code points of the text, with LF line ends, half-open."""

from typing import TypedDict

from workbench.api.resources.comparison.presenters import SpanShown, show_span
from workbench.corpus.models import Work
from workbench.review.transfer.proposals import Ground
from workbench.text.meaning import MEANING
from workbench.text.placing import Placing, State

__all__ = ["PlacingShown", "show_placing"]


class PlacementShown(TypedDict):
    """What a passage gets: `span` where it is present, null otherwise.

    `confidence` (0 to 1) speaks of where the span starts. Unentered: the text does not reach this passage.
    """

    passage: int
    reference: str
    state: State
    span: SpanShown | None
    confidence: float


class PlacingShown(TypedDict):
    """One placement a passage, in the work's order; `unplaced` are the spans of the text that belong to none.

    `meaning` names what was asked for what means the same in two languages, with its version, or is "off".
    """

    work: str
    beside: str
    meaning: str
    placements: list[PlacementShown]
    unplaced: list[SpanShown]


def show_placing(work: Work, placing: Placing, ground: Ground) -> PlacingShown:
    """Show where the words of a text belong in a work."""
    return {
        "work": work.slug,
        "beside": ground.beside.siglum,
        "meaning": MEANING,
        "placements": [_show(placing, ground, number) for number in range(len(placing.states))],
        "unplaced": [show_span(span, placing.text) for span in placing.boilerplate()],
    }


def _show(placing: Placing, ground: Ground, number: int) -> PlacementShown:
    passage, span, place = ground.passages[number], placing.span_of(number), placing.places.get(number)
    return {
        "passage": passage.pk,
        "reference": passage.reference,
        "state": placing.states[number],
        "span": show_span(span, placing.text) if span else None,
        "confidence": 0.0 if place is None else round(placing.pieces[place].confidence, 4),
    }
