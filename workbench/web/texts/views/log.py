"""What happened in a work."""

from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from workbench.text.words.digits import read_digits
from workbench.web.discussion.happenings import PAGE, happenings_of_work
from workbench.web.site.lookups import find_work
from workbench.web.site.pages import PersonRequest, page
from workbench.web.site.parameters import refuse_unknown

__all__ = ["show"]


@require_safe
@page
def show(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Show the latest events of a work, or those before the number `before`."""
    refuse_unknown(request.GET, {"before"})
    work = find_work(request.user, workspace, slug)
    before = read_digits(request.GET["before"], longest=15) if "before" in request.GET else None
    if before is None and "before" in request.GET:
        raise BadRequest(gettext("For “before”, the number of an event is expected."))
    happenings = happenings_of_work(request.user, work, before=before)
    older = happenings[-1].cursor if len(happenings) == PAGE else None
    context = {"work": work, "happenings": happenings, "older": older, "before": before}
    return render(request, "web/texts/log.html", context)
