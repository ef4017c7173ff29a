"""Which passages of a work the passages of a document are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from workbench.corpus.errors import Invalid
from workbench.corpus.models import Passage
from workbench.corpus.transfer.options import Match
from workbench.interchange.document import PassageRecord

__all__ = ["MatchedPassage", "match_passages"]


@dataclass(frozen=True, slots=True)
class MatchedPassage:
    """A passage of the document; `passage` is the work's, None where one will be made with `reference`."""

    record: PassageRecord
    reference: str
    passage: Passage | None


def match_passages(
    records: Sequence[PassageRecord], passages: Sequence[Passage], match: Match
) -> tuple[MatchedPassage, ...]:
    """Match by reference or by order; passages without a counterpart are to be made.

    `passages` are the work's, in order. Raises `Invalid` where nothing in the file says what belongs to what.
    """
    has_references = any(record.reference for record in records)
    if match == "reference" or (match == "auto" and has_references):
        return tuple(_by_reference(records, {passage.reference: passage for passage in passages}))
    if match == "auto" and passages and len(passages) != len(records):
        raise Invalid.field(
            "match",
            f"The file has {len(records):,} passages without references, the work has {len(passages):,}. "
            "Expected as many, references in the file, or match by order to begin from the first.",
            code="not_aligned",
        )
    return tuple(_by_order(records, passages))


def _by_reference(records: Sequence[PassageRecord], by_reference: Mapping[str, Passage]) -> Iterator[MatchedPassage]:
    named = {record.reference for record in records}
    free = _free_references({*by_reference, *named})
    for record in records:
        reference = record.reference or next(free)
        yield MatchedPassage(record, reference, by_reference.get(reference))


def _by_order(records: Sequence[PassageRecord], passages: Sequence[Passage]) -> Iterator[MatchedPassage]:
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
