"""What one text has for words of another, and how consistently a translation renders them."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, pairwise

from workbench.text.alignment.answers import Answer
from workbench.text.words.content import content_form
from workbench.text.words.lemmas import knows_forms, lemma_of
from workbench.text.words.nearness import plain_form
from workbench.text.words.spans import Span
from workbench.text.words.tokens import scan

__all__ = ["consistency_of", "find_inner", "find_rendering", "rendering_key"]

_OFTEN = 2  # places


def find_rendering(answers: Iterable[Answer], words: Span, texts: tuple[str, str]) -> tuple[Span, ...]:
    """Return the places in the right text that answer the words of the left one, in order; neighbours are one place.

    `texts` are the left and the right one. Where a whole stretch answers another and both have as many words, the word
    at the same place is the answer.
    """
    spans = {
        span for one in answers if any(_meet(left, words) for left in one.left) for span in _right(one, words, texts)
    }
    return tuple(_join(sorted(spans), texts[1]))


def rendering_key(words: str, forms_of: str = "") -> str:
    """Return by what renderings are called the same: their words without case, accents and signs.

    With the tag of a language as `forms_of`, the forms of one word are the same, too, where that language is known.
    """
    said: Iterable[str] = scan(words)
    if forms_of and knows_forms(forms_of):
        said = (lemma_of(word, forms_of) if plain_form(word) else word for word in said)
    return " ".join(filter(None, map(plain_form, said)))


def find_inner(counts: Mapping[str, int]) -> dict[str, str]:
    """Return which renderings (their keys, with how often each was found) hold another one, and which.

    Where versions part in a whole stretch, it is not known which of its words answers: "and Jehovah doth put him to
    death". If other places have "Jehovah" alone, several and more of them, that is what stands here too. One that is
    light words only ("the") is none that a stretch could be said to hold.
    """
    often = [key for key, count in counts.items() if count >= _OFTEN and any(map(content_form, key.split()))]
    found = {}
    for key, count in counts.items():
        inner = [one for one in often if counts[one] > count and one != key and f" {one} " in f" {key} "]
        if inner:
            found[key] = max(inner, key=lambda one: (counts[one], one))
    return found


def consistency_of(counts: Sequence[int]) -> float | None:
    """Return how probable it is that two places drawn at random have the same rendering, 0..1; None for one place.

    Simpson's index, Nature 163 (1949): the sum of n (n - 1) over N (N - 1).
    """
    total = sum(counts)
    return sum(count * (count - 1) for count in counts) / (total * (total - 1)) if total > 1 else None


def _right(one: Answer, words: Span, texts: tuple[str, str]) -> Iterable[Span]:
    if len(one.left) > 1 or len(one.right) > 1:
        return one.right
    left, right = _words_in(one.left[0], texts[0]), _words_in(one.right[0], texts[1])
    if len(left) != len(right):
        return one.right
    return [there for here, there in zip(left, right, strict=True) if _meet(here, words)]


def _words_in(span: Span, text: str) -> list[Span]:
    places = accumulate(map(len, pieces := list(scan(span.of(text)))), initial=span.start)
    return [Span(start, start + len(piece)) for start, piece in zip(places, pieces, strict=False) if plain_form(piece)]


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _join(spans: Sequence[Span], text: str) -> Iterable[Span]:
    if not spans:
        return
    start = spans[0].start
    for one, following in pairwise(spans):
        if any(letter.isalnum() for letter in text[one.end : following.start]):
            yield Span(start, one.end)
            start = following.start
    yield Span(start, spans[-1].end)
