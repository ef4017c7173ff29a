"""Witnesses as rows of numbers: what the alignment needs to know of the texts, and nothing else.

Words are numbered in the order of their comparison keys, so that numbers compare as the words do and do
not depend on which witness came first.

Every sign of a text stands in some cell. What has no key (ignored punctuation, a gloss) joins the word
it touches: the one before it, or, where white space parts it from that, the one after it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.text.words.keys import Ignorable, Keys, Rule, read_keys
from workbench.text.words.tokens import kind_of
from workbench.text.words.weights import is_light

__all__ = ["CONTENT", "LIGHT", "MARK", "Lexicon", "Row", "Words", "read_rows"]

MARK, LIGHT, CONTENT = 1, 2, 4

Words = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One witness: `words` are numbers in the lexicon, `starts` and `ends` their places in its text."""

    words: Words
    starts: list[int]
    ends: list[int]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of all witnesses by number.

    `keys` sorted; `kinds`: MARK for punctuation, LIGHT for a word that carries grammar only, else CONTENT;
    kinds are bits, so that several make one number.
    """

    keys: list[str]
    kinds: list[int]


def read_rows(
    texts: Sequence[str], ignore: frozenset[Ignorable], rules: Sequence[Rule]
) -> tuple[list[Row], Lexicon, list[Keys]]:
    """Number the words of all `texts`; a row for each text in the order given, and its words as they were read."""
    read = [read_keys(text, ignore, rules) for text in texts]
    keys = sorted(set().union(*(words.values for words in read)))
    number = {key: index for index, key in enumerate(keys)}
    rows = [_read_row(text, words, number) for text, words in zip(texts, read, strict=True)]
    return rows, Lexicon(keys, list(map(_find_kind, keys))), read


def _find_kind(key: str) -> int:
    if kind_of(key) == "punctuation":
        return MARK
    return LIGHT if is_light(key) else CONTENT


def _read_row(text: str, keys: Keys, number: dict[str, int]) -> Row:
    words = tuple(map(number.__getitem__, keys.values))
    if not words:
        return Row(words, [], [])
    starts, ends = list(keys.starts), list(keys.ends)
    starts[0] -= len(text[: starts[0]].lstrip())
    ends[-1] += len(text[ends[-1] :].rstrip())
    for word in _find_gaps(text, keys):
        before, after = _part(text[keys.ends[word] : keys.starts[word + 1]])
        ends[word] += before
        starts[word + 1] -= after
    return Row(words, starts, ends)


def _find_gaps(text: str, keys: Keys) -> list[int]:
    """The words after which more stands than one space before the next word."""
    return [
        word
        for word, (end, start) in enumerate(zip(keys.ends, keys.starts[1:], strict=False))
        if start - end > 1 or (start > end and text[end] != " ")
    ]


def _part(between: str) -> tuple[int, int]:
    """Part what stands between two words: how much of it goes to the one before, how much to the one after."""
    before = len(between.split(maxsplit=1)[0]) if not between[0].isspace() else 0
    rest = between[before:].lstrip()
    return before, len(rest)
