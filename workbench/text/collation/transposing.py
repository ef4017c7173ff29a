"""Which readings of an apparatus are transpositions: words that stand, the same, at another place or in another order.

A witness that lacks the base's words at one place and has just these, and nothing else, at one other place has not left
them out and added them: it has moved them. They are compared without signs and case, and must be more than a light
word. What a person said of it goes before that.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.text.collation.values import Column, Transposition
from workbench.text.words.spans import Span
from workbench.text.words.tokens import tokenise
from workbench.text.words.weights import CONTENT, weigh

__all__ = ["Moved", "Transposed", "find_transpositions"]

Transposed = Literal["", "order", "away", "here"]


@dataclass(frozen=True, slots=True)
class Moved:
    """How a witness's reading in a column is moved, and the number of the column of which it is the other half."""

    how: Transposed
    other: int


def find_transpositions(
    columns: Sequence[Column], texts: Sequence[str], base: int, said: Sequence[Transposition] = ()
) -> dict[tuple[int, int], Moved]:
    """Return what is moved by (number of a column, witness).

    `order`: the words of the base, in another order; `away`: nothing here, for the base's words stand in the column
    `other`; `here`: the base has these words in the column `other`.
    """
    found: dict[tuple[int, int], Moved] = {}
    spoken = {
        (number, witness): _words(cell.of(texts[witness])) if cell else ()
        for number, column in enumerate(columns)
        if column.is_variant
        for witness, cell in enumerate(column.cells)
    }
    for witness in set(range(len(texts))) - {base}:
        found |= _find_of(witness, base, spoken)
    for one in said:
        found |= _place(one, columns)
    return found


def _find_of(witness: int, base: int, spoken: dict[tuple[int, int], tuple[str, ...]]) -> dict[tuple[int, int], Moved]:
    found = {}
    gone, come = defaultdict[tuple[str, ...], list[int]](list), defaultdict[tuple[str, ...], list[int]](list)
    for (number, one), words in spoken.items():
        if one != witness:
            continue
        lemma = spoken[number, base]
        if lemma and not words:
            gone[tuple(sorted(lemma))].append(number)
        elif words and not lemma:
            come[tuple(sorted(words))].append(number)
        elif words != lemma and sorted(words) == sorted(lemma):
            found[number, witness] = Moved("order", number)
    for words, places in gone.items():
        if len(places) == 1 and len(come.get(words, ())) == 1 and sum(map(weigh, words)) >= CONTENT:
            found[places[0], witness] = Moved("away", come[words][0])
            found[come[words][0], witness] = Moved("here", places[0])
    return found


def _place(one: Transposition, columns: Sequence[Column]) -> dict[tuple[int, int], Moved]:
    """Return what a person named, where its words stand in columns of their own."""
    here = _column_of(one.witness, one.span, columns)
    there = _column_of(one.other, one.other_span, columns)
    if here is None or there is None or here == there:
        return {}
    found = {(here, one.witness): Moved("here", there)}
    if columns[there].cells[one.witness] is None:
        found[there, one.witness] = Moved("away", here)
    return found


def _column_of(witness: int, span: Span, columns: Sequence[Column]) -> int | None:
    cells = ((number, column.cells[witness]) for number, column in enumerate(columns))
    return next((number for number, cell in cells if cell and cell.start < span.end and span.start < cell.end), None)


def _words(text: str) -> tuple[str, ...]:
    return tuple(token.text.casefold() for token in tokenise(text) if token.kind in ("word", "number"))
