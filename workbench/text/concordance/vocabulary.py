"""The words and phrases of a whole translation, counted: which it has oftener than others or avoids, or has alone.

How distinctive a word is of one translation against others is its log-likelihood ratio, G² = 2 Σ O ln(O/E), of its
count and that of all other words in both (Dunning, Computational Linguistics 19, 1993; the form of Rayson and Garside,
2000); 15.13 is one in ten thousand by chance. Words are terms of the concordance: case, accents and signs are passed
over, and nothing is known of endings.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from math import log

from workbench.text.concordance.terms import parts_of, read_words
from workbench.text.words.weights import CONTENT, weigh

__all__ = [
    "Distinctive",
    "Vocabulary",
    "count_phrases",
    "count_vocabulary",
    "find_avoided",
    "find_distinctive",
    "find_only_in",
    "log_likelihood",
]

_LEAST = 3.84  # one in twenty by chance
_PHRASES = (2, 3)  # words


@dataclass
class Vocabulary:
    """How often each term (or phrase: terms with spaces between) stands in some texts, and how it is written there, as
    met first. `dropped` of them were too rare to be kept.
    """

    counts: Counter[str] = field(default_factory=Counter)
    written: dict[str, str] = field(default_factory=dict)
    dropped: int = 0

    @property
    def total(self) -> int:
        """How many words (or phrases) there are."""
        return self.counts.total() + self.dropped

    def drop_rare(self, least: int) -> None:
        """Keep what stands at least so often."""
        kept = {term: count for term, count in self.counts.items() if count >= least}
        self.dropped += self.counts.total() - sum(kept.values())
        self.counts = Counter(kept)
        self.written = {term: self.written[term] for term in kept}


@dataclass(frozen=True, slots=True)
class Distinctive:
    """A term that stands `count` times in one vocabulary and `other` times in another; `score` is its G²."""

    term: str
    written: str
    count: int
    other: int
    score: float


def count_vocabulary(texts: Iterable[str]) -> Vocabulary:
    """Count the terms of texts; figures are left out."""
    found = Vocabulary()
    for text in texts:
        for word in read_words(text):
            for part in parts_of(word):
                if not part.term.isdigit():
                    found.counts[part.term] += 1
                    found.written.setdefault(part.term, word[part.start : part.end])
    return found


def count_phrases(texts: Iterable[str]) -> Vocabulary:
    """Count the phrases of two and three words with no sign between them, one of which at least is no light word."""
    found = Vocabulary()
    for text in texts:
        for run in _runs(text):
            for size in _PHRASES:
                for some in zip(*(run[at:] for at in range(size)), strict=False):
                    if any(weigh(term) >= CONTENT for term, _ in some):
                        phrase = " ".join(term for term, _ in some)
                        found.counts[phrase] += 1
                        found.written.setdefault(phrase, " ".join(written for _, written in some))
    return found


def _runs(text: str) -> Iterator[list[tuple[str, str]]]:
    """Yield words with their terms, from sign to sign."""
    run: list[tuple[str, str]] = []
    for word in read_words(text):
        parts = parts_of(word)
        if not parts:
            yield run
            run = []
        run += [(part.term, word[part.start : part.end]) for part in parts]
    yield run


def find_avoided(one: Vocabulary, others: Iterable[Vocabulary], most: int) -> list[Distinctive]:
    """Return what the others together have oftener than one, by G², those above chance (1 in 20)."""
    there = Vocabulary()
    for other in others:
        there.counts.update(other.counts)
        there.written |= {term: written for term, written in other.written.items() if term not in there.written}
        there.dropped += other.dropped
    return [
        Distinctive(each.term, one.written.get(each.term, each.written), each.other, each.count, each.score)
        for each in find_distinctive(there, [one], most)
    ]


def log_likelihood(count: int, total: int, other: int, other_total: int) -> float:
    """Return G² of a word that stands `count` times among `total` words here and `other` among `other_total` there."""
    observed = ((count, total), (other, other_total))
    share = (count + other) / (total + other_total) if total + other_total else 0.0
    parts = [(one, size * share) for one, size in observed]
    parts += [(size - one, size * (1 - share)) for one, size in observed]
    return 2 * sum(one * log(one / expected) for one, expected in parts if one and expected)


def find_distinctive(one: Vocabulary, others: Iterable[Vocabulary], most: int) -> list[Distinctive]:
    """Return the words that one has oftener than the others together, by G², those above chance (1 in 20)."""
    there: Counter[str] = Counter()
    other_total = 0
    for other in others:
        there.update(other.counts)
        other_total += other.total
    total = one.total
    found = [
        Distinctive(term, one.written[term], count, there[term], log_likelihood(count, total, there[term], other_total))
        for term, count in one.counts.items()
        if count * other_total > there[term] * total
    ]
    wanted = sorted((each for each in found if each.score >= _LEAST), key=lambda each: (-each.score, each.term))
    return wanted[:most]


def find_only_in(one: Vocabulary, other: Vocabulary, most: int) -> list[Distinctive]:
    """Return the words that one has and the other has nowhere, the most frequent first."""
    absent: Mapping[str, int] = {term: count for term, count in one.counts.items() if term not in other.counts}
    ordered = sorted(absent.items(), key=lambda item: (-item[1], item[0]))
    total, other_total = one.total, other.total
    return [
        Distinctive(term, one.written[term], count, 0, log_likelihood(count, total, 0, other_total))
        for term, count in ordered[:most]
    ]
