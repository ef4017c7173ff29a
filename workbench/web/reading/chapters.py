"""The chapters of a work as links: those beside the one that is shown, and the first of each part above them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from workbench.corpus.addressing import Division, outline
from workbench.corpus.models import Passage, Work
from workbench.web.reading.choices import Choice
from workbench.web.reading.state import CompareState

__all__ = ["Chapters", "read_chapters"]


@dataclass(frozen=True, slots=True)
class Chapters:
    """What can be opened: `parts` (books), each by its first chapter, and the `chapters` of the part that is shown.

    `level` is what the work calls a chapter.
    """

    level: str
    parts: Sequence[Choice]
    chapters: Sequence[Choice]


def read_chapters(work: Work, state: CompareState, shown: Sequence[Passage]) -> Chapters | None:
    """Return the chapters of a work with those of the passages shown chosen; None for a work without. One query."""
    divisions = outline(work)
    if len(divisions) < 2:
        return None
    here = shown[0].path[:-1] if shown else ()
    level = work.levels[len(divisions[0].path) - 1] if work.levels else gettext("chapter")
    beside = [one for one in divisions if one.path[:-1] == here[:-1]]
    return Chapters(level, list(_parts(divisions, here, state)), [_choice(one, here, state) for one in beside])


def _parts(divisions: Sequence[Division], here: tuple[str, ...], state: CompareState) -> Iterator[Choice]:
    seen: set[tuple[str, ...]] = set()
    for one in divisions:
        above = one.path[:-1]
        if above and above not in seen:
            seen.add(above)
            yield Choice(" ".join(above), one.name, above == here[:-1], _query(one, state))


def _choice(division: Division, here: tuple[str, ...], state: CompareState) -> Choice:
    return Choice(division.path[-1], division.name, division.path == here, _query(division, state))


def _query(division: Division, state: CompareState) -> str:
    return state.changed(at="", passages=division.name).query
