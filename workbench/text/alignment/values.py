"""What alignment answers: frozen values, indices into the sequences given, offsets in code points."""

from dataclasses import dataclass

from workbench.text.words.spans import Span

__all__ = ["Alignment", "Bead", "Distribution", "Placement"]


@dataclass(frozen=True, slots=True)
class Bead:
    """Source units and target units that say the same thing (the word is Gale and Church's).

    `source` and `target` are runs of indices, either may be empty: a unit without a counterpart. `score`
    is 0..1: how sure it is that the bead begins and ends where it does.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """All units of both sides, each in exactly one link, in order; `same_language` is what was assumed."""

    links: tuple[Bead, ...]
    same_language: bool


@dataclass(frozen=True, slots=True)
class Placement:
    """The place of one passage: `span` of the text, empty where the translator left the passage out.

    `confidence` (0..1) speaks of the cut before the passage, the place where its span starts; of an empty span, of
    there being nothing for the passage.
    """

    span: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class Distribution:
    """One placement a passage, in order and without overlap, and the spans of the text that had no place."""

    placements: tuple[Placement, ...]
    unplaced: tuple[Span, ...]
    same_language: bool
