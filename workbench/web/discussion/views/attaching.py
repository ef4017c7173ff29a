"""Putting an orphan on words again, by hand."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from workbench.review.actions import reattach_anchor
from workbench.text import with_lf_line_ends
from workbench.web.discussion.forms.composing import Quoted, quoted_request
from workbench.web.discussion.responses import attempt
from workbench.web.site.lookups import find_anchor
from workbench.web.site.pages import PersonRequest, page

__all__ = ["attach"]


@require_POST
@page
def attach(request: PersonRequest, pk: int) -> HttpResponse:
    """Attach an anchor whose words are lost to the words typed, in the same text."""
    anchor = find_anchor(request.user, pk)
    return attempt(
        request,
        anchor.thread_id,
        f"attach-{pk}",
        lambda: reattach_anchor(
            actor=request.user, anchor=anchor, request=quoted_request(anchor.variant, _words(request))
        ),
        "The discussion stands on its words again.",
    )


def _words(request: PersonRequest) -> Quoted:
    quote, before = (with_lf_line_ends(request.POST.get(name, "")) for name in ("quote", "before"))
    return Quoted("", quote.strip(), before)
