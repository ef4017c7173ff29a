"""Long works in pages of 25 passages: which page a reference stands on, and how to get to its neighbours."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404

from workbench.corpus.models import Passage, Work

__all__ = ["PAGE", "PassagePage", "read_page"]

PAGE = 25


@dataclass(frozen=True, slots=True)
class PassagePage:
    """Some passages of a work in their order; `before` and `after` are references on the neighbouring pages, or ""."""

    passages: Sequence[Passage]
    before: str = ""
    after: str = ""


def read_page(work: Work, at: str) -> PassagePage:
    """Return the page that holds the passage with the reference `at`, or the first (three queries at most).

    Raises `Http404` for a reference that the work does not have.
    """
    start = _offset_of(work, at) // PAGE * PAGE if at else 0
    # One more on either side tells whether there are neighbours.
    first = max(start - 1, 0)
    rows = list(work.passages.order_by("position")[first : start + PAGE + 1])
    before = rows[0].reference if start else ""
    rows = rows[start - first :]
    return PassagePage(rows[:PAGE], before, rows[PAGE].reference if len(rows) > PAGE else "")


def _offset_of(work: Work, reference: str) -> int:
    passage = work.passages.filter(reference=reference).first()
    if passage is None:
        raise Http404
    return work.passages.filter(position__lt=passage.position).count()
