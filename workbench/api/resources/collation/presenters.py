"""Collations, as they are sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict

from workbench.api.resources.comparison.presenters import PartShown, SpanShown, show_parts, show_span
from workbench.corpus.models import Passage
from workbench.corpus.units import Unit, UnitText
from workbench.text import Collation, Column, Entry, Reading

__all__ = ["CollationShown", "Row", "show_apparatus", "show_collation"]


class WitnessShown(TypedDict):
    """A variant that is a row of the table, the first of its `parts`: it has more where passages are read as one."""

    variant: int
    siglum: str
    version: int
    parts: list[PartShown]


class ColumnShown(TypedDict):
    """One place: a cell for each witness (null: nothing stands here), and the sigla parted by what they read."""

    cells: list[SpanShown | None]
    groups: list[list[str]]
    is_variant: bool


class ReadingShown(TypedDict):
    """What some witnesses have instead ("" where they have nothing)."""

    text: str
    sigla: list[str]


class EntryShown(TypedDict):
    """Words of the base, who agrees, and what the others read."""

    lemma: SpanShown
    agreeing: list[str]
    readings: list[ReadingShown]


class CollationShown(TypedDict):
    """The variants of a passage, aligned word by word.

    `references`: the passages that are read as one, since a witness joins them; offsets then count in all of a
    witness's parts. `absent`: sigla that have no words here. `other_languages`: sigla left out because they are in
    another language than the base.

    `apparatus` lists where others part from the base, if one was asked for. `approximate`: the texts were too long to
    be aligned to the end, and equal words may stand apart.
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


@dataclass(frozen=True, slots=True)
class Row:
    """A witness of a collation."""

    siglum: str
    said: UnitText


def show_collation(
    passage: Passage, unit: Unit, rows: Sequence[Row], absent: Sequence[str], foreign: Sequence[str], table: Collation
) -> CollationShown:
    """Show the collation of these witnesses, without apparatus."""
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
        "columns": [_show_column(column, rows, sigla) for column in table.columns],
        "apparatus": [],
    }


def _show_witness(row: Row, unit: Unit) -> WitnessShown:
    first = row.said.parts[0][0]
    parts = show_parts(row.said, unit)
    return {"variant": first.pk, "siglum": row.siglum, "version": first.version, "parts": parts}


def show_apparatus(entries: Sequence[Entry], base: str, sigla: Sequence[str]) -> list[EntryShown]:
    """Show an apparatus on the text `base`; `sigla` are those of the witnesses."""
    return [
        {
            "lemma": show_span(entry.lemma, base),
            "agreeing": [sigla[witness] for witness in entry.agreeing],
            "readings": [_show_reading(reading, sigla) for reading in entry.readings],
        }
        for entry in entries
    ]


def _show_column(column: Column, rows: Sequence[Row], sigla: Sequence[str]) -> ColumnShown:
    return {
        "cells": [
            None if cell is None else show_span(cell, row.said.text)
            for cell, row in zip(column.cells, rows, strict=True)
        ],
        "groups": [[sigla[witness] for witness in group] for group in column.groups],
        "is_variant": column.is_variant,
    }


def _show_reading(reading: Reading, sigla: Sequence[str]) -> ReadingShown:
    return {"text": reading.text, "sigla": [sigla[witness] for witness in reading.witnesses]}
