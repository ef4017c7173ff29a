"""A file's passages beside those of the work they would go to, for a person to look over before anything is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.corpus.models import Translation, Variant
from workbench.corpus.transfer.matching import MatchedPassage
from workbench.corpus.transfer.plan import TextPlan
from workbench.corpus.transfer.standing import StandingPassage
from workbench.interchange.document import VariantRecord

__all__ = ["FacingCell", "FacingRow", "count_rows", "face_texts"]

Fate = Literal["made", "matched", "unmatched"]
Text = Literal["new", "same", "differs", "absent"]


@dataclass(frozen=True, slots=True)
class FacingCell:
    """What the file has of one translation: `text` with its `presence`, and what becomes of it.

    It is new, the same as the work has, or differs from `stored`; absent means that the file says nothing.
    """

    siglum: str
    text: str
    presence: str
    state: Text
    stored: str = ""


@dataclass(frozen=True, slots=True)
class FacingRow:
    """A passage: made by the import, matched with one of the work, or unmatched, for the file does not speak of it.

    `named` is how the file calls it, None where it does not; `beside` what the translation chosen for it says;
    `heading` the file's heading of it, "" where the work has the passage already, whose heading stays.
    """

    reference: str
    named: str | None
    fate: Fate
    beside: str
    cells: tuple[FacingCell, ...]
    heading: str = ""


def count_rows(plan: TextPlan) -> int:
    """Return how many rows `face_texts` has in all."""
    return len(plan.passages) + len(plan.unmatched)


def face_texts(plan: TextPlan, *, beside: Translation | None, start: int, count: int) -> list[FacingRow]:
    """Return `count` rows from number `start` (from 0): all passages as they will stand.

    One query, whatever the plan.
    """
    pairs = plan.order[start : start + count]
    texts = _texts_beside([passage for passage, _ in pairs if passage], beside)
    return [_row(plan, passage, matched, texts) for passage, matched in pairs]


def _texts_beside(passages: Sequence[StandingPassage], beside: Translation | None) -> dict[int, str]:
    if beside is None:
        return {}
    variants = Variant.objects.filter(passage__in=[passage.pk for passage in passages], translation=beside)
    return dict(variants.values_list("passage_id", "text"))


def _row(
    plan: TextPlan, passage: StandingPassage | None, matched: MatchedPassage | None, texts: Mapping[int, str]
) -> FacingRow:
    text = texts.get(passage.pk, "") if passage else ""
    if matched is None:
        return FacingRow(passage.reference if passage else "", None, "unmatched", text, ())
    fate: Fate = "matched" if passage else "made"
    heading = "" if passage else matched.record.heading
    return FacingRow(matched.reference, matched.record.reference, fate, text, _cells(plan, matched), heading)


def _cells(plan: TextPlan, matched: MatchedPassage) -> tuple[FacingCell, ...]:
    said = {variant.siglum: variant for variant in matched.record.variants}
    return tuple(
        _cell(plan, matched.reference, record.siglum, said.get(record.siglum)) for record, _ in plan.translations
    )


def _cell(plan: TextPlan, reference: str, siglum: str, variant: VariantRecord | None) -> FacingCell:
    if variant is None:
        return FacingCell(siglum, "", "", "absent")
    stored = plan.stored.get((reference, siglum))
    if stored is None:
        return FacingCell(siglum, variant.text, variant.presence, "new")
    state: Text = "same" if stored.is_said_by(variant) else "differs"
    return FacingCell(siglum, variant.text, variant.presence, state, stored.text)
