"""Which passages of a work the passages of a document are."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import TYPE_CHECKING, TypeVar

from django.utils.translation import gettext

from workbench.corpus.errors import Invalid
from workbench.corpus.transfer.options import Match
from workbench.corpus.transfer.standing import StandingPassage
from workbench.interchange.document import PassageRecord
from workbench.interchange.references import place_of

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    from workbench.interchange.quick import dataclass

__all__ = ["MatchedPassage", "match_passages"]

_One = TypeVar("_One")


@dataclass(frozen=True, slots=True)
class MatchedPassage:
    """A passage of the document; `passage` is the work's, None where one will be made with `reference`."""

    record: PassageRecord
    reference: str
    passage: StandingPassage | None
    is_written_otherwise: bool = False


def match_passages(
    records: Sequence[PassageRecord], passages: Sequence[StandingPassage], match: Match
) -> tuple[MatchedPassage, ...]:
    """Match by reference, however it is written, or by order; passages without a counterpart are to be made.

    `passages` are the work's, in order. Raises `Invalid` where nothing in the file says what belongs to what.
    """
    has_references = any(record.reference for record in records)
    if match == "reference" or (match == "auto" and has_references):
        return tuple(_by_reference(records, passages))
    if match == "auto" and passages and len(passages) != len(records):
        raise Invalid.field(
            "match",
            gettext(
                "The file has %(records)s passages without references, the work has %(passages)s. "
                "Expected as many, references in the file, or match by order to begin from the first."
            )
            % {"records": f"{len(records):,}", "passages": f"{len(passages):,}"},
            code="not_aligned",
        )
    return tuple(_by_order(records, passages))


def _by_reference(records: Sequence[PassageRecord], passages: Sequence[StandingPassage]) -> Iterator[MatchedPassage]:
    by_reference = {passage.reference: passage for passage in passages}
    named = {record.reference for record in records}
    meant = _meant(records, [one for one in passages if one.reference not in named], by_reference)
    free = _free_references({*by_reference, *named})
    for record in records:
        reference = record.reference or next(free)
        if other := meant.get(reference):
            yield MatchedPassage(record, other.reference, other, is_written_otherwise=True)
        else:
            yield MatchedPassage(record, reference, by_reference.get(reference))


def _meant(
    records: Sequence[PassageRecord], passages: Sequence[StandingPassage], named: Mapping[str, StandingPassage]
) -> Mapping[str, StandingPassage]:
    """Return the passages that references mean which are written otherwise in the work: "Gen.1.1" for "Gen 1:1".

    What two of either side could be is left alone.
    """
    if not passages:
        return {}
    places = _once((place_of(one.reference, one.path), one) for one in passages)
    asked = [one for one in records if one.reference and one.reference not in named]
    wanted = _once((place_of(one.reference or "", one.path), one.reference) for one in asked)
    return {reference: places[place] for place, reference in wanted.items() if reference and place in places}


def _once(pairs: Iterable[tuple[tuple[str, ...], _One]]) -> dict[tuple[str, ...], _One]:
    """Return what stands at a place where nothing else does."""
    found: dict[tuple[str, ...], list[_One]] = {}
    for place, one in pairs:
        found.setdefault(place, []).append(one)
    return {place: ones[0] for place, ones in found.items() if place and len(ones) == 1}


def _by_order(records: Sequence[PassageRecord], passages: Sequence[StandingPassage]) -> Iterator[MatchedPassage]:
    taken: set[str | None] = {passage.reference for passage in passages}
    free = _free_references({*taken, *(record.reference for record in records[len(passages) :])})
    for index, record in enumerate(records):
        if index < len(passages):
            yield MatchedPassage(record, passages[index].reference, passages[index])
        else:
            usable = record.reference not in taken
            yield MatchedPassage(record, (record.reference if usable else None) or next(free), None)


def _free_references(taken: set[str | None]) -> Iterator[str]:
    return (str(number) for number in count(1) if str(number) not in taken)
