"""The review queue: discussions one after the other, of one work or of all."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from workbench.accounts.models import User
from workbench.accounts.queries import roles_of
from workbench.corpus.models import Work
from workbench.review.actions import forget_queue, keep_queue
from workbench.review.classification import DEFAULT, Lists, lists_of, lists_of_all
from workbench.review.filters import find_threads
from workbench.review.models import KeptQueue
from workbench.review.queries import whole
from workbench.text.words.digits import read_digits
from workbench.web.discussion.cards import ThreadCard, cards_for
from workbench.web.discussion.forms.queue import QueueForm
from workbench.web.discussion.kept import links_of
from workbench.web.discussion.responses import surroundings_of
from workbench.web.discussion.views.batches import KEPT
from workbench.web.site.lookups import find_work
from workbench.web.site.pages import PersonRequest, page

__all__ = ["forget", "keep", "keep_of_work", "show_queue", "show_work_queue"]

PAGE = 50


@require_safe
@page
def show_queue(request: PersonRequest) -> HttpResponse:
    """List discussions of all works the person may see."""
    return _show(request, None)


@require_safe
@page
def show_work_queue(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """List discussions of one work."""
    return _show(request, find_work(request.user, workspace, slug))


@require_POST
@page
def keep(request: PersonRequest) -> HttpResponse:
    """Keep a queue of all works under a name."""
    return _keep(request, None)


@require_POST
@page
def keep_of_work(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Keep a queue of one work under a name."""
    return _keep(request, find_work(request.user, workspace, slug))


@require_POST
@page
def forget(request: PersonRequest, pk: int) -> HttpResponse:
    """Keep a queue no longer."""
    queue = get_object_or_404(KeptQueue.objects.visible_to(request.user).select_related("work__workspace"), pk=pk)
    forget_queue(actor=request.user, queue=queue)
    messages.success(request, gettext("“%(name)s” is forgotten.") % {"name": queue.name})
    return redirect(_path(queue.work))


def _keep(request: PersonRequest, work: Work | None) -> HttpResponse:
    form = _forms(request.user, work)(QueryDict(request.POST.get("query", "")[:4_000]))
    query = form.query if form.is_valid() else ""
    kept = keep_queue(actor=request.user, work=work, name=request.POST.get("name", ""), query=query)
    messages.success(request, gettext("This queue is kept as “%(name)s”.") % {"name": kept.name})
    return redirect(f"{_path(work)}?{kept.query}")


def _path(work: Work | None) -> str:
    return reverse("web:work_review", args=[work.workspace.slug, work.slug]) if work else reverse("web:review")


def _show(request: PersonRequest, work: Work | None) -> HttpResponse:
    form_of = _forms(request.user, work)
    form = form_of(request.GET)
    context: dict[str, Any] = {"form": form, "work": work}
    if not form.is_valid():
        return render(request, "web/discussion/queue.html", context, status=400)
    found = whole(find_threads(request.user, form.wanted(request.user, work)))
    listed = _page(found, request.GET.get("page", "1"))
    cards = cards_for(request.user, listed.object_list)
    address = _address(request)
    context |= {"page": listed, "cards": cards, "address": address, "here": _on_page(address, listed.number)}
    context |= {"links": links_of(request.user, work, form_of), "query": form.query, "path": _path(work)}
    context |= {"people": form.people, "batch": request.session.get(KEPT), "here_again": request.get_full_path()}
    context["may_accept"] = any(card.pending and card.pending.can_decide for card in cards)
    if chosen := _chosen(cards, request.GET.get("thread", "")):
        context |= {"chosen": chosen, **surroundings_of(request.user, chosen)}
    return render(request, "web/discussion/queue.html", context)


def _forms(user: User, work: Work | None) -> Callable[[QueryDict], QueueForm]:
    """Return what makes the form of a query: whom and what it offers is read once."""
    people = User.objects.visible_to(user) if work is None else _members(work)
    return partial(QueueForm, people=list(people.order_by("username")), lists=_lists(user, work))


def _lists(user: User, work: Work | None) -> list[Lists]:
    return [DEFAULT, *lists_of_all(roles_of(user)).values()] if work is None else [lists_of(work.workspace_id)]


def _members(work: Work) -> Any:
    return User.objects.filter(memberships__workspace=work.workspace_id)


def _page(threads: Any, number: str) -> Any:
    pages = Paginator(threads, PAGE)
    wanted = read_digits(number, lowest=1, longest=9)
    if wanted is None or wanted > pages.num_pages:
        raise Http404
    return pages.page(wanted)


def _chosen(cards: list[ThreadCard], thread_pk: str) -> ThreadCard | None:
    """Return the card of the thread named in the address, or the first."""
    return next((card for card in cards if str(card.thread.pk) == thread_pk), cards[0] if cards else None)


def _on_page(address: str, number: int) -> str:
    """Return the query string of a page of this queue without the chosen thread."""
    return "&".join(part for part in (address, f"page={number}" if number > 1 else "") if part)


def _address(request: PersonRequest) -> str:
    """Return the query string of this queue without the chosen thread and the page."""
    query = request.GET.copy()
    for name in ("thread", "page"):
        query.pop(name, None)
    return query.urlencode()
