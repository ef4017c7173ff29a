"""`distribute`: the place of every passage in a running text."""

from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from workbench.text.alignment.chain import learn_weights
from workbench.text.alignment.cutting import find_segments
from workbench.text.alignment.errors import MOST_UNITS, check_units
from workbench.text.alignment.languages import share_language
from workbench.text.alignment.meaning_pass import align_meanings, segments_of
from workbench.text.alignment.pieces import doubt_gaps, split_passages
from workbench.text.alignment.places import CLAUSE, COMMA, INSIDE, find_places
from workbench.text.alignment.sentences import sentences
from workbench.text.alignment.translating import translate_words
from workbench.text.alignment.values import Distribution, Placement
from workbench.text.alignment.words import count_sides, has_words, read_words
from workbench.text.words.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.text.alignment.places import Places
    from workbench.text.alignment.segments import Segments
    from workbench.text.meaning import Encoder

__all__ = ["distribute"]

_FEW_WORDS = 12
_FEW_PASSAGES = 15  # in two languages: too few to learn from, so that a passage be left out for sure
_WORDLESS_LINES = regex.compile(r"(?:\s*\n[^\p{L}\p{N}\n]*)+\Z")


def distribute(
    passages: "Sequence[str]", text: str, *, same_language: bool | None = None, encoder: "Encoder | None" = None
) -> Distribution:
    """Cut `text` into one span for each of `passages`, in order; what has no place among them is `unplaced`.

    Cuts fall at ends of sentences where the passages end so, inside a sentence where they do. Spans are code
    points, half-open, without the white space around them; empty where the text has nothing for a passage.
    `same_language=None`: decided by the words. An `encoder` that knows both of two languages says first where the
    passages lie. Raises `TooManyUnits` above 100,000 passages with words.
    """
    running = read_words(text)
    worded = [number for number, passage in enumerate(passages) if has_words(passage)]
    if not running.keys or not worded:
        return _place_nothing(len(passages), text)
    check_units(len(worded))
    pieces = split_passages([passages[number] for number in worded], MOST_UNITS)
    words = [read_words(piece).keys for piece in pieces.texts]
    if same_language is None:
        same_language = share_language([word for unit in words for word in unit], running.keys)
    places = find_places(text, running)
    begun = None
    if not same_language:
        parts = _split(text, MOST_UNITS, places, len(worded))
        units = [read_words(part).keys for part in parts]
        meant = align_meanings(words, pieces.texts, units, parts, encoder) if encoder else None
        chain = meant and meant[0]
        begun = segments_of(chain, pieces.texts, [len(unit) for unit in units]) if chain else None
        words = translate_words(words, pieces.texts, units, parts, chain)
    source, whole = count_sides(words, pieces.texts, [running.keys], [text])
    weights = None if same_language else learn_weights(*count_sides(words, pieces.texts, units, parts))
    segments = find_segments(pieces, source, whole, places, weights, begun)
    if not same_language:
        segments = doubt_gaps(segments, len(worded) / (len(worded) + _FEW_PASSAGES))
    found = _describe(text, places, segments, same_language=same_language)
    return replace(found, placements=_add_wordless(found.placements, worded, len(passages)))


def _split(text: str, most: int, places: "Places | None" = None, passages: int = 0) -> list[str]:
    """Split the text at ends of sentences, into `most` parts at most.

    Where so few ends are known that most of the passages would have none (Thai has no sign for them), it is split at
    the other `places`: at clauses, at commas and spaces, every few words.
    """
    starts = [span.start for span in sentences(text)]
    for kind, step in ((CLAUSE, 1), (COMMA, 1), (INSIDE, _FEW_WORDS)):
        if places and len(starts) < passages / 2:
            starts = places.offsets[:-1][places.kinds[:-1] >= kind][::step].tolist()
    kept = starts[:: -(-len(starts) // most)]
    return [text[start:end] for start, end in zip(kept, [*kept[1:], len(text)], strict=True)]


def _place_nothing(count: int, text: str) -> Distribution:
    whole = _strip(text, 0, len(text))
    unplaced = (whole,) if whole.end > whole.start else ()
    return Distribution((Placement(Span(0, 0), 0.0),) * count, unplaced, same_language=True)


def _add_wordless(placements: tuple[Placement, ...], worded: list[int], count: int) -> tuple[Placement, ...]:
    """Put the passages without words back among the others: empty, behind the one before, without confidence."""
    found = dict(zip(worded, placements, strict=True))
    filled, end = [], 0
    for number in range(count):
        placement = found.get(number) or Placement(Span(end, end), 0.0)
        end = max(end, placement.span.end)
        filled.append(placement)
    return tuple(filled)


def _describe(text: str, places: "Places", found: "Segments", *, same_language: bool) -> Distribution:
    """Turn places into spans of the text, and name what lies between them."""
    placements, unplaced, last = [], [], 0
    for start, end, confidence in zip(found.starts, found.ends, found.confidences, strict=True):
        first, after = int(places.offsets[start]), int(places.offsets[end])
        if wordless := _WORDLESS_LINES.search(text, first, after):
            after = wordless.start()
        span = _strip(text, first, after)
        placements.append(Placement(span, float(confidence)))
        unplaced.append(_strip(text, last, first))
        last = max(last, span.end)
    unplaced.append(_strip(text, last, len(text)))
    return Distribution(tuple(placements), tuple(s for s in unplaced if s.end > s.start), same_language)


def _strip(text: str, start: int, end: int) -> Span:
    """The span without the white space at its ends; an empty one stays where it starts."""
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)
