"""The works a person may see, with how much there is of each: counted once for each state of a work."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, QuerySet

from workbench.accounts.models import User
from workbench.corpus.memory import Memory, states_of, with_state
from workbench.corpus.models import Passage, Translation, Variant, Work

__all__ = ["ShelfCounts", "works_with_counts"]

_MOST = 10_000  # works


@dataclass(frozen=True, slots=True)
class ShelfCounts:
    """How many passages a work has, the sigla of its translations, and how many cells of its table were entered
    (`variants`).
    """

    passages: int
    sigla: tuple[str, ...]
    variants: int


_memory: Memory[ShelfCounts] = Memory(_MOST)


def works_with_counts(user: User | AnonymousUser) -> list[tuple[Work, ShelfCounts]]:
    """Return the works the user may see, `with_state`, newest change first; three queries more where some changed."""
    rows = Work.objects.visible_to(user).select_related("workspace").order_by("-updated_at", "-pk")
    works = list(with_state(rows))
    counts = _memory.of_all(states_of(works), _count)
    return [(work, counts[work.pk]) for work in works]


def _count(works: list[int]) -> dict[int, ShelfCounts]:
    passages, variants = (_by_work(model.objects.all(), works) for model in (Passage, Variant))
    sigla: dict[int, list[str]] = {work: [] for work in works}
    for work, siglum in Translation.objects.filter(work__in=works).order_by("position").values_list("work", "siglum"):
        sigla[work].append(siglum)
    return {pk: ShelfCounts(passages.get(pk, 0), tuple(sigla[pk]), variants.get(pk, 0)) for pk in works}


def _by_work(rows: QuerySet[Any], works: list[int]) -> dict[int, int]:
    return dict(rows.filter(work__in=works).order_by().values("work").annotate(n=Count("pk")).values_list("work", "n"))
