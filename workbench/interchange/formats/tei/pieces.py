"""What several witnesses read in a passage, cut where they begin and cease to agree to the letter.

The cuts are those of the collation, so that an apparatus here has the entries that the pages show.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from workbench.interchange.corrections import engine_corrections
from workbench.interchange.document import CorrectionRecord, SpanRecord, VariantRecord
from workbench.interchange.markup import arrange_spans
from workbench.text.collation import (
    Column,
    collate,
    correct,
    cut_texts,
    find_transpositions,
    group_witnesses,
)
from workbench.text.words.spans import Span

__all__ = ["Piece", "Place", "cut_variant", "join_pieces", "part_variants", "whole"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with their markup; spans count from the beginning of the piece."""

    text: str
    spans: tuple[SpanRecord, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything stands in it."""
        return bool(self.text or self.spans)


@dataclass(frozen=True, slots=True)
class Place:
    """A piece that all have, or several, with the indices of the variants that read each: the first variant's first.

    `same`: which readings (by number) a person calls one. `moved`: those that are the base's words moved, or from where
    these are gone. `corrected`: the numbers of the corrections that show here.
    """

    readings: tuple[tuple[Piece, tuple[int, ...]], ...]
    same: tuple[tuple[int, ...], ...] = ()
    moved: frozenset[int] = frozenset()
    corrected: tuple[int, ...] = ()

    @property
    def is_variant(self) -> bool:
        """Whether the witnesses part here."""
        return len(self.readings) > 1


def part_variants(variants: Sequence[VariantRecord], corrections: Sequence[CorrectionRecord] = ()) -> Iterator[Place]:
    """Yield the places of variants, one after the other: together they are the whole of each, markup included.

    `corrections` of their passage are applied as far as their words stand in these variants.
    """
    everybody = tuple(range(len(variants)))
    said = engine_corrections(corrections, variants)
    if not said and all((one.text, one.markup) == (variants[0].text, variants[0].markup) for one in variants):
        yield Place(((whole(variants[0]), everybody),))
        return
    texts = [one.text for one in variants]
    table = correct(collate(texts, base=0), said).regions()
    moved = find_transpositions(table.columns, texts, 0, table.transpositions)
    for number, (spans, column) in enumerate(zip_longest(cut_texts(table, texts), table.columns)):
        pieces = [cut_variant(one, span) for one, span in zip(variants, spans, strict=True)]
        there = frozenset(witness for at, witness in moved if at == number)
        yield from _places(pieces, everybody, column, there)


def whole(variant: VariantRecord) -> Piece:
    """Return all of a variant as one piece."""
    return Piece(variant.text, variant.markup)


def _places(
    pieces: Sequence[Piece], everybody: tuple[int, ...], column: Column | None, moved: frozenset[int]
) -> Iterator[Place]:
    """Yield the place of these pieces; blanks that all begin with stand before it."""
    is_corrected = column is not None and bool(column.corrected)
    if all(piece == pieces[0] for piece in pieces) and not (is_corrected and column and column.is_variant):
        yield Place(((pieces[0], everybody),))
        return
    if all(piece.text.startswith(" ") and not _begins_in_markup(piece) for piece in pieces):
        yield Place(((Piece(" "), everybody),))
        pieces = [_without_blank(piece) for piece in pieces]
    said = column.keys if column and is_corrected else [()] * len(pieces)
    readings = list(zip(pieces, said, strict=True))
    known = list(dict.fromkeys(readings))
    keys = [(known.index(one),) if one[0] else () for one in readings]
    groups = group_witnesses(keys, 0)
    there = frozenset(at for at, group in enumerate(groups) if at and moved.intersection(group))
    same = _called_one(groups, column) if column and is_corrected else ()
    shown = column.corrected if column else ()
    yield Place(tuple((pieces[group[0]], group) for group in groups), same, there, shown)


def _called_one(groups: Sequence[tuple[int, ...]], column: Column) -> tuple[tuple[int, ...], ...]:
    """Return which groups of those who read alike a person calls one reading."""
    by_reading = [tuple(at for at, group in enumerate(groups) if set(group) <= set(one)) for one in column.groups]
    return tuple(one for one in by_reading if len(one) > 1)


def _begins_in_markup(piece: Piece) -> bool:
    return any(span.start <= (span.start == span.end) for span in piece.spans)


def _without_blank(piece: Piece) -> Piece:
    spans = tuple(replace(span, start=span.start - 1, end=span.end - 1) for span in piece.spans)
    return Piece(piece.text[1:], spans)


def cut_variant(variant: VariantRecord, place: Span) -> Piece:
    """Return a piece of a variant. Points belong to the words before them."""
    if not variant.markup or not place:
        return Piece(place.of(variant.text))
    spans = [_clip(one, place) for one in variant.markup if _stands_in(one, place)]
    return Piece(place.of(variant.text), tuple(spans))


def join_pieces(pieces: Iterable[Piece]) -> Piece:
    """Return pieces as one; marks that go on from one to the next become one again."""
    texts, spans, length = list[str](), list[SpanRecord](), 0
    for piece in pieces:
        for one in piece.spans:
            span = replace(one, start=one.start + length, end=one.end + length)
            before = next((at for at, other in enumerate(spans) if _goes_on(other, span)), None) if length else None
            if before is None:
                spans.append(span)
            else:
                spans[before] = replace(spans[before], end=span.end)
        texts.append(piece.text)
        length += len(piece.text)
    return Piece("".join(texts), arrange_spans(spans))


def _goes_on(one: SpanRecord, other: SpanRecord) -> bool:
    is_mark = one.start < one.end == other.start < other.end
    return is_mark and (one.kind, one.value, one.language) == (other.kind, other.value, other.language)


def _stands_in(span: SpanRecord, place: Span) -> bool:
    if span.start == span.end:
        return place.start < span.start <= place.end or span.start == 0 == place.start
    return span.start < place.end and place.start < span.end


def _clip(span: SpanRecord, place: Span) -> SpanRecord:
    start, end = max(span.start, place.start), min(span.end, place.end)
    return replace(span, start=start - place.start, end=end - place.start)
