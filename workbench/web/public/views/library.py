"""What everybody may read: the works that are public."""

from collections import defaultdict

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from workbench.accounts.models import Reader
from workbench.corpus.models import Translation, Work
from workbench.text.words.digits import read_digits
from workbench.web.public.addresses import canonical
from workbench.web.public.pages import for_everybody
from workbench.web.site.parameters import refuse_unknown

__all__ = ["show"]

_PAGE = 50


@gzip_page
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """List the public works by title, each with the translations that may be shown."""
    refuse_unknown(request.GET, {"page"})
    return for_everybody(request, lambda: _show(request))


def _show(request: HttpRequest) -> HttpResponse:
    rows = Work.objects.visible_to(Reader()).select_related("workspace").order_by("title", "pk")
    pages = Paginator(rows, _PAGE)
    number = read_digits(request.GET.get("page", "1"), longest=6) or 0
    if not 1 <= number <= pages.num_pages:
        raise Http404
    page = pages.page(number)
    shown = Translation.objects.visible_to(Reader()).filter(work__in=[one.pk for one in page]).order_by("position")
    sigla = defaultdict[int, list[str]](list)
    for work, siglum in shown.values_list("work", "siglum"):
        sigla[work].append(siglum)
    entries = [(work, sigla[work.pk]) for work in page]
    context = {"entries": entries, "page": page, "url": canonical(request, request.GET), "is_listed": True}
    return render(request, "web/public/library.html", context)
