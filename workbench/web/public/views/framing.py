"""A passage as it may stand in a page of others, where an owner allows it."""

from csp.decorators import csp_replace
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.clickjacking import xframe_options_exempt

from workbench.web.public.pages import Visit, open_page
from workbench.web.public.views.passage import passage_page

__all__ = ["embed"]


@open_page
def _embed(request: HttpRequest, visit: Visit, pk: int) -> HttpResponse:
    if not visit.showing.is_framed:
        raise Http404
    return passage_page(request, visit, pk, "web/public/embed.html")


embed = xframe_options_exempt(csp_replace({"frame-ancestors": ["*"]})(_embed))
"""Show a passage with nothing around it, and let any page frame it."""
