"""What readers say of a passage: into a tray that members see first."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from workbench.accounts.addresses import address_block, address_of
from workbench.accounts.errors import Invalid, TooOften
from workbench.accounts.rates import wait_for
from workbench.publishing.actions import Words, send_words
from workbench.web.public.pages import find_visit, refusing, show
from workbench.web.site.lookups import find_passage

__all__ = ["say"]


@csrf_exempt  # nothing is done in anybody's name; what browsers call cross-site is refused before
@require_POST
@refusing
def say(request: HttpRequest, workspace: str, slug: str, pk: int) -> HttpResponse:
    """Keep what a reader says; what is wrong with it is shown with their words, of which none is lost."""
    visit = find_visit(request, workspace, slug)
    if not visit.showing.takes_words:
        raise Http404
    passage, posted = find_passage(visit.work, pk), request.POST
    if wait := wait_for(f"words:{address_block(address_of(request))}", settings.PUBLIC_RATES["words"]):
        raise TooOften(
            gettext("Remarks are expected to come less often; again in %(wait)s s.") % {"wait": wait}, wait=wait
        )
    has_words = bool(posted.get("quote", "").strip())
    words = Words(
        body=posted.get("body", ""),
        name=posted.get("name", "").strip(),
        siglum=posted.get("siglum", ""),
        quote=posted.get("quote", "").strip(),
        suggestion=posted["suggestion"] if has_words and posted.get("suggestion", "").strip() else None,
    )
    context: dict[str, object] = {"passage": passage, "translations": visit.translations(), "said": words}
    status = 200
    try:
        if posted.get("website"):  # a field that people do not see
            raise Invalid.field("body", gettext("Something to say is expected."), code="required")
        send_words(reader=visit.reader, passage=passage, words=words)
    except Invalid as error:
        context["problem"], status = next(iter(error.fields.values()), error.detail), 422
    response = show(request, visit, "web/public/said.html", context)
    response.status_code = status
    patch_cache_control(response, private=True, no_store=True)
    return response
