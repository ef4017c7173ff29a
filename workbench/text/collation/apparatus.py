"""The critical apparatus: the base's words where others part from it, and what those read instead."""

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass

from workbench.text.collation.table import Collation
from workbench.text.collation.values import Column
from workbench.text.words.spans import Span

__all__ = ["Entry", "Reading", "apparatus"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What `witnesses` (indices, rising) read, as most of them write it; "" where they have nothing."""

    text: str
    witnesses: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One place where witnesses part from the base.

    `lemma` is the span of the base's text, empty (start == end) at the place where others add words;
    `agreeing` are the witnesses that read as the base does, itself included; `readings` what the others
    have, those of most witnesses first, omission last.
    """

    lemma: Span
    agreeing: tuple[int, ...]
    readings: tuple[Reading, ...]


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
    entries = []
    ends = [0] * len(texts)
    for column in collation.joined().columns:
        silent = {
            witness
            for witness, places in enumerate(lacunae)
            if column.cells[witness] is None and _is_lost(texts[witness], ends[witness], places)
        }
        lemma = column.cells[base] or Span(ends[base], ends[base])
        if column.is_variant and base not in silent:
            entry = _describe(column, lemma, texts, base, silent)
            entries += [entry] if entry.readings else []
        ends = [cell.end if cell else end for cell, end in zip(column.cells, ends, strict=True)]
    return tuple(entries)


def _is_lost(text: str, end: int, places: Sequence[int]) -> bool:
    """Tell whether there is no word between the end of what a text had so far and a place where words are lost."""
    return any(not any(map(str.isalnum, text[min(end, place) : max(end, place)])) for place in places)


def _describe(column: Column, lemma: Span, texts: Sequence[str], base: int, silent: Set[int]) -> Entry:
    groups = [tuple(one for one in group if one not in silent) for group in column.groups]
    agreeing = next(group for group in groups if base in group)
    others = [group for group in groups if group and group is not agreeing]
    others.sort(key=lambda group: column.cells[group[0]] is None)
    return Entry(lemma, agreeing, tuple(_read(column, group, texts) for group in others))


def _read(column: Column, group: tuple[int, ...], texts: Sequence[str]) -> Reading:
    """Quote a group's reading as most of its witnesses write it; between equals, the first by code points."""
    cells = [(texts[witness], column.cells[witness]) for witness in group]
    written = Counter(text[cell.start : cell.end] for text, cell in cells if cell)
    return Reading(min(written, key=lambda text: (-written[text], text), default=""), group)
