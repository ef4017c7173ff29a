"""The table: columns, cells, and who reads the same in each place."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from workbench.text.collation.places import Place, Reading
from workbench.text.collation.profile import build_profile
from workbench.text.collation.refinement import refine_profile
from workbench.text.collation.regions import find_regions, weigh_words
from workbench.text.collation.rows import Row, Words, read_rows
from workbench.text.collation.settling import settle
from workbench.text.collation.values import Column, Transposition, group_witnesses, join_columns, split_runs
from workbench.text.words.keys import Ignorable, Rule
from workbench.text.words.spans import Span, span_of

__all__ = ["Collation", "collate"]


@dataclass(frozen=True, slots=True)
class Collation:
    """The witnesses of one passage, aligned: the cells of a witness from left to right are its words in order.

    `witnesses` is their number, `base` the index of the witness whose reading is named first, or None.
    `approximate`: the texts are so long, or so many, that the table was not refined to the end; it is whole and in
    order, but in places more words could stand under their equals. `weights`: what each word weighs as evidence that
    two places belong together, by its number in `Column.keys`. `transpositions`: those that a person named.
    """

    columns: tuple[Column, ...]
    witnesses: int
    base: int | None = None
    approximate: bool = False
    weights: tuple[float, ...] = ()
    transpositions: tuple[Transposition, ...] = ()

    def joined(self) -> "Collation":
        """Join neighbouring columns in which the same witnesses agree, word by word, into longer readings."""
        return self._join_runs(split_runs(self.columns, lambda one, other: set(one.groups) == set(other.groups)))

    def regions(self) -> "Collation":
        """Join neighbouring columns into regions where all agree and regions where any two part.

        Fewer and longer readings than `joined` makes: "the LORD" against "Jehovah" as a whole, and light words between
        two heavier places belong to them. Of ten witnesses and more, a word that all but a tenth have ends a region, or
        a hundred would make one of them all (`regions.py`).
        """
        return self._join_runs(find_regions(self.joined().columns, self.witnesses, self.weights))

    def _join_runs(self, runs: Iterable[Sequence[Column]]) -> "Collation":
        columns = tuple([run[0] if len(run) == 1 else join_columns(run, self.base) for run in runs])
        return replace(self, columns=columns)


def collate(
    texts: Sequence[str],
    *,
    base: int | None = None,
    ignore: frozenset[Ignorable] = frozenset(),
    rules: Sequence[Rule] = (),
) -> Collation:
    """Align `texts` word by word into a table.

    Words are equal when their keys are, with what to `ignore` and the equivalence `rules` of `keys_of`.
    The order of the texts does not matter: given in another order, the cells stand in that order and
    nothing else changes. Words that are the same written together or apart share a column, and a column in which equal
    words stand behind different white space is variant, as far as neither is ignored: two texts have a variant column
    if and only if `diff` finds a difference. The `base` is the index of the text whose reading comes first in every
    column; it does not bend the alignment.

    Raises IndexError where there is no text `base`.
    """
    if base is not None and not 0 <= base < len(texts):
        raise IndexError(f"There is no text {base} to be the base of {len(texts)} texts")
    rows, lexicon, words = read_rows(texts, ignore, rules)
    standing = Counter(row.words for row in rows)
    readings = [Reading(number, words, standing[words]) for number, words in enumerate(sorted(standing))]
    places, is_cut_short = refine_profile(build_profile(readings, lexicon), readings, lexicon)
    columns = _tabulate(places, rows, readings, [(number,) for number in range(len(lexicon.keys))], base)
    columns, gaps = settle(columns, words, ignore, len(lexicon.keys), base)
    return Collation(columns, len(texts), base, is_cut_short, weigh_words([*lexicon.keys, *gaps]))


def _tabulate(
    places: Sequence[Place],
    rows: Sequence[Row],
    readings: Sequence[Reading],
    singles: Sequence[Words],
    base: int | None,
) -> tuple[Column, ...]:
    """Give every witness its cells in the places of its reading; `singles` are the keys of single words."""
    stands = _find_columns(places, readings)
    cells: list[list[Span | None]] = [[None] * len(places) for _ in rows]
    keys: list[list[Words]] = [[()] * len(places) for _ in rows]
    for row, row_cells, row_keys in zip(rows, cells, keys, strict=True):
        spans = map(span_of, zip(row.starts, row.ends, strict=True))
        for column, span, word in zip(stands[row.words], spans, row.words, strict=True):
            row_cells[column] = span
            row_keys[column] = singles[word]
    across = zip(zip(*cells, strict=True), zip(*keys, strict=True), strict=True)
    return tuple([Column(spans, group_witnesses(said, base), said) for spans, said in across])


def _find_columns(places: Sequence[Place], readings: Sequence[Reading]) -> dict[Words, list[int]]:
    """The column of every word of every reading."""
    stands = [[0] * len(reading.words) for reading in readings]
    for column, place in enumerate(places):
        for number, position in place.cells.items():
            stands[number][position] = column
    return {reading.words: columns for reading, columns in zip(readings, stands, strict=True)}
