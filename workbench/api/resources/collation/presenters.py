"""Collations, as they are sent."""

from collections.abc import Sequence
from typing import TypedDict

from workbench.api.resources.comparison.presenters import SpanShown, show_span
from workbench.corpus.models import Passage, Variant
from workbench.text import Collation, Column, Entry, Reading

__all__ = ["CollationShown", "show_apparatus", "show_collation"]


class WitnessShown(TypedDict):
    """A variant that is a row of the table."""

    variant: int
    siglum: str
    version: int


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
    """The variants of a passage, aligned word by word. `absent`: sigla that omit the passage or join it to another.
    `other_languages`: sigla left out because they are in another language than the base.

    `apparatus` lists where others part from the base, if one was asked for. `approximate`: the texts were too long to
    be aligned to the end, and equal words may stand apart.
    """

    passage: int
    reference: str
    base: str | None
    approximate: bool
    witnesses: list[WitnessShown]
    absent: list[str]
    other_languages: list[str]
    columns: list[ColumnShown]
    apparatus: list[EntryShown]


def show_collation(
    passage: Passage, variants: Sequence[Variant], absent: Sequence[str], foreign: Sequence[str], collation: Collation
) -> CollationShown:
    """Show the collation of these variants, without apparatus."""
    sigla = [variant.translation.siglum for variant in variants]
    return {
        "passage": passage.pk,
        "reference": passage.reference,
        "base": None if collation.base is None else sigla[collation.base],
        "approximate": collation.approximate,
        "witnesses": [
            {"variant": one.pk, "siglum": one.translation.siglum, "version": one.version} for one in variants
        ],
        "absent": list(absent),
        "other_languages": list(foreign),
        "columns": [_show_column(column, variants, sigla) for column in collation.columns],
        "apparatus": [],
    }


def show_apparatus(entries: Sequence[Entry], base: Variant, sigla: Sequence[str]) -> list[EntryShown]:
    """Show an apparatus on the text of `base`; `sigla` are those of the witnesses."""
    return [
        {
            "lemma": show_span(entry.lemma, base.text),
            "agreeing": [sigla[witness] for witness in entry.agreeing],
            "readings": [_show_reading(reading, sigla) for reading in entry.readings],
        }
        for entry in entries
    ]


def _show_column(column: Column, variants: Sequence[Variant], sigla: Sequence[str]) -> ColumnShown:
    return {
        "cells": [
            None if cell is None else show_span(cell, variant.text)
            for cell, variant in zip(column.cells, variants, strict=True)
        ],
        "groups": [[sigla[witness] for witness in group] for group in column.groups],
        "is_variant": column.is_variant,
    }


def _show_reading(reading: Reading, sigla: Sequence[str]) -> ReadingShown:
    return {"text": reading.text, "sigla": [sigla[witness] for witness in reading.witnesses]}
