"""A running text placed beside several translations of a work at once: each votes, the surer ones weigh more.

One translation merges two passages where another keeps them apart, one renders a heading freely that another keeps.
Each cut is taken where the sum of the log odds of those who put it there is greatest, as if their confidences were
independent (a product of experts: Hinton 2002, doi:10.1162/089976602760128018); and whoever is surer on the whole, of
all cuts, weighs more, by the odds of that. Who has no words for a passage says nothing about it, and nothing about the
cuts that its words would have moved.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from workbench.text.alignment import Distribution, Placement, distribute
from workbench.text.words.spans import Span

if TYPE_CHECKING:
    from workbench.text.meaning import Encoder

__all__ = ["distribute_beside"]

_SUREST = 0.99
_LEAST = 0.05


def distribute_beside(columns: Sequence[Sequence[str]], text: str, *, encoder: "Encoder | None" = None) -> Distribution:
    """Cut `text` into one span a passage, as `distribute` does, beside several translations of the same passages.

    `encoder` is handed to `distribute`.
    `columns` holds one sequence of texts for each translation, all of one length, "" where a translation has no
    words; at least one. The confidence of a cut is the mean of those who voted for it, over all who voted. Where no
    translation has words for a passage, its span is empty.
    """
    found = [distribute(column, text, encoder=encoder) for column in columns]
    if len(found) == 1:
        return found[0]
    count = len(columns[0])
    voices = [_Voice(column, one, _odds_of(one)) for column, one in zip(columns, found, strict=True)]
    placements = [_vote(voices, number) for number in range(count)]
    kept = _in_order(placements)
    return Distribution(tuple(kept), tuple(_left_over(kept, text)), found[0].same_language)


@dataclass(frozen=True, slots=True)
class _Vote:
    at: int
    confidence: float
    weight: float


@dataclass(frozen=True, slots=True)
class _Voice:
    column: Sequence[str]
    found: Distribution
    weight: float


def _odds_of(found: Distribution) -> float:
    """Return the odds of a translation's mean confidence."""
    mean = min(sum(one.confidence for one in found.placements) / len(found.placements), _SUREST)
    return mean / (1 - mean)


def _vote(voices: Sequence[_Voice], number: int) -> Placement:
    """Return the place of one passage: whether it has one, then its start and its end, each by vote."""
    voters = [voice for voice in voices if voice.column[number].strip()]
    places = [voice.found.placements[number] for voice in voters]
    filled = [_Vote(1, one.confidence, 1.0) for one in places if _is_filled(one)]
    empty = [_Vote(0, one.confidence, 1.0) for one in places if not _is_filled(one)]
    is_there, sureness = _elect([*filled, *empty])
    if not is_there:
        return Placement(Span(0, 0), sureness)
    inside = [voice for voice in voters if _is_filled(voice.found.placements[number])]
    start, confidence = _elect([_vote_for_start(voice, number) for voice in inside])
    ends = [_vote_for_end(voice, number) for voice in inside]
    end, _ = _elect([vote for vote in ends if vote.at > start])
    return Placement(Span(start, max(start, end)), confidence)


def _is_filled(place: Placement) -> bool:
    return place.span.end > place.span.start


def _vote_for_start(voice: _Voice, number: int) -> _Vote:
    here = voice.found.placements[number]
    return _Vote(here.span.start, here.confidence, voice.weight * _weight_beside(voice.column, number - 1))


def _vote_for_end(voice: _Voice, number: int) -> _Vote:
    following = voice.found.placements[number + 1 : number + 2]
    confidence = following[0].confidence if following else 0.5
    weight = voice.weight * _weight_beside(voice.column, number + 1)
    return _Vote(voice.found.placements[number].span.end, confidence, weight)


def _weight_beside(column: Sequence[str], number: int) -> float:
    """Return how much a cut beside passage `number` counts: little where the translation has no words there."""
    return 1.0 if not 0 <= number < len(column) or column[number].strip() else _LEAST


def _elect(votes: Sequence[_Vote]) -> tuple[int, float]:
    """Return what has the greatest sum of log odds, and its share of all confidence; 0 where nobody votes."""
    if not votes:
        return 0, 0.0
    sums: dict[int, float] = defaultdict(float)
    shares: dict[int, float] = defaultdict(float)
    for vote in votes:
        bounded = min(max(vote.confidence, 0.5), _SUREST)
        sums[vote.at] += vote.weight * (math.log(bounded / (1 - bounded)) + _LEAST)
        shares[vote.at] += vote.weight * vote.confidence
    winner = max(sums, key=lambda at: (sums[at], at))
    return winner, min(shares[winner] / sum(vote.weight for vote in votes), 1.0)


def _in_order(placements: Sequence[Placement]) -> list[Placement]:
    """Cut off what votes for different chains make overlap: the later start wins over the earlier end."""
    kept: list[Placement] = []
    limit = math.inf
    for one in reversed(placements):
        start, end = one.span.start, min(one.span.end, limit)
        if end > start:
            kept.append(Placement(Span(start, int(end)), one.confidence))
            limit = start
        else:
            kept.append(Placement(Span(0, 0), min(one.confidence, 0.5) if one.span.end else one.confidence))
    return kept[::-1]


def _left_over(placements: Sequence[Placement], text: str) -> list[Span]:
    """Return the spans between and around the placements that hold words."""
    filled = [one.span for one in placements if one.span.end > one.span.start]
    edges = [Span(0, 0), *filled, Span(len(text), len(text))]
    spans = []
    for before, after in pairwise(edges):
        gap = text[before.end : after.start]
        if gap.strip():
            start = before.end + len(gap) - len(gap.lstrip())
            spans.append(Span(start, start + len(gap.strip())))
    return spans
