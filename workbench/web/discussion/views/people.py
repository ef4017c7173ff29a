"""Whom a comment may speak to, for those who type `@`: the members of the work's workspace, and nobody else."""

from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from workbench.accounts.queries import members_of
from workbench.review.folding import fold
from workbench.web.site.lookups import find_work
from workbench.web.site.pages import PersonRequest, page

__all__ = ["offer"]

_MOST = 8


@require_safe
@page
def offer(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Return at most eight people as JSON whose user name or a word of whose name begins with `q`."""
    work = find_work(request.user, workspace, slug)
    begun = fold(request.GET.get("q", "")[:150])
    people = [membership.user for membership in members_of(work.workspace)]
    named = [
        {"name": one.username, "shown": str(one)}
        for one in people
        if any(word.startswith(begun) for word in (fold(one.username), *fold(str(one)).split(" ")))
    ]
    return JsonResponse({"people": named[:_MOST]})
