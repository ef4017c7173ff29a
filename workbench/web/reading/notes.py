"""The notes of two texts compared, where that is asked for: words of notes are marked as those of texts are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.corpus.noting import Notes, read_notes
from workbench.corpus.units import UnitText
from workbench.text import Ignorable, Rule, Span
from workbench.web.typesetting.comparing import compare
from workbench.web.typesetting.differences import Pair, mark_base, mark_merged, mark_other
from workbench.web.typesetting.marking import mark_text
from workbench.web.typesetting.markup import Footnote
from workbench.web.typesetting.slices import slice_base, slice_marks

__all__ = ["NotesCompared", "compare_notes", "mark_base_notes", "mark_other_notes"]


@dataclass(frozen=True, slots=True)
class NotesCompared:
    """The notes of a base and of another text, compared as one text each."""

    pair: Pair
    base: Notes
    other: Notes


def compare_notes(
    sigla: tuple[str, str],
    texts: tuple[UnitText, UnitText],
    ignore: frozenset[Ignorable],
    rules: tuple[Rule, ...],
) -> NotesCompared | None:
    """Compare the notes of two texts (`sigla` name them); None where neither has any."""
    base, other = (read_notes(said) for said in texts)
    if not (base.text or other.text):
        return None
    compared = compare(base.text, other.text, ignore, rules)
    stem = f"n{texts[1].parts[0][0].pk}"
    return NotesCompared(Pair(stem, *sigla, base.text, other.text, compared), base, other)


def mark_other_notes(
    notes: Sequence[Footnote], variant: int, found: NotesCompared | None, *, is_merged: bool
) -> Sequence[Footnote]:
    """Return notes, the words marked that part from the base's (`is_merged`: with the base's before them)."""
    if found is None or not found.pair.compared.is_marked:
        return notes
    marks = (mark_merged if is_merged else mark_other)(found.pair)
    return [
        replace(note, html=mark_text(note.text, *slice_marks(*marks, place)))
        for note, place in _placed(notes, found.other, variant)
    ]


def mark_base_notes(notes: Sequence[Footnote], variant: int, found: Sequence[NotesCompared]) -> Sequence[Footnote]:
    """Return the base's notes with the words marked from which any of the others part."""
    marked = [one for one in found if one.pair.compared.is_marked]
    if not marked:
        return notes
    return [
        replace(note, html=mark_text(note.text, *mark_base([slice_base(one.pair, place) for one in marked])))
        for note, place in _placed(notes, marked[0].base, variant)
    ]


def _placed(notes: Sequence[Footnote], said: Notes, variant: int) -> list[tuple[Footnote, Span]]:
    return list(zip(notes, said.places.get(variant, ()), strict=True))
