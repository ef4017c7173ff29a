"""The library: the works a person may see, and what waits for them there."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from workbench.accounts.models import Role, User
from workbench.accounts.queries import invitations_to, roles_of
from workbench.corpus.memory import states_of
from workbench.corpus.models import Work
from workbench.corpus.shelf import ShelfCounts, works_with_counts
from workbench.notices.news import remembered_news
from workbench.review.queries import remembered_counts
from workbench.web.site.pages import PersonRequest, page

__all__ = ["show_library"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A work on the shelf, with how much there is of it, and what is to do there."""

    work: Work
    counts: ShelfCounts
    open_threads: int
    waiting: int
    news: int

    @property
    def cells(self) -> int:
        """How many texts the work has when all are entered."""
        return self.counts.passages * len(self.counts.sigla)

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
    states = states_of(work for work, _ in works)
    open_threads, news = remembered_counts(states), remembered_news(user, states, now=timezone.now())
    return [
        Entry(work, counts, open_threads[work.pk].total(), open_threads[work.pk][user.pk], news.get(work.pk, 0))
        for work, counts in works
    ]
