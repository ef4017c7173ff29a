"""Moving the cuts between the pieces of a placing. Each function returns a new one; the text stays whole."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from workbench.text.alignment.places import find_places
from workbench.text.alignment.sentences import sentences
from workbench.text.alignment.words import read_words
from workbench.text.placing.errors import CannotStep
from workbench.text.placing.values import Piece, Placing

__all__ = ["Edge", "Unit", "begin_at", "move_cut", "with_pieces", "word_starts"]

Edge = Literal["start", "end"]
Unit = Literal["word", "sentence"]


def move_cut(placing: Placing, passage: int, edge: Edge, unit: Unit, step: int) -> Placing:
    """Move the start or the end of a passage by one word or sentence, on (`step` 1) or back (-1).

    The words go over to, or come from, the piece beside it. Boilerplate that loses all its words is gone; at either end
    of the text, words that the passage gives up become boilerplate. Raises `CannotStep` where a passage would lose its
    last words or there is nothing to take.
    """
    place = _place_of(placing, passage) + (edge == "end")
    low = placing.pieces[place - 1].start if place else 0
    high = placing.pieces[place].end if place < len(placing.pieces) else len(placing.text)
    at = placing.pieces[place].start if place < len(placing.pieces) else len(placing.text)
    return _cut_at(placing, place, _next_offset(placing.text, low, at, high, unit, step))


def begin_at(placing: Placing, passage: int, offset: int) -> Placing:
    """Let a passage begin at the word that stands at `offset`.

    If it has words already, its first cut moves there, inside its own words or those of the piece before it. If it has
    none, it gets the words from there on to the end of the piece. Raises `CannotStep` for any other place.
    """
    place = bisect_right(placing.pieces, offset, key=lambda one: one.start) - 1
    if place < 0 or not 0 <= offset < len(placing.text):
        raise CannotStep("There is nothing in the text at this place.")
    offset = _start_of_word(placing, place, offset)
    own = placing.places.get(passage)
    if own is None:
        return _split_off(placing, place, offset, passage)
    if own not in {place, place + 1}:
        raise CannotStep("Only a place in the passage itself, or right before it, can become its start.")
    return _cut_at(placing, own, offset)


def word_starts(text: str, start: int, end: int) -> list[int]:
    """Return the offsets in `start:end` where a word begins, with the marks that open before it."""
    inside = text[start:end]
    return [start + int(at) for at in find_places(inside, read_words(inside)).offsets[:-1]]


def with_pieces(placing: Placing, pieces: Sequence[Piece]) -> Placing:
    """Return the placing with these pieces: neighbours that belong to nothing are made one, empty ones are dropped."""
    kept: list[Piece] = []
    for piece in pieces:
        if piece.end <= piece.start:
            continue
        if kept and piece.passage is None and kept[-1].passage is None:
            kept[-1] = replace(kept[-1], end=piece.end)
        else:
            kept.append(piece)
    return replace(placing, pieces=tuple(kept))


def _cut_at(placing: Placing, place: int, offset: int) -> Placing:
    """Let the cut before piece number `place` fall at `offset`, which lies in that piece or the one before it."""
    pieces = list(placing.pieces)
    if place == len(pieces):
        pieces.append(Piece(len(placing.text), len(placing.text), None))
    if place == 0:
        pieces.insert(0, Piece(0, 0, None))
        place = 1
    before, after = pieces[place - 1], pieces[place]
    pieces[place - 1] = replace(before, end=offset)
    pieces[place] = replace(after, start=offset, confidence=1.0, is_confirmed=after.passage is not None)
    for piece in pieces[place - 1 : place + 1]:
        if piece.passage is not None and not placing.text[piece.start : piece.end].strip():
            raise CannotStep("The passage would lose its last words. Mark it as omitted or joined instead.")
    return with_pieces(placing, pieces)


def _split_off(placing: Placing, place: int, offset: int, passage: int) -> Placing:
    piece = placing.pieces[place]
    if piece.passage is not None and not placing.text[piece.start : offset].strip():
        raise CannotStep("The passage that stands there would lose all its words. Swap the two instead.")
    parts = [replace(piece, end=offset), Piece(offset, piece.end, passage, 1.0, is_confirmed=True)]
    states = [*placing.states[:passage], "present", *placing.states[passage + 1 :]]
    changed = replace(placing, states=tuple(states))
    return with_pieces(changed, [*placing.pieces[:place], *parts, *placing.pieces[place + 1 :]])


def _next_offset(text: str, low: int, at: int, high: int, unit: Unit, step: int) -> int:
    """Return the next place after (before) `at`, between `low` and `high`, where a word or a sentence begins."""
    starts = [low, *_starts(text, low, high, unit), high]
    if step > 0:
        found = bisect_right(starts, at)
        if at >= high or found == len(starts):
            raise CannotStep("There are no words after this cut to take.")
        return starts[found]
    found = bisect_left(starts, at)
    if at <= low or not found:
        raise CannotStep("There are no words before this cut to take.")
    return starts[found - 1]


def _starts(text: str, low: int, high: int, unit: Unit) -> list[int]:
    if unit == "word":
        return word_starts(text, low, high)[1:]
    return [low + span.start for span in sentences(text[low:high])][1:]


def _start_of_word(placing: Placing, place: int, offset: int) -> int:
    piece = placing.pieces[place]
    starts = word_starts(placing.text, piece.start, piece.end)
    return starts[max(bisect_right(starts, offset) - 1, 0)]


def _place_of(placing: Placing, passage: int) -> int:
    place = placing.places.get(passage)
    if place is None:
        raise CannotStep("This passage has no words whose borders could move.")
    return place
