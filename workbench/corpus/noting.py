"""The notes of a text, read one after the other, so that they can be compared apart from its words."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.corpus.units import UnitText
from workbench.text import Span

__all__ = ["Notes", "read_notes"]


@dataclass(frozen=True, slots=True)
class Notes:
    """What the notes of a text say, a line each; `places` are their characters by variant (its id), in their order."""

    text: str
    places: Mapping[int, tuple[Span, ...]]


def read_notes(said: UnitText | None) -> Notes:
    """Return the notes of what one translation says in a unit."""
    lines: list[str] = []
    places: dict[int, tuple[Span, ...]] = {}
    at = 0
    for variant, _ in said.parts if said else ():
        here: list[Span] = []
        for one in variant.spans if variant.markup else ():
            if one.kind == "note" and one.end <= len(variant.text):
                here.append(Span(at, at + len(one.text)))
                lines.append(one.text)
                at += len(one.text) + 1
        places[variant.pk] = tuple(here)
    return Notes("\n".join(lines), places)
