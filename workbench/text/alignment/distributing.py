"""`distribute`: the place of every passage in a running text."""

from typing import TYPE_CHECKING

import numpy as np

from workbench.text.alignment.languages import share_language
from workbench.text.alignment.places import find_places, weigh_ends
from workbench.text.alignment.segments import Ground, Segments, cut_segments, few_places, near_places, weigh_belonging
from workbench.text.alignment.values import Distribution, Placement
from workbench.text.alignment.weights import Weights, fit_weights
from workbench.text.alignment.windows import find_windows
from workbench.text.alignment.words import Corpus, count_words, read_words
from workbench.text.comparison import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.text.alignment.places import Places
    from workbench.text.alignment.words import Words

__all__ = ["distribute"]


def distribute(passages: "Sequence[str]", text: str, *, same_language: bool | None = None) -> Distribution:
    """Cut `text` into one span for each of `passages`, in order; what has no place among them is `unplaced`.

    Cuts fall at ends of sentences where the passages end so, inside a sentence where they do. Spans are code
    points, half-open, without the white space around them; empty where the text has nothing for a passage.
    `same_language=None`: decided by the words.
    """
    units, running = [read_words(passage) for passage in passages], read_words(text)
    if same_language is None:
        same_language = share_language([word for unit in units for word in unit.keys], running.keys)
    if not running.keys or not any(unit.keys for unit in units):
        whole = _strip(text, 0, len(text))
        nowhere = Placement(Span(0, 0), 0.0)
        return Distribution((nowhere,) * len(passages), (whole,) if whole.end > whole.start else (), same_language)
    places = find_places(text, running)
    found = _find_segments(passages, units, text, running, places)
    return _describe(text, places, found, same_language=same_language)


def _find_segments(
    passages: "Sequence[str]", units: "list[Words]", text: str, running: "Words", places: "Places"
) -> Segments:
    numbers: dict[str, int] = {}
    source = count_words([unit.keys for unit in units], [len(passage) for passage in passages], numbers)
    whole = count_words([running.keys], [len(text)], numbers)
    ground = Ground(
        whole.words,
        places.offsets.astype(np.float64),
        places.kinds,
        weigh_ends(passages, places),
        weigh_belonging(source, whole.words),
    )
    low, high = find_windows(source, whole.words)
    weights = _guess_weights(source, whole, len(numbers))
    found = cut_segments(source, ground, weights, few_places(ground, low, high))
    for _ in range(2):
        weights = _learn_weights(source, ground, found, len(numbers))
        found = cut_segments(source, ground, weights, near_places(found, len(ground.kinds)))
    return found


def _guess_weights(source: Corpus, whole: Corpus, vocabulary: int) -> Weights:
    """Weights for the first pass: the text cut into as many equal pieces as there are passages, nothing known of
    them.
    """
    count = len(source.lengths)
    units = np.arange(len(whole.words)) * count // len(whole.words)
    pieces = Corpus(whole.words, units, np.full(count, whole.lengths[0] / count))
    nothing = np.empty(0, np.int64)
    return fit_weights(source, pieces, (nothing, nothing), vocabulary)


def _learn_weights(source: Corpus, ground: Ground, found: Segments, vocabulary: int) -> Weights:
    """Weights from the segments found, each as the counterpart of its passage."""
    units = np.full(len(ground.words), -1)
    for number, (start, end) in enumerate(zip(found.starts, found.ends, strict=True)):
        units[start:end] = number
    kept = units >= 0
    lengths = ground.letters[found.ends] - ground.letters[found.starts]
    filled = np.flatnonzero(lengths > 0)
    return fit_weights(source, Corpus(ground.words[kept], units[kept], lengths), (filled, filled), vocabulary)


def _describe(text: str, places: "Places", found: Segments, *, same_language: bool) -> Distribution:
    """Turn places into spans of the text, and name what lies between them."""
    placements, unplaced, last = [], [], 0
    for start, end, confidence in zip(found.starts, found.ends, found.confidences, strict=True):
        first, after = int(places.offsets[start]), int(places.offsets[end])
        span = _strip(text, first, after)
        placements.append(Placement(span, float(confidence)))
        unplaced.append(_strip(text, last, first))
        last = after
    unplaced.append(_strip(text, last, len(text)))
    return Distribution(tuple(placements), tuple(s for s in unplaced if s.end > s.start), same_language)


def _strip(text: str, start: int, end: int) -> Span:
    """The span without the white space at its ends; an empty one stays where it starts."""
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)
