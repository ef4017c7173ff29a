"""What a scholar says against a collation: places joined or parted, readings grouped otherwise, a reading moved.

A correction marks words: it names a witness and a span of its text, never a column, for columns come and go with the
witnesses that are collated. It is applied to the table word by word, after the automatic collation and before columns
become regions. One that speaks of witnesses that are not here, or of words that no cell holds, alters nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

from workbench.text.collation.rows import Words
from workbench.text.collation.table import Collation
from workbench.text.collation.values import Column, Transposition, group_witnesses, join_columns
from workbench.text.words.spans import Span
from workbench.text.words.weights import CONTENT

__all__ = ["CORRECTIONS", "Correction", "CorrectionKind", "Mark", "correct"]

CorrectionKind = Literal["joined", "parted", "same", "apart", "moved"]
CORRECTIONS: tuple[CorrectionKind, ...] = ("joined", "parted", "same", "apart", "moved")


@dataclass(frozen=True, slots=True)
class Mark:
    """The words at `span` of the text of `witness`, and on which `side` (0 or 1) of what is said they stand."""

    witness: int
    span: Span
    side: int = 0


@dataclass(frozen=True, slots=True)
class Correction:
    """What somebody says of words.

    - `joined`: the words of side 0 are one place, with all that stands between them.
    - `parted`: those of side 1 begin a place of their own, after those of side 0.
    - `same`: the words of side 0 count as one reading.
    - `apart`: those of side 1 are another reading than those of side 0.
    - `moved`: the words of side 0 answer those of side 1. Where no other word of their witness stands in the way, they
      go to that place; else they are a transposition.
    """

    kind: CorrectionKind
    marks: tuple[Mark, ...]

    def of(self, side: int) -> tuple[Mark, ...]:
        """Return the marks of a side."""
        return tuple(mark for mark in self.marks if mark.side == side)


def correct(collation: Collation, corrections: Sequence[Correction]) -> Collation:
    """Apply corrections, the earliest first, to a table as `collate` made it; later ones go before earlier ones.

    The cells of a witness from left to right are still its words in order. `Column.corrected` names by their numbers
    the corrections that show in a column.
    """
    if not corrections:
        return collation
    table = _Table([_Place(column) for column in collation.columns], collation.base, len(collation.weights))
    for number, one in enumerate(corrections):
        table.apply(number, one)
    weights = (*collation.weights, *[CONTENT] * (table.next_word - len(collation.weights)))
    return replace(collation, columns=table.columns(), weights=weights, transpositions=tuple(table.transpositions))


@dataclass(slots=True)
class _Place:
    """A column of words; `is_joined` with the one before it, or `begins` a place whatever stands before it."""

    column: Column
    is_joined: bool = False
    begins: bool = False
    said: set[int] = field(default_factory=set)


@dataclass(slots=True)
class _Table:
    """The table while it is corrected. `next_word` is the first number that no key has."""

    places: list[_Place]
    base: int | None
    next_word: int
    transpositions: list[Transposition] = field(default_factory=list)

    def apply(self, number: int, one: Correction) -> None:
        """Apply a correction, as far as its words are here."""
        sides = [[found for mark in one.of(side) if (found := self._find(mark))] for side in (0, 1)]
        apply = {
            "joined": self._join,
            "parted": self._part,
            "same": self._call_same,
            "apart": self._call_other,
            "moved": self._move,
        }[one.kind]
        for place in apply(*sides):
            self.places[place].said.add(number)

    def columns(self) -> tuple[Column, ...]:
        """Return the columns, those that are joined as one."""
        runs: list[list[_Place]] = []
        for place in self.places:
            if place.is_joined and runs:
                runs[-1].append(place)
            else:
                runs.append([place])
        return tuple([self._column_of(run) for run in runs])

    def _column_of(self, run: Sequence[_Place]) -> Column:
        column = run[0].column if len(run) == 1 else join_columns([one.column for one in run], self.base)
        said = tuple(sorted(set().union(*(one.said for one in run))))
        return replace(column, begins=run[0].begins, corrected=said)

    def _find(self, mark: Mark) -> "_Found | None":
        """Find the places that hold words of a mark; None for words that are not here."""
        cells = [place.column.cells[mark.witness] for place in self.places]
        places = [at for at, cell in enumerate(cells) if cell and _overlap(cell, mark.span)]
        return _Found(mark, places) if places else None

    def _join(self, words: Sequence["_Found"], _: Sequence["_Found"]) -> Iterable[int]:
        places = _hull(words)
        for at in places[1:]:
            self.places[at].is_joined, self.places[at].begins = True, False
        if places:
            first, after = places[0], places[-1] + 1
            self.places[first].begins = not self.places[first].is_joined
            if after < len(self.places):
                self.places[after].begins = not self.places[after].is_joined
        return places

    def _part(self, before: Sequence["_Found"], after: Sequence["_Found"]) -> Iterable[int]:
        if not before or not after:
            return []
        cut = min(_hull(after))
        if cut <= max(_hull(before)):
            run = _hull([*before, *after])
            if not self._divide(run[0], run[-1], {one.mark.witness: one.mark.span.start for one in after}):
                return []
            cut = run[0] + 1
        self.places[cut].is_joined, self.places[cut].begins = False, True
        return [cut - 1, cut] if cut else [cut]

    def _divide(self, first: int, last: int, cuts: dict[int, int]) -> bool:
        """Make two places of those from `first` to `last`: each witness's words before its cut, and from it on.

        Whoever has no cut has all in the first one. False, and nothing is altered, where a cell holds words of both, or
        a place would hold none.
        """
        run = [place.column for place in self.places[first : last + 1]]
        if any(cell and cell.start < cuts.get(n, cell.end) < cell.end for c in run for n, cell in enumerate(c.cells)):
            return False
        halves = [[_keep(column, cuts, is_after=is_after) for column in run] for is_after in (False, True)]
        made = [_Place(join_columns(half, self.base)) for half in halves]
        if not all(any(place.column.cells) for place in made):
            return False
        made[0].is_joined, made[0].begins = self.places[first].is_joined, self.places[first].begins
        for place in made:
            place.said = set().union(*(one.said for one in self.places[first : last + 1]))
        self.places[first : last + 1] = made
        return True

    def _call_same(self, words: Sequence["_Found"], _: Sequence["_Found"]) -> Iterable[int]:
        if len(words) < 2:
            return []
        said = self._keys(words[0])
        for one in words[1:]:
            self._rewrite(one, said)
        return self._become_one(words)

    def _call_other(self, words: Sequence["_Found"], others: Sequence["_Found"]) -> Iterable[int]:
        if not words or not others:
            return []
        for one in others:
            self._rewrite(one, (self.next_word, *self._keys(one)))
        self.next_word += 1
        return self._become_one([*words, *others])

    def _become_one(self, words: Sequence["_Found"]) -> Iterable[int]:
        places = _hull(words)
        for at in places[1:]:
            self.places[at].is_joined, self.places[at].begins = True, False
        return places

    def _keys(self, found: "_Found") -> Words:
        return sum((self.places[at].column.keys[found.mark.witness] for at in found.places), ())

    def _rewrite(self, found: "_Found", said: Words) -> None:
        """Let the words found count as those that are `said`."""
        for at in found.places:
            column = self.places[at].column
            keys = _with(column.keys, found.mark.witness, said if at == found.places[0] else ())
            self.places[at].column = replace(column, keys=keys, groups=group_witnesses(keys, self.base))

    def _move(self, words: Sequence["_Found"], targets: Sequence["_Found"]) -> Iterable[int]:
        if len(words) != 1 or not targets:
            return []
        (found,), target = words, targets[0]
        witness, standing = found.mark.witness, [place.column for place in self.places]
        moved = [(standing[at].cells[witness], standing[at].keys[witness]) for at in found.places]
        for at in found.places:
            self._put(at, witness, None, ())
        goals = [target.places[min(n, len(target.places) - 1)] for n in range(len(moved))]
        for (cell, keys), at in zip(moved, goals, strict=True):
            self._add(at, witness, cell, keys)
        if self._is_in_order(witness):
            return self._drop_empty(target)
        for place, column in zip(self.places, standing, strict=True):
            place.column = column
        ends = (found.mark.witness, found.mark.span, target.mark.witness, target.mark.span)
        self.transpositions.append(Transposition(*ends))
        return [*found.places, *target.places]

    def _add(self, at: int, witness: int, cell: Span | None, keys: Words) -> None:
        """Put words of a witness beside those that it has in a place."""
        column = self.places[at].column
        there, known = column.cells[witness], column.keys[witness]
        if cell is None or there is None:
            self._put(at, witness, cell, keys)
            return
        in_order = (*known, *keys) if there.start < cell.start else (*keys, *known)
        self._put(at, witness, Span(min(there.start, cell.start), max(there.end, cell.end)), in_order)

    def _put(self, at: int, witness: int, cell: Span | None, keys: Words) -> None:
        column = self.places[at].column
        said = _with(column.keys, witness, keys)
        cells = (*column.cells[:witness], cell, *column.cells[witness + 1 :])
        self.places[at].column = replace(column, cells=cells, keys=said, groups=group_witnesses(said, self.base))

    def _is_in_order(self, witness: int) -> bool:
        cells = [cell for place in self.places if (cell := place.column.cells[witness])]
        return all(one.end <= other.start for one, other in pairwise(cells))

    def _drop_empty(self, target: "_Found") -> Iterable[int]:
        """Take places out in which nobody has words any more; return where the target stands then."""
        standing = [self.places[at] for at in target.places]
        self.places = [place for place in self.places if any(place.column.cells)]
        return [at for at, place in enumerate(self.places) if any(place is one for one in standing)]


@dataclass(frozen=True, slots=True)
class _Found:
    """A mark, and the places that hold words of it, rising."""

    mark: Mark
    places: list[int]


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _hull(words: Sequence[_Found]) -> range:
    """Return the places from the first to the last that hold any of the words."""
    places = [at for one in words for at in one.places]
    return range(min(places), max(places) + 1) if places else range(0)


def _with(keys: Sequence[Words], witness: int, said: Words) -> tuple[Words, ...]:
    return (*keys[:witness], said, *keys[witness + 1 :])


def _keep(column: Column, cuts: dict[int, int], *, is_after: bool) -> Column:
    """Return a column with what stands before the witnesses' cuts, or from them on."""
    kept = [
        cell is not None and (cell.start >= cuts.get(n, cell.end)) == is_after for n, cell in enumerate(column.cells)
    ]
    cells = tuple(cell if keep else None for cell, keep in zip(column.cells, kept, strict=True))
    keys = tuple(said if keep else () for said, keep in zip(column.keys, kept, strict=True))
    return Column(cells, group_witnesses(keys, None), keys)
