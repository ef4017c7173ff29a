"""The library: the works a person may see, and what waits for them there."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from workbench.accounts.models import Role, User
from workbench.accounts.queries import invitations_to, roles_of
from workbench.corpus.models import Translation, Work
from workbench.corpus.shelf import ShelfCounts, works_with_counts
from workbench.notices.news import news_counts
from workbench.review.queries import open_counts, waiting_counts
from workbench.web.site.pages import PersonRequest, page

__all__ = ["show_library"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A work on the shelf, with how much there is of it, its sigla and what is to do there."""

    work: Work
    counts: ShelfCounts
    sigla: Sequence[str]
    open_threads: int
    waiting: int
    news: int

    @property
    def cells(self) -> int:
        """How many texts the work has when all are entered."""
        return self.counts.passages * self.counts.translations

    @property
    def percent(self) -> int:
        """How much of it is entered, rounded down: 100 means all."""
        return 100 * self.counts.variants // self.cells if self.cells else 0


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
    works = works_with_counts(user)
    sigla: dict[int, list[str]] = {work.pk: [] for work, _ in works}
    rows = Translation.objects.filter(work__in=list(sigla)).order_by("position").values_list("work", "siglum")
    for work, siglum in rows:
        sigla[work].append(siglum)
    open_threads = open_counts(sigla)
    waiting, news = waiting_counts(user), news_counts(user, now=timezone.now())
    return [
        Entry(work, counted, sigla[work.pk], *(counts.get(work.pk, 0) for counts in (open_threads, waiting, news)))
        for work, counted in works
    ]
