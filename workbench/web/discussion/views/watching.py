"""What an open page asks every few seconds: what did others do; and that somebody has seen it."""

from dataclasses import asdict

from django.core.exceptions import BadRequest
from django.http import HttpResponse, JsonResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from workbench.notices.actions import note_visit
from workbench.text.words.digits import read_digits
from workbench.web.discussion.watching import cursor_of, touched_since
from workbench.web.site.lookups import find_work
from workbench.web.site.pages import PersonRequest, page
from workbench.web.site.parameters import refuse_unknown

__all__ = ["note_seen", "show_changes"]


@require_safe
@page
def show_changes(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Say which discussions others touched after the event `after`; 304 where nothing happened since.

    The ETag is the number of the last event, which the page itself has from when it was made.
    """
    refuse_unknown(request.GET, {"after"})
    after = read_digits(request.GET.get("after", ""), longest=15)
    if after is None:
        raise BadRequest(gettext("For “%(name)s”, the number of an event is expected.") % {"name": "after"})
    work = find_work(request.user, workspace, slug)
    cursor = cursor_of(request.user, work)
    tag = f'"{cursor}"'
    held = get_conditional_response(request, etag=tag)
    if held is not None:
        return held
    threads = [asdict(one) for one in touched_since(request.user, work, after)]
    return JsonResponse({"cursor": cursor, "threads": threads}, headers={"ETag": tag})


@require_POST
@page
def note_seen(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Remember that somebody has seen what happened in a work up to the event `cursor`."""
    work = find_work(request.user, workspace, slug)
    cursor = read_digits(request.POST.get("cursor", ""), longest=15)
    if cursor is None:
        raise BadRequest(gettext("For “%(name)s”, the number of an event is expected.") % {"name": "cursor"})
    note_visit(actor=request.user, work=work, cursor=cursor)
    return HttpResponse(status=204)
