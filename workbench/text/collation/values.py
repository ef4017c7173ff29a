"""The values a collation is made of: a place of the table, and who reads the same there."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from workbench.text.collation.rows import Words
from workbench.text.words.spans import Span

__all__ = ["Column", "Groups", "Transposition", "group_witnesses", "join_columns", "split_runs"]

Groups = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One place of the table.

    `cells`: for each witness, in the order the texts were given, the span of its text that stands here,
    or None.
    `groups`: the witnesses (by index) parted by what they read, so that each is in exactly one group:
    first the group of the base, if one was chosen, then the largest, ties by their words; those with
    nothing here last.
    `keys`: for each witness the numbers of its words here, equal where the reading counts as equal. The
    numbers mean nothing outside of the collation.
    `begins`: a person said that a place begins here; `corrected`: the numbers of the corrections that show here.
    """

    cells: tuple[Span | None, ...]
    groups: Groups
    keys: tuple[Words, ...]
    begins: bool = False
    corrected: tuple[int, ...] = ()

    @property
    def is_variant(self) -> bool:
        """Whether the witnesses part here."""
        return len(self.groups) > 1


@dataclass(frozen=True, slots=True)
class Transposition:
    """The words at `span` of `witness` answer those at `other_span` of `other`, and stand at another place."""

    witness: int
    span: Span
    other: int
    other_span: Span


def group_witnesses(keys: Sequence[Words], base: int | None) -> Groups:
    """Part the witnesses by their keys: the base's group first, then by size, then by key; those without words last."""
    if keys.count(keys[0]) == len(keys):
        return (tuple(range(len(keys))),)
    groups: dict[Words, list[int]] = {}
    for witness, key in enumerate(keys):
        groups.setdefault(key, []).append(witness)
    first = None if base is None else groups[keys[base]]
    ranked = sorted(groups.items(), key=lambda item: (item[1] is not first, not item[0], -len(item[1]), item[0]))
    return tuple([tuple(group) for _, group in ranked])


def join_columns(run: Sequence[Column], base: int | None) -> Column:
    """Join neighbouring columns into one; the witnesses are parted by all their words there."""
    cells = tuple(map(_cover, zip(*(column.cells for column in run), strict=True)))
    keys = tuple(tuple(chain(*parts)) for parts in zip(*(column.keys for column in run), strict=True))
    said = tuple(sorted({number for column in run for number in column.corrected}))
    return Column(cells, group_witnesses(keys, base), keys, run[0].begins, said)


def split_runs(columns: Iterable[Column], same: Callable[[Column, Column], bool]) -> list[list[Column]]:
    """Part columns into runs of such that each is the `same` as the one before, and none but the first `begins`."""
    runs: list[list[Column]] = []
    for column in columns:
        if runs and not column.begins and same(runs[-1][-1], column):
            runs[-1].append(column)
        else:
            runs.append([column])
    return runs


def _cover(cells: Sequence[Span | None]) -> Span | None:
    spans = [cell for cell in cells if cell is not None]
    return Span(spans[0].start, spans[-1].end) if spans else None
