"""The library: the works a person may see, and what waits for them there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from workbench.accounts.models import Role, User
from workbench.accounts.queries import invitations_to, roles_of
from workbench.corpus.models import Translation
from workbench.corpus.queries import works_with_counts
from workbench.notices.news import news_counts
from workbench.review.queries import open_counts, waiting_counts
from workbench.web.site.pages import PersonRequest, page

__all__ = ["show_library"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A work on the shelf, with its sigla and what is to do there. `work` carries the counts of `works_with_counts`."""

    work: Any
    sigla: Sequence[str]
    open_threads: int
    waiting: int
    news: int

    @property
    def cells(self) -> int:
        """How many texts the work has when all are entered."""
        return int(self.work.passage_count * self.work.translation_count)

    @property
    def percent(self) -> int:
        """How much of it is entered, rounded down: 100 means all."""
        return 100 * int(self.work.variant_count) // self.cells if self.cells else 0


@require_safe
@page
def show_library(request: PersonRequest) -> HttpResponse:
    """List the works of all the person's workspaces, newest change first."""
    roles = roles_of(request.user)
    may_write = any(Role(role).rank >= Role.EDITOR.rank for role in roles.values())
    invitations = list(invitations_to(request.user, now=timezone.now()))
    context = {"entries": _entries(request.user), "may_write": may_write, "may_read": bool(roles)}
    context |= {"invitations": invitations}
    return render(request, "web/texts/library.html", context)


def _entries(user: User) -> list[Entry]:
    works = list(works_with_counts(user))
    sigla: dict[int, list[str]] = {work.pk: [] for work in works}
    rows = Translation.objects.filter(work__in=works).order_by("position").values_list("work", "siglum")
    for work, siglum in rows:
        sigla[work].append(siglum)
    open_threads = open_counts(sigla)
    waiting, news = waiting_counts(user), news_counts(user, now=timezone.now())
    return [
        Entry(work, sigla[work.pk], *(counts.get(work.pk, 0) for counts in (open_threads, waiting, news)))
        for work in works
    ]
