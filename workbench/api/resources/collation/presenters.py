"""Collations, as they are sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict

from workbench.api.resources.comparison.presenters import PartShown, SpanShown, show_parts, show_span
from workbench.api.resources.people.presenters import Moment, PersonShown, moment, optional_moment, show_person
from workbench.corpus.models import Correction, CorrectionMark, Passage
from workbench.corpus.units import Unit, UnitText
from workbench.text import Collation, Column, Entry, Reading
from workbench.text.collation import Transposed

__all__ = ["CollationShown", "CorrectionShown", "Row", "show_apparatus", "show_collation", "show_correction"]


class WitnessShown(TypedDict):
    """A variant that is a row of the table, the first of its `parts`: it has more where passages are read as one."""

    variant: int
    siglum: str
    version: int
    parts: list[PartShown]


class ColumnShown(TypedDict):
    """One place: a cell for each witness (null: nothing stands here), and the sigla parted by what they read.

    `corrected`: the ids of the corrections that show here.
    """

    cells: list[SpanShown | None]
    groups: list[list[str]]
    is_variant: bool
    corrected: list[int]


class ReadingShown(TypedDict):
    """What some witnesses have instead ("" where they have nothing).

    `transposed`: the base's words in another `order`; or moved `away` from here, to the place of the entry `entry`
    (from 0; null if none is listed); or moved `here` from there; "" for none of it.
    """

    text: str
    sigla: list[str]
    transposed: Transposed
    entry: int | None


class EntryShown(TypedDict):
    """Words of the base, who agrees, and what the others read. `corrected`: the corrections (ids) that show here."""

    lemma: SpanShown
    agreeing: list[str]
    readings: list[ReadingShown]
    corrected: list[int]


class MarkShown(TypedDict):
    """Words that a correction speaks of, where they stand in the revision; `side` as the kind has it."""

    variant: int
    siglum: str
    revision: int
    start: int
    end: int
    text: str
    side: int


class CorrectionShown(TypedDict):
    """What somebody said against the collation of a passage.

    `state`: it is standing; lapsed, for some of its words were changed since; or undone.
    """

    id: int
    passage: int
    reference: str
    kind: str
    state: str
    reason: str
    marks: list[MarkShown]
    created_by: PersonShown
    attributed_to: str
    created_at: Moment
    lapsed_at: Moment | None
    undone_by: PersonShown | None
    undone_at: Moment | None


class CollationShown(TypedDict):
    """The variants of a passage, aligned word by word.

    `references`: the passages that are read as one, since a witness joins them; offsets then count in all of a
    witness's parts. `absent`: sigla that have no words here. `other_languages`: sigla left out because they are in
    another language than the base.

    `apparatus` lists where others part from the base, if one was asked for. `approximate`: the texts were too long to
    be aligned to the end, and equal words may stand apart. `corrections`: what scholars said of these texts, applied.
    """

    passage: int
    reference: str
    references: list[str]
    base: str | None
    approximate: bool
    witnesses: list[WitnessShown]
    absent: list[str]
    other_languages: list[str]
    columns: list[ColumnShown]
    apparatus: list[EntryShown]
    corrections: list[int]


@dataclass(frozen=True, slots=True)
class Row:
    """A witness of a collation."""

    siglum: str
    said: UnitText


def show_collation(
    passage: Passage,
    unit: Unit,
    rows: Sequence[Row],
    absent: Sequence[str],
    foreign: Sequence[str],
    table: Collation,
    corrections: Sequence[int],
) -> CollationShown:
    """Show the collation of these witnesses, without apparatus; `corrections` (ids) as the table numbers them."""
    sigla = [row.siglum for row in rows]
    return {
        "passage": passage.pk,
        "reference": passage.reference,
        "references": [one.reference for one in unit.passages],
        "base": None if table.base is None else sigla[table.base],
        "approximate": table.approximate,
        "witnesses": [_show_witness(row, unit) for row in rows],
        "absent": list(absent),
        "other_languages": list(foreign),
        "columns": [_show_column(column, rows, sigla, corrections) for column in table.columns],
        "apparatus": [],
        "corrections": list(corrections),
    }


def _show_witness(row: Row, unit: Unit) -> WitnessShown:
    first = row.said.parts[0][0]
    parts = show_parts(row.said, unit)
    return {"variant": first.pk, "siglum": row.siglum, "version": first.version, "parts": parts}


def show_apparatus(
    entries: Sequence[Entry], base: str, sigla: Sequence[str], corrections: Sequence[int]
) -> list[EntryShown]:
    """Show an apparatus on the text `base`; `sigla` are those of the witnesses, `corrections` as in the table."""
    return [
        {
            "lemma": show_span(entry.lemma, base),
            "agreeing": [sigla[witness] for witness in entry.agreeing],
            "readings": [_show_reading(reading, sigla) for reading in entry.readings],
            "corrected": [corrections[number] for number in entry.corrected],
        }
        for entry in entries
    ]


def show_correction(one: Correction) -> CorrectionShown:
    """Show a correction; its passage, people, marks with variants and translations should be loaded."""
    return {
        "id": one.pk,
        "passage": one.passage_id,
        "reference": one.passage.reference,
        "kind": one.kind,
        "state": one.state,
        "reason": one.reason,
        "marks": [_show_mark(mark) for mark in sorted(one.marks.all(), key=lambda mark: mark.pk)],
        "created_by": show_person(one.created_by),
        "attributed_to": one.attributed_to,
        "created_at": moment(one.created_at),
        "lapsed_at": optional_moment(one.lapsed_at),
        "undone_by": show_person(one.undone_by) if one.undone_by else None,
        "undone_at": optional_moment(one.undone_at),
    }


def _show_mark(mark: CorrectionMark) -> MarkShown:
    return {
        "variant": mark.variant_id,
        "siglum": mark.variant.translation.siglum,
        "revision": mark.revision,
        "start": mark.start,
        "end": mark.end,
        "text": mark.quote,
        "side": mark.side,
    }


def _show_column(column: Column, rows: Sequence[Row], sigla: Sequence[str], corrections: Sequence[int]) -> ColumnShown:
    return {
        "cells": [
            None if cell is None else show_span(cell, row.said.text)
            for cell, row in zip(column.cells, rows, strict=True)
        ],
        "groups": [[sigla[witness] for witness in group] for group in column.groups],
        "is_variant": column.is_variant,
        "corrected": [corrections[number] for number in column.corrected],
    }


def _show_reading(reading: Reading, sigla: Sequence[str]) -> ReadingShown:
    return {
        "text": reading.text,
        "sigla": [sigla[witness] for witness in reading.witnesses],
        "transposed": reading.transposed,
        "entry": reading.entry,
    }
