"""Which words of two translations answer each other in a passage: what the engine finds, put right by people."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from workbench.corpus.lexicons import NOTHING, Lexicon
from workbench.corpus.models import ConfirmedLink, LinkVerdict, Variant
from workbench.corpus.units import Unit, UnitText
from workbench.text import Span, diff
from workbench.text.alignment.answers import Answer, Pair, group_pairs
from workbench.text.alignment.word_links import word_links
from workbench.text.meaning import LANGUAGES, Encoder, knows, load
from workbench.text.words.languages import language_of

__all__ = ["LONGEST", "LinkedUnit", "link_unit", "read_said"]

LONGEST = 20_000
"""Of longer texts (code points) the words are not linked."""
_SCORES = {"equal": 1.0, "moved": 0.9, "near": 0.5}


@dataclass(frozen=True, slots=True)
class LinkedUnit:
    """The answers between two texts of a unit."""

    left: UnitText
    right: UnitText
    answers: tuple[Answer, ...]


def read_said(variants: Iterable[Variant]) -> list[ConfirmedLink]:
    """Return what people said of the words of these variants, the oldest first; one query."""
    held = {variant.pk for variant in variants}
    return list(ConfirmedLink.objects.standing().filter(left__in=held, right__in=held).order_by("pk"))


def link_unit(
    unit: Unit,
    languages: tuple[str, str],
    said: Sequence[ConfirmedLink],
    lexicon: Lexicon = NOTHING,
    sides: tuple[int, int] = (0, 1),
) -> LinkedUnit | None:
    """Link the words of two of a unit's texts, those at the places `sides`; None where one of them has no words.

    `languages` are their tags, `lexicon` what their work teaches. What people `said` goes before what is found.
    """
    left, right = unit.texts[sides[0]], unit.texts[sides[1]]
    if left is None or right is None:
        return None
    found = _find(left.text, right.text, language_of(languages[0]), language_of(languages[1]), lexicon)
    confirmed = [_place(one, left, right) for one in said]
    true = [pair for verdict, pair in filter(None, confirmed) if verdict == LinkVerdict.CONFIRMED]
    false = [pair for verdict, pair in filter(None, confirmed) if verdict == LinkVerdict.PARTED]
    kept = [pair for pair in found if not any(_contradicts(pair, one) for one in true) and not _is_any(pair, false)]
    return LinkedUnit(left, right, group_pairs(chain(kept, true)))


@lru_cache(maxsize=2_000)
def _find(left: str, right: str, left_language: str, right_language: str, lexicon: Lexicon) -> tuple[Pair, ...]:
    """Return the pairs the engine finds; remembered, since a page asks for the same again and again."""
    if max(len(left), len(right)) > LONGEST:
        return ()
    if left_language == right_language:
        return tuple(Pair(one.left, one.right, _SCORES[one.kind], one.kind) for one in diff(left, right).links)
    encoder = _encoder_for(left, right, {left_language, right_language} - {""})
    links = word_links(left, right, encoder=encoder, lexicon=lexicon.words, signs=False)
    return tuple(Pair(one.left, one.right, one.score, "translated") for one in links)


def _encoder_for(left: str, right: str, named: set[str]) -> Encoder | None:
    """Return the encoder, if it is there and knows the languages: those that are named, and both texts by its own word
    where one is not.
    """
    encoder = load()
    if encoder is None or not named <= LANGUAGES:
        return None
    return encoder if len(named) == 2 or knows([left], [right], encoder) else None


def _place(link: ConfirmedLink, left: UnitText, right: UnitText) -> tuple[str, Pair] | None:
    """Return what was said as a pair of this unit; None where it speaks of other texts, or its words are not there."""
    ends = [
        (link.left_id, Span(link.left_start, link.left_end), link.left_quote),
        (link.right_id, Span(link.right_start, link.right_end), link.right_quote),
    ]
    for first, second in (ends, ends[::-1]):
        spans = _span_in(left, *first), _span_in(right, *second)
        if spans[0] and spans[1]:
            return link.verdict, Pair(spans[0], spans[1], 1.0, "confirmed")
    return None


def _span_in(said: UnitText, variant: int, span: Span, quote: str) -> Span | None:
    for part, place in said.parts:
        if part.pk == variant:
            moved = Span(span.start + place.start, span.end + place.start)
            return moved if moved.of(said.text) == quote else None
    return None


def _contradicts(pair: Pair, said: Pair) -> bool:
    return _overlap(pair.left, said.left) or _overlap(pair.right, said.right)


def _is_any(pair: Pair, said: Sequence[Pair]) -> bool:
    return any(_overlap(pair.left, one.left) and _overlap(pair.right, one.right) for one in said)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
