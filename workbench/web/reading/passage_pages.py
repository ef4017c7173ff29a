"""Long works in pages: which page a reference stands on, and how to get to its neighbours.

A page is a chapter, or what the work's levels have for it; 25 passages where there are no levels, or too many in one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.http import Http404

from workbench.corpus.addressing import Stretch, find_stretch
from workbench.corpus.models import Passage, Work
from workbench.corpus.queries import passage_after, passage_before

__all__ = ["CHAPTER", "PAGE", "PassagePage", "read_page", "read_stretch"]

PAGE = 25
CHAPTER = 80
"""The longest chapter that is one page; so many are shown of a range, too."""


@dataclass(frozen=True, slots=True)
class PassagePage:
    """Some passages of a work in their order; `before` and `after` are references on the neighbouring pages, or "".

    `is_cut` says that there are more in the range that was asked for than are shown.
    """

    passages: Sequence[Passage]
    before: str = ""
    after: str = ""
    is_cut: bool = False


def read_page(work: Work, at: str) -> PassagePage:
    """Return the page that holds the passage with the reference `at`, or the first (five queries at most).

    Raises `Http404` for a reference that the work does not have.
    """
    rows = work.passages.order_by("position")
    found = rows.filter(reference=at).first() if at else rows.first() if work.levels else None
    if at and found is None:
        raise Http404
    if work.levels and found and found.division and (page := _chapter_of(work, found)):
        return page
    start = work.passages.filter(position__lt=found.position).count() // PAGE * PAGE if found else 0
    # One more on either side tells whether there are neighbours.
    first = max(start - 1, 0)
    around = list(rows[first : start + PAGE + 1])
    before = around[0].reference if start else ""
    around = around[start - first :]
    return PassagePage(around[:PAGE], before, around[PAGE].reference if len(around) > PAGE else "")


def read_stretch(work: Work, wanted: str) -> PassagePage | None:
    """Return a page of the passages that `wanted` names (a chapter, a range), None if the work has none."""
    stretch = find_stretch(work, wanted)
    return _page_of(work, stretch) if stretch else None


def _page_of(work: Work, stretch: Stretch) -> PassagePage:
    found = work.passages.filter(position__range=(stretch.first, stretch.last)).order_by("position")
    rows = list(found[: CHAPTER + 1])
    return replace(_between_neighbours(rows[:CHAPTER]), is_cut=len(rows) > CHAPTER)


def _chapter_of(work: Work, passage: Passage) -> PassagePage | None:
    """Return the chapter of a passage as a page, None where it is too long for one."""
    rows = list(work.passages.filter(division=passage.division).order_by("position")[: CHAPTER + 1])
    return _between_neighbours(rows) if len(rows) <= CHAPTER else None


def _between_neighbours(rows: Sequence[Passage]) -> PassagePage:
    before, after = passage_before(rows[0]), passage_after(rows[-1])
    return PassagePage(rows, before.reference if before else "", after.reference if after else "")
