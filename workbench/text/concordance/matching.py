"""Where a text has what a query asks for."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from workbench.text.concordance.query import Query, Term, Writing
from workbench.text.concordance.terms import FOLDS, Terms, read_terms, split_words
from workbench.text.words.folding import Ignorable, folder
from workbench.text.words.numbers.joining import fold_number
from workbench.text.words.spans import Span

__all__ = ["Matcher"]


class Matcher:
    """Answers for many texts where they have what a query asks for.

    `fold`: what is alike (of `FOLDS`); what is not folded must stand as the query has it.
    """

    def __init__(self, query: Query, fold: frozenset[Ignorable] = FOLDS) -> None:
        self._query = query
        self._is_exact = fold >= FOLDS
        self._fold = partial(_fold_words, fold)

    def find(self, text: str) -> tuple[Span, ...]:
        """Return the places of the wanted words, in order, half-open; none where the text isn't what is asked for."""
        return self.find_in(read_terms(text), text)

    def find_in(self, terms: Terms, text: str) -> tuple[Span, ...]:
        """Return the same, where the terms of the text were read already."""
        if any(self._places(term, terms, text) for term in self._query.excluded):
            return ()
        found = [self._places(term, terms, text) for term in self._query.wanted]
        return tuple(sorted({span for spans in found for span in spans})) if all(found) else ()

    def _places(self, term: Term, terms: Terms, text: str) -> list[Span]:
        if term.near is None:
            return [
                span
                for writing in term.writings
                for span in _stretches(writing, terms, is_prefix=term.is_prefix)
                if self._is_exact or self._reads(span.of(text), writing.written, is_prefix=term.is_prefix)
            ]
        return [span for writing in term.writings for span in self._near(writing, term, terms, text)]

    def _near(self, writing: Writing, term: Term, terms: Terms, text: str) -> Iterator[Span]:
        """Yield the places of the words of each narrowest stretch that has all of them, no two at one place."""
        words = [_one_word(word) for word in split_words(writing.written)[1::2]]
        words = [word for word in words if word.terms]
        last = len(words) - 1
        spans = [
            self._places(Term((word,), is_prefix=term.is_prefix and place == last), terms, text)
            for place, word in enumerate(words)
        ]
        most = (term.near or 0) + len(words)
        yield from _close(spans, dict(zip(terms.starts, range(len(terms.starts)), strict=True)), most)

    def _reads(self, found: str, written: str, *, is_prefix: bool) -> bool:
        has, wanted = self._fold(found), self._fold(written)
        if is_prefix and has and wanted:
            return has[:-1] == wanted[:-1] and has[-1].startswith(wanted[-1])
        return has == wanted


def _one_word(word: str) -> Writing:
    return Writing(word, tuple(read_terms(word).keys))


def _fold_words(fold: frozenset[Ignorable], text: str) -> list[str]:
    folding = folder(fold)
    return list(filter(None, (fold_number(word, folding, fold) for word in split_words(text)[1::2])))


def _stretches(writing: Writing, terms: Terms, *, is_prefix: bool) -> Iterator[Span]:
    """Yield the places where the keys follow each other, and where a single one is a whole word of several terms."""
    keys, count = writing.terms, len(writing.terms)
    first = keys[0]
    starts_with = is_prefix and count == 1
    for place, key in enumerate(terms.keys):
        if (key.startswith(first) if starts_with else key == first) and _follow(
            terms.keys, place, keys, is_prefix=is_prefix
        ):
            yield Span(terms.starts[place], terms.ends[place + count - 1])
        elif (
            count == 1 and (whole := terms.wholes[place]) and (whole.startswith(first) if is_prefix else whole == first)
        ):
            yield Span(terms.starts[place], terms.ends[place + terms.lengths[place] - 1])


def _follow(said: Sequence[str], place: int, keys: Sequence[str], *, is_prefix: bool) -> bool:
    count = len(keys)
    if count == 1:
        return True
    if place + count > len(said):
        return False
    last = said[place + count - 1]
    ends = last.startswith(keys[-1]) if is_prefix else last == keys[-1]
    return ends and all(said[place + step] == keys[step] for step in range(1, count - 1))


def _close(spans: Sequence[Iterable[Span]], places: dict[int, int], most: int) -> Iterator[Span]:
    """Yield the spans of every stretch of at most `most` terms that has one span of each word."""
    marks = sorted((places[span.start], word, span) for word, found in enumerate(spans) for span in found)
    start = 0
    for end in range(len(marks)):
        while marks[end][0] - marks[start][0] >= most:
            start += 1
        inside = marks[start : end + 1]
        if len({word for _, word, _ in inside}) == len(spans) and _are_apart(inside, len(spans)):
            yield from (span for _, _, span in inside)


def _are_apart(marks: Sequence[tuple[int, int, Span]], words: int) -> bool:
    """Tell whether every word can have a place of its own: "the the" asks for two."""
    return len({place for place, _, _ in marks}) >= words
