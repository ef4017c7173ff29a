"""Anchors in question: confirmed where they stand, or put on other words by hand."""

from django.http import HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from workbench.review.actions import confirm_anchor, reattach_anchor
from workbench.text import with_lf_line_ends
from workbench.web.discussion.forms.composing import Quoted, quoted_request
from workbench.web.discussion.responses import attempt
from workbench.web.site.lookups import find_anchor
from workbench.web.site.pages import PersonRequest, page
from workbench.web.site.parameters import posted_version

__all__ = ["attach", "confirm"]


@require_POST
@page
def attach(request: PersonRequest, pk: int) -> HttpResponse:
    """Attach an anchor whose words were lost or changed to the words typed, in the same text."""
    anchor = find_anchor(request.user, pk)
    return attempt(
        request,
        anchor.thread_id,
        f"attach-{pk}",
        lambda: reattach_anchor(
            actor=request.user, anchor=anchor, request=quoted_request(anchor.variant, _words(request))
        ),
        gettext("The discussion stands on its words again."),
    )


@require_POST
@page
def confirm(request: PersonRequest, pk: int) -> HttpResponse:
    """Say that an anchor whose words were changed speaks of those that stand there now."""
    anchor = find_anchor(request.user, pk)
    return attempt(
        request,
        anchor.thread_id,
        f"attach-{pk}",
        lambda: confirm_anchor(actor=request.user, anchor=anchor, version=posted_version(request.POST)),
        gettext("The discussion speaks of the words as they are now."),
    )


def _words(request: PersonRequest) -> Quoted:
    quote, before = (with_lf_line_ends(request.POST.get(name, "")) for name in ("quote", "before"))
    return Quoted("", quote.strip(), before)
