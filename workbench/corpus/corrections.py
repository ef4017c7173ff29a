"""What scholars corrected in a collation, as the engine takes it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from workbench.corpus.models import ConfirmedLink, Correction, Passage, Variant
from workbench.corpus.units import UnitText
from workbench.text import Span
from workbench.text.collation import Correction as Said
from workbench.text.collation import Mark

__all__ = ["Corrected", "corrections_of", "links_of", "read_corrections", "take"]


@dataclass(frozen=True, slots=True)
class Corrected:
    """The corrections that speak of some texts, and what each says of them; both in the same order, the oldest first.

    Of several texts: what `said[n].marks` call a witness is the place of a text.
    """

    rows: tuple[Correction, ...] = ()
    said: tuple[Said, ...] = ()


def read_corrections(variants: Iterable[Variant]) -> tuple[Correction, ...]:
    """Return the corrections that stand and speak of words of these variants, the oldest first. Two queries."""
    held = {variant.pk for variant in variants}
    rows = Correction.objects.standing().filter(marks__variant__in=held).distinct().order_by("pk")
    return tuple(rows.select_related("created_by").prefetch_related("marks"))


def corrections_of(passage: Passage) -> QuerySet[Correction]:
    """Return all that was ever corrected at a passage, the latest first, ready to be shown."""
    rows = Correction.objects.filter(passage=passage).select_related("created_by", "undone_by").order_by("-pk")
    found: QuerySet[Correction] = rows.prefetch_related("marks__variant__translation")
    return found


def links_of(passage: Passage) -> QuerySet[ConfirmedLink]:
    """Return what was said of words that answer each other at a passage, the latest first, ready to be shown."""
    found: QuerySet[ConfirmedLink] = ConfirmedLink.objects.filter(passage=passage).order_by("-pk")
    return found.select_related("created_by", "left__translation", "right__translation")


def take(rows: Sequence[Correction], texts: Sequence[UnitText]) -> Corrected:
    """Return what corrections say of these texts: those of which a mark stands in one of them."""
    places = {part.pk: (witness, span.start) for witness, text in enumerate(texts) for part, span in text.parts}
    found = [(row, _marks(row, places, texts)) for row in rows]
    kept = [(row, marks) for row, marks in found if marks]
    return Corrected(
        tuple(row for row, _ in kept),
        tuple(Said(row.kind, marks) for row, marks in kept),  # type: ignore[arg-type]
    )


def _marks(row: Correction, places: dict[int, tuple[int, int]], texts: Sequence[UnitText]) -> tuple[Mark, ...]:
    """Return the marks whose words are here, as they were quoted."""
    found = []
    for mark in row.marks.all():
        if mark.variant_id in places:
            witness, start = places[mark.variant_id]
            span = Span(mark.start + start, mark.end + start)
            if span.of(texts[witness].text) == mark.quote:
                found.append(Mark(witness, span, mark.side))
    return tuple(found)
