"""Does a table say of the same editions as people do that they agree? Against the checked collation of Frankenstein.

    .venv/bin/python -m tests.benchmarks.collation_agreement

The collation (four editions, some 4,700 units) says for each unit which editions read the same. Stretches of some 300
words, cut between units, are collated anew. A unit is found where the editions that share all their words there, in the
same columns, are those that the collation groups; a pair of words that face each other is right where both are of one
unit. The units were cut by CollateX before people checked them, which is in its favour. CollateX runs in the
interpreter that WORKBENCH_COLLATEX_PYTHON names, for some two minutes.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations, groupby
from operator import itemgetter

from tests.benchmarks.collation_peer import Table, has_collatex, read_table, run_collatex
from tests.benchmarks.collation_sets import DATA
from workbench.text import collate, read_keys

_STRETCH = 300
_EDITIONS = slice(2, 6)


@dataclass(frozen=True)
class Stretch:
    """Some units of a chapter: of each its reading in every edition; `texts` are the editions."""

    units: list[list[str]]

    @property
    def texts(self) -> list[str]:
        return [" ".join(filter(None, readings)) for readings in zip(*self.units, strict=True)]

    def find_units(self, edition: int) -> list[int]:
        """The unit of each word of the edition."""
        written = [unit[edition] for unit in self.units]
        ends = list(accumulate(len(reading) + 1 if reading else 0 for reading in written))
        owner = [number for number, reading in enumerate(written) for _ in range(len(reading) + 1 if reading else 0)]
        return [owner[start] for start in read_keys(self.texts[edition]).starts if start < ends[-1]]


def main() -> None:
    """Print the table."""
    if not DATA.exists():
        sys.exit(f"Skipped: no real texts at {DATA}")
    stretches = list(read_stretches())
    print("| | units | grouped as people do | of those that differ | facing words of one unit |\n|---|---|---|---|---|")
    _print_row("workbench", stretches, list(map(_collate, stretches)))
    if not has_collatex():
        print("\nCollateX skipped: WORKBENCH_COLLATEX_PYTHON is not set")
        return
    _, tables = run_collatex([[read_keys(text).values for text in stretch.texts] for stretch in stretches])
    _print_row("CollateX", stretches, tables)


def _collate(stretch: Stretch) -> Table:
    return read_table(collate(stretch.texts), stretch.texts)


def read_stretches() -> Iterator[Stretch]:
    """Yield the units of the collation in stretches; no stretch goes over the end of a chapter."""
    lines = (DATA / "frankenstein/apparatus_4editions.tsv").read_text("utf-8").splitlines()[1:]
    chapters: dict[str, list[list[str]]] = defaultdict(list)
    for line in lines:
        fields = line.split("\t")
        if any(readings := [" ".join(reading.split()) for reading in fields[_EDITIONS]]):
            chapters[fields[0]].append(readings)
    for units in chapters.values():
        yield from map(Stretch, _cut(units))


def _cut(units: Sequence[list[str]]) -> Iterator[list[list[str]]]:
    taken: list[list[str]] = []
    words = 0
    for unit in units:
        taken.append(unit)
        words += max(len(reading.split()) for reading in unit)
        if words >= _STRETCH:
            yield taken
            taken, words = [], 0
    if taken:
        yield taken


def _print_row(name: str, stretches: Sequence[Stretch], tables: Sequence[Table]) -> None:
    counts = [judge(stretch, table) for stretch, table in zip(stretches, tables, strict=True)]
    units, found, differing, found_differing, pairs, right = map(sum, zip(*counts, strict=True))
    print(
        f"| {name} | {units:,} | {found:,} ({found / units:.2%}) "
        f"| {found_differing:,} of {differing:,} ({found_differing / differing:.2%}) | {right / pairs:.3%} |",
        flush=True,
    )


def judge(stretch: Stretch, table: Table) -> tuple[int, int, int, int, int, int]:
    """Count what the table has right.

    Units, those grouped as in the collation, those that differ, those of them so grouped, pairs of facing words, and
    pairs of one unit.
    """
    rows = list(_place_words(stretch, table))
    said: dict[tuple[int, int], list[tuple[int, str]]] = defaultdict(list)
    for column, edition, unit, word in rows:
        said[unit, edition].append((column, word))
    ours = [_group([said[n, edition] for edition in range(len(stretch.texts))]) for n in range(len(stretch.units))]
    theirs = [_group([read_keys(reading).values for reading in unit]) for unit in stretch.units]
    found = [a == b for a, b in zip(ours, theirs, strict=True)]
    differing = [len(set(groups)) > 1 for groups in theirs]
    both = sum(a and b for a, b in zip(found, differing, strict=True))
    facing = [
        pair for _, column in groupby(rows, itemgetter(0)) for pair in combinations([row[2] for row in column], 2)
    ]
    return len(found), sum(found), sum(differing), both, len(facing), sum(a == b for a, b in facing)


def _place_words(stretch: Stretch, table: Table) -> Iterator[tuple[int, int, int, str]]:
    """Yield column, edition, unit and word of every cell, column by column."""
    units = [iter(stretch.find_units(edition)) for edition in range(len(stretch.texts))]
    for number, column in enumerate(table):
        for edition, word in enumerate(column):
            if word is not None:
                yield number, edition, next(units[edition]), word


def _group(readings: Sequence[object]) -> list[int]:
    """Number the readings by the first that is equal."""
    return [readings.index(reading) for reading in readings]


if __name__ == "__main__":
    main()
