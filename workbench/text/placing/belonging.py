"""Saying what belongs to whom: merging, swapping, leaving out, dropping boilerplate and taking it back."""

from dataclasses import replace
from typing import Literal

from workbench.text.placing.cuts import with_pieces
from workbench.text.placing.errors import CannotStep
from workbench.text.placing.values import Placing, State

__all__ = ["absorb", "confirm", "drop", "mark", "merge", "swap"]


def mark(placing: Placing, passage: int, state: Literal["omitted", "joined", "unentered"]) -> Placing:
    """Say that a passage has no words of its own here.

    Where it had some, a passage that is joined gives them to the passage before it (see `merge`), any other leaves
    them as boilerplate.
    """
    if state == "joined" and passage == 0:
        raise CannotStep("There is no passage before the first that it could be joined to.")
    if passage in placing.places and state == "joined":
        return merge(placing, passage - 1)
    changed = _with_state(placing, passage, state)
    return _drop_words(changed, passage)


def merge(placing: Placing, passage: int) -> Placing:
    """Let the words of the next passage stand with this one's; the next is then joined.

    Boilerplate between them goes along. Raises `CannotStep` where other words lie between.
    """
    following = passage + 1
    if following >= len(placing.states):
        raise CannotStep("There is no passage after the last.")
    if passage not in placing.places:
        raise CannotStep("The passage before has no words that others could be joined to.")
    changed = _with_state(placing, following, "joined")
    if following not in placing.places:
        return changed
    first, last = placing.places[passage], placing.places[following]
    if last < first or any(one.passage is not None for one in placing.pieces[first + 1 : last]):
        raise CannotStep("The two passages do not stand beside each other in the text.")
    whole = replace(placing.pieces[first], end=placing.pieces[last].end, is_confirmed=True)
    return with_pieces(changed, [*placing.pieces[:first], whole, *placing.pieces[last + 1 :]])


def swap(placing: Placing, passage: int, other: int) -> Placing:
    """Let two passages change places: each gets the other's words, or its state where it has none."""
    if passage == other:
        raise CannotStep("Two different passages are expected.")
    exchanged: dict[int | None, int] = {passage: other, other: passage}
    pieces = [
        replace(one, passage=exchanged[one.passage], is_confirmed=True) if one.passage in exchanged else one
        for one in placing.pieces
    ]
    states = list(placing.states)
    states[passage], states[other] = states[other], states[passage]
    if states[0] == "joined":
        raise CannotStep("There is no passage before the first that it could be joined to.")
    return replace(placing, pieces=tuple(pieces), states=tuple(states))


def drop(placing: Placing, passage: int) -> Placing:
    """Make the words of a passage boilerplate; the passage is then unentered."""
    if passage not in placing.places:
        raise CannotStep("This passage has no words to put aside.")
    return mark(placing, passage, "unentered")


def absorb(placing: Placing, offset: int, side: Literal["before", "after"]) -> Placing:
    """Give the boilerplate that starts at `offset` to the passage before or after it in the text."""
    place = next((n for n, one in enumerate(placing.pieces) if one.start == offset and one.passage is None), None)
    if place is None:
        raise CannotStep("There is no boilerplate at this place.")
    neighbour = place + (1 if side == "after" else -1)
    if not 0 <= neighbour < len(placing.pieces):
        raise CannotStep(f"There is no passage {side} this boilerplate.")
    loose, taker = placing.pieces[place], placing.pieces[neighbour]
    grown = replace(
        taker, start=min(loose.start, taker.start), end=max(loose.end, taker.end), confidence=1.0, is_confirmed=True
    )
    low = min(place, neighbour)
    return with_pieces(placing, [*placing.pieces[:low], grown, *placing.pieces[low + 2 :]])


def confirm(placing: Placing, passage: int) -> Placing:
    """Say that a passage's words are the right ones."""
    place = placing.places.get(passage)
    if place is None:
        raise CannotStep("This passage has no words that could be confirmed.")
    pieces = list(placing.pieces)
    pieces[place] = replace(pieces[place], is_confirmed=True)
    return replace(placing, pieces=tuple(pieces))


def _with_state(placing: Placing, passage: int, state: State) -> Placing:
    states = [*placing.states[:passage], state, *placing.states[passage + 1 :]]
    return replace(placing, states=tuple(states))


def _drop_words(placing: Placing, passage: int) -> Placing:
    pieces = [
        replace(one, passage=None, confidence=1.0, is_confirmed=False) if one.passage == passage else one
        for one in placing.pieces
    ]
    return with_pieces(placing, pieces)
