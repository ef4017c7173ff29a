"""The counts behind the stored measures: written a row a passage and language, read as arrays, summed for any choice.

What one asks of a work (its translations' distances, the variation of each passage in some of its translations) is a
sum over the passages; from the counts it takes one query and no look at a text.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING

import numpy as np
from django.db.models import QuerySet

from workbench.corpus.models import Passage, PassageTally
from workbench.corpus.rows import insert_rows
from workbench.text import Matrix
from workbench.text.variation import APART, PairCounts, Tally, mirror, relate

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = [
    "Block",
    "LanguageCounts",
    "average_distances",
    "make_blocks",
    "read_blocks",
    "store_tallies",
    "sum_distances",
]

_FIELDS = ("workspace_id", "passage_id", "language", "translations", "words", "common")


@dataclass(frozen=True, slots=True)
class LanguageCounts:
    """The counts of a passage's texts in one language (a primary subtag), by their pks in the same order."""

    language: str
    pks: tuple[int, ...]
    counts: PairCounts


@dataclass(frozen=True, slots=True)
class Block:
    """Passages (ids) in which the same translations (ids) speak, and their counts."""

    passages: Sequence[int]
    translations: Sequence[int]
    tally: Tally

    def distinctiveness_of(self, passages: Collection[int]) -> dict[int, Mapping[int, float]]:
        """Return the mean distance of each variant to the others by passage id and translation id, where asked for."""
        rows = [row for row, passage in enumerate(self.passages) if passage in passages]
        values = self.tally.pick(rows).distinctiveness().tolist()
        return {
            self.passages[row]: {
                pk: value for pk, value in zip(self.translations, one, strict=True) if not isnan(value)
            }
            for row, one in zip(rows, values, strict=True)
        }


def store_tallies(counted: Iterable[tuple[Passage, Sequence[LanguageCounts]]]) -> None:
    """Write the counts of passages, by translation id, over those before; there are none where no two are compared."""
    rows = list(counted)
    PassageTally.objects.filter(passage__in=[passage.pk for passage, _ in rows]).delete()
    insert_rows(
        PassageTally,
        _FIELDS,
        [
            (passage.workspace_id, passage.pk, one.language, *_pack(one))
            for passage, languages in rows
            for one in languages
            if any(common != APART for common in one.counts.common)
        ],
    )


def read_blocks(tallies: QuerySet[PassageTally], translations: Iterable[int]) -> list[Block]:
    """Read the counts of some translations (ids) with each other, passages in which the same ones speak together."""
    chosen = frozenset(translations)
    rows: dict[bytes, tuple[list[int], list[bytes], list[bytes]]] = {}
    for passage, pks, words, common in tallies.values_list("passage", "translations", "words", "common").iterator():
        passages, *counts = rows.setdefault(bytes(pks), ([], [], []))
        passages.append(passage)
        for column, numbers in zip(counts, (words, common), strict=True):
            column.append(bytes(numbers))
    blocks = (_block(pks, *columns, chosen) for pks, columns in rows.items())
    return [block for block in blocks if len(block.translations) > 1]


def average_distances(blocks: Iterable[Block]) -> dict[int, float]:
    """Return the variation of each passage by its id: the mean over all pairs that are there."""
    sums: dict[int, tuple[float, int]] = {}
    for block in blocks:
        totals = (block.tally.distances.sum(axis=1), block.tally.compared.sum(axis=1))
        for passage, distance, pairs in zip(block.passages, *(total.tolist() for total in totals), strict=True):
            before, count = sums.get(passage, (0.0, 0))
            sums[passage] = before + distance, count + pairs
    return {passage: distance / count for passage, (distance, count) in sums.items() if count}


def sum_distances(blocks: Iterable[Block], translations: Sequence[int]) -> Matrix:
    """Return how far every two translations (ids) lie apart over the passages both have: 0..1, None without any."""
    places = {pk: place for place, pk in enumerate(translations)}
    sums: dict[tuple[int, int], tuple[int, int]] = {}
    for block in blocks:
        left, right = (np.array([places[pk] for pk in block.translations])[side] for side in block.tally.pairs)
        totals = block.tally.sums()
        for i, j, common, words, is_compared in zip(
            left.tolist(), right.tolist(), *(total.tolist() for total in totals), strict=True
        ):
            pair = (min(i, j), max(i, j))
            before = sums.get(pair, (0, 0))
            if is_compared:
                sums[pair] = before[0] + common, before[1] + words
    return mirror({pair: relate(*totals) for pair, totals in sums.items()}, [True] * len(translations))


def make_blocks(counted: Iterable[tuple[int, Sequence[LanguageCounts]]]) -> list[Block]:
    """Put counts together that were taken for the moment, given by passage id, by the pks of translations."""
    rows: dict[tuple[int, ...], list[tuple[int, PairCounts]]] = {}
    for passage, languages in counted:
        for one in languages:
            rows.setdefault(one.pks, []).append((passage, one.counts))
    return [
        Block(
            [passage for passage, _ in found],
            pks,
            Tally(
                len(pks),
                np.array([counts.words for _, counts in found], "<i4"),
                np.array([counts.common for _, counts in found], "<i4"),
            ),
        )
        for pks, found in rows.items()
        if len(pks) > 1
    ]


def _pack(one: LanguageCounts) -> tuple[bytes, bytes, bytes]:
    words, common = (np.array(numbers, "<i4").tobytes() for numbers in (one.counts.words, one.counts.common))
    return np.array(one.pks, "<i8").tobytes(), words, common


def _block(pks: bytes, passages: list[int], words: list[bytes], common: list[bytes], chosen: frozenset[int]) -> Block:
    translations = np.frombuffer(pks, "<i8").tolist()
    tally = Tally(len(translations), _unpack(words), _unpack(common))
    columns = [place for place, pk in enumerate(translations) if pk in chosen]
    if len(columns) < len(translations):
        translations, tally = [translations[place] for place in columns], tally.choose(columns)
    return Block(passages, translations, tally)


def _unpack(rows: list[bytes]) -> "NDArray[np.int32]":
    return np.frombuffer(b"".join(rows), "<i4").reshape(len(rows), -1)
