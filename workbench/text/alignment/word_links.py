"""Which words of one version answer which words of another, in two languages.

Numbers and names are linked first, by what they look like in any script. For the rest a likeness of any two words is
made of what is there: the vectors of the words and of the words with their neighbours (an encoder's), what a lexicon
of the work's own passages says, less their distance from the diagonal. What counts is how much of each word's likeness
the other has (softmax, both ways), so that words that are like everything answer nothing. Two words that are each
other's best are linked; then words beside a linked one are attached to its partner where they say it, too, each to the
one it says best. Signs come last, by where the words beside them are linked (`sign_links`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from workbench.text.alignment.cognates import cognate
from workbench.text.alignment.sign_links import link_signs
from workbench.text.alignment.words import Words, read_words
from workbench.text.words.spans import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workbench.text.meaning import Encoder

    Floats = NDArray[np.float64]

__all__ = ["LexiconOfWords", "WordLink", "word_links"]

LexiconOfWords = Mapping[tuple[str, str], float]
"""Probability (0..1) that two folded words (`fold`) translate each other."""

_WORD, _CONTEXT, _LEXICON, _DISTANCE = 0.65, 0.1, 0.1, 0.2
_TEMPERATURE = 0.07
_EVIDENCE, _LEAST, _ATTACHED, _BESIDE, _ROUNDS = 0.2, 0.1, 0.275, 0.15, 3
_MOST = 1_000
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class WordLink:
    """The words, or signs, at `left` and at `right` (code points of each text) answer each other; `score` is 0..1.

    A word may stand in several links.
    """

    left: Span
    right: Span
    score: float


def word_links(
    left: str,
    right: str,
    *,
    encoder: "Encoder | None" = None,
    lexicon: LexiconOfWords | None = None,
    signs: bool = True,
) -> tuple[WordLink, ...]:
    """Link the words of two texts in different languages, and their `signs`, in the order of the left one.

    Without encoder and lexicon, names, numbers and words that look alike are linked only. Of more than 1,000 words on a
    side the first are looked at.
    """
    (left, source), (right, target) = _cut(left), _cut(right)
    if not source.keys or not target.keys:
        return ()
    likeness = _compare(left, right, source, target, encoder, lexicon or {})
    links = sorted(_link(likeness))
    found = [(_span(source, i), _span(target, j), float(np.clip(likeness[i, j], 0.0, 1.0))) for i, j in links]
    if signs:
        found += link_signs(left, right, (source, target), links)
    return tuple(WordLink(one, other, round(score, _DIGITS)) for one, other, score in sorted(found))


def _cut(text: str) -> tuple[str, Words]:
    words = read_words(text)
    if len(words.keys) <= _MOST:
        return text, words
    return text[: words.starts[_MOST]], Words(words.keys[:_MOST], words.starts[:_MOST], words.ends[:_MOST])


def _span(words: Words, number: int) -> Span:
    return Span(words.starts[number], words.ends[number])


def _compare(
    left: str, right: str, source: Words, target: Words, encoder: "Encoder | None", lexicon: LexiconOfWords
) -> "Floats":
    """The likeness of every word of one side and every word of the other."""
    likeness = np.zeros((len(source.keys), len(target.keys)))
    if encoder:
        likeness += _WORD * _compare_vectors(encoder, left, source, right, target, 0)
        likeness += _CONTEXT * _compare_vectors(encoder, left, source, right, target, 1)
    if lexicon:
        said = [[lexicon.get((one, other), 0.0) for other in target.keys] for one in source.keys]
        likeness += (_LEXICON if encoder else 1.0) * np.sqrt(np.array(said))
    places = [(np.arange(len(side.keys)) + 0.5) / len(side.keys) for side in (source, target)]
    mixed = _share(likeness - _DISTANCE * np.abs(places[0][:, None] - places[1]))
    mixed[likeness < _EVIDENCE] = -1.0
    alike = _are_cognates(source.keys, target.keys)
    mixed[alike] = 1.0 + np.maximum(mixed[alike], 0.0)
    return np.round(mixed, _DIGITS)


def _share(likeness: "Floats") -> "Floats":
    """The share that a likeness has of its row and of its column, their geometric mean."""
    raised = np.exp(likeness / _TEMPERATURE)
    return np.asarray(np.sqrt(raised / raised.sum(axis=1, keepdims=True) * raised / raised.sum(axis=0, keepdims=True)))


def _compare_vectors(encoder: "Encoder", left: str, source: Words, right: str, target: Words, around: int) -> "Floats":
    """The likeness of the vectors of words, each with so many of its neighbours."""
    sides = []
    for text, words in ((left, source), (right, target)):
        last = len(words.keys) - 1
        spans = [(words.starts[max(n - around, 0)], words.ends[min(n + around, last)]) for n in range(last + 1)]
        sides.append(encoder.encode([text[a:b].lower() for a, b in spans]))
    return np.asarray(sides[0] @ sides[1].T, np.float64)


def _are_cognates(left: Sequence[str], right: Sequence[str]) -> "NDArray[np.bool_]":
    """Whether two words are one number, or look alike and stand once on each side."""
    keys = [[cognate(word) for word in side] for side in (left, right)]
    telling = {
        key
        for key in keys[0]
        if key and (key.isdecimal() or len(key) > 2) and keys[0].count(key) == 1 == keys[1].count(key)
    }
    return np.array([[one in telling and one == other for other in keys[1]] for one in keys[0]])


def _link(likeness: "Floats") -> set[tuple[int, int]]:
    best, back = likeness.argmax(axis=1), likeness.argmax(axis=0)
    links = {(i, int(j)) for i, j in enumerate(best) if back[j] == i and likeness[i, j] > _LEAST}
    nearer = likeness.copy()
    for i, j in links:
        for a, b in ((i - 1, j - 1), (i + 1, j + 1)):
            if 0 <= a < len(likeness) and 0 <= b < likeness.shape[1]:
                nearer[a, b] += _BESIDE
    best, back = nearer.argmax(axis=1), nearer.argmax(axis=0)
    links = {(i, int(j)) for i, j in enumerate(best) if back[j] == i and nearer[i, j] > _LEAST}
    for _ in range(_ROUNDS):
        links |= _attach(links, nearer)
    return links


def _attach(links: set[tuple[int, int]], likeness: "Floats") -> set[tuple[int, int]]:
    """Words without a link that say what the partner of their neighbour says, each with the partner it says best."""
    used = {i for i, _ in links}, {j for _, j in links}
    best: dict[tuple[int, int], tuple[float, int, int]] = {}
    for i, j in links:
        rows = [((0, a), a, j) for a in (i - 1, i + 1) if 0 <= a < len(likeness) and a not in used[0]]
        columns = [((1, b), i, b) for b in (j - 1, j + 1) if 0 <= b < likeness.shape[1] and b not in used[1]]
        for word, a, b in rows + columns:
            best[word] = max(best.get(word, (_ATTACHED, -1, -1)), (float(likeness[a, b]), a, b))
    return {(a, b) for _, a, b in best.values() if a >= 0}
