"""The critical apparatus: the base's words where others part from it, and what those read instead."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from workbench.text.collation.table import Collation
from workbench.text.collation.transposing import Moved, Transposed, find_transpositions
from workbench.text.collation.values import Column
from workbench.text.words.spans import Span

__all__ = ["Entry", "Reading", "apparatus"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What `witnesses` (indices, rising) read, as most of them write it; "" where they have nothing.

    `transposed`: these are the base's words in another `order`; or they are not left out but moved `away` from here; or
    `here` from elsewhere. `entry` is then the number (from 0) of the entry of the other place, None where none is.
    """

    text: str
    witnesses: tuple[int, ...]
    transposed: Transposed = ""
    entry: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One place where witnesses part from the base.

    `lemma` is the span of the base's text, empty (start == end) at the place where others add words;
    `agreeing` are the witnesses that read as the base does, itself included; `readings` what the others
    have, those of most witnesses first, omission last. `corrected`: the numbers of the corrections that show here.
    """

    lemma: Span
    agreeing: tuple[int, ...]
    readings: tuple[Reading, ...]
    corrected: tuple[int, ...] = ()


def apparatus(
    collation: Collation, texts: Sequence[str], base: int, lacunae: Sequence[Sequence[int]] = ()
) -> tuple[Entry, ...]:
    """List the places where `texts` (as collated, in the same order) part from the text `base`, in its
    order.

    `lacunae` are for each text the places (code points) from which on its words are lost: there it is silent, and reads
    neither as the base does nor otherwise. Columns in which the same witnesses agree make one entry; for longer
    entries give `collation.regions()`. Raises IndexError where there is no text `base`.
    """
    if not 0 <= base < len(texts):
        raise IndexError(f"There is no text {base} to be the base of {len(texts)} texts")
    columns = collation.joined().columns
    moved = find_transpositions(columns, texts, base, collation.transpositions)
    found: list[tuple[int, Entry]] = []
    ends = [0] * len(texts)
    for number, column in enumerate(columns):
        silent = {
            witness
            for witness, places in enumerate(lacunae)
            if column.cells[witness] is None and _is_lost(texts[witness], ends[witness], places)
        }
        lemma = column.cells[base] or Span(ends[base], ends[base])
        if column.is_variant and base not in silent:
            here = {witness: moved[number, witness] for witness in range(len(texts)) if (number, witness) in moved}
            entry = _describe(column, lemma, texts, base, silent, here)
            found += [(number, entry)] if entry.readings else []
        ends = [cell.end if cell else end for cell, end in zip(column.cells, ends, strict=True)]
    return _number([number for number, _ in found], [entry for _, entry in found])


def _number(columns: Sequence[int], entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Let readings that are moved name the other place by its entry, no longer by its column."""
    numbers = {column: number for number, column in enumerate(columns)}
    return tuple(
        replace(entry, readings=tuple(_renumber(one, numbers) for one in entry.readings))
        if any(one.transposed for one in entry.readings)
        else entry
        for entry in entries
    )


def _renumber(reading: Reading, numbers: Mapping[int, int]) -> Reading:
    return reading if reading.entry is None else replace(reading, entry=numbers.get(reading.entry))


def _is_lost(text: str, end: int, places: Sequence[int]) -> bool:
    """Tell whether there is no word between the end of what a text had so far and a place where words are lost."""
    return any(not any(map(str.isalnum, text[min(end, place) : max(end, place)])) for place in places)


def _describe(
    column: Column, lemma: Span, texts: Sequence[str], base: int, silent: Set[int], moved: Mapping[int, Moved]
) -> Entry:
    groups = [tuple(one for one in group if one not in silent) for group in column.groups]
    agreeing = next(group for group in groups if base in group)
    others = [group for group in groups if group and group is not agreeing]
    others.sort(key=lambda group: column.cells[group[0]] is None)
    readings = [_read(column, part, texts, how) for group in others for how, part in _part_moved(group, moved)]
    return Entry(lemma, agreeing, tuple(readings), column.corrected)


def _part_moved(group: tuple[int, ...], moved: Mapping[int, Moved]) -> Iterator[tuple[Moved | None, tuple[int, ...]]]:
    """Part a group into those who have moved the words alike, and those who have not, the first witness's first."""
    for how in dict.fromkeys(moved.get(one) for one in group):
        yield how, tuple(one for one in group if moved.get(one) == how)


def _read(column: Column, group: tuple[int, ...], texts: Sequence[str], moved: Moved | None) -> Reading:
    """Quote a group's reading as most of its witnesses write it; between equals, the first by code points."""
    cells = [(texts[witness], column.cells[witness]) for witness in group]
    written = Counter(text[cell.start : cell.end] for text, cell in cells if cell)
    words = min(written, key=lambda text: (-written[text], text), default="")
    if moved is None:
        return Reading(words, group)
    return Reading(words, group, moved.how, None if moved.how == "order" else moved.other)
