"""What a work is, for readers, and all of it that they may have as a file."""

from django.conf import settings
from django.core.exceptions import BadRequest
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext

from workbench.accounts.addresses import address_of
from workbench.accounts.errors import TooOften
from workbench.accounts.rates import wait_for
from workbench.attachments import attachment
from workbench.corpus.models import Presence, Shown
from workbench.corpus.queries import standing_rules
from workbench.interchange.errors import FormatError
from workbench.interchange.registry import FORMATS
from workbench.publishing.reading import export_open
from workbench.web.public.pages import Visit, open_page, show
from workbench.web.public.remarks import count_remarks, read_work_remarks
from workbench.web.site.parameters import choose_one, refuse_unknown

__all__ = ["OFFERED", "send_file", "show_rules", "show_work"]

CONTENTS = 200
OFFERED = ("bundle", "csv", "tei", "html", "docx")


@open_page
def show_work(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show what a work is, its translations, those of which only the counts are shown among them, its passages."""
    refuse_unknown(visit.query, set())
    work = visit.work
    has_text = Q(variants__presence=Presence.PRESENT)
    rows = work.translations.exclude(shown=Shown.NOT_PUBLIC).annotate(texts=Count("variants", filter=has_text))
    passages = list(work.passages.order_by("position")[: CONTENTS + 1])
    context = {
        "witnesses_here": list(rows.order_by("position")),
        "passages": passages[:CONTENTS],
        "has_more": len(passages) > CONTENTS,
        "passage_count": work.passages.count(),
        "remarks": count_remarks(visit),
        "on_work": read_work_remarks(visit),
        "formats": [FORMATS[name] for name in OFFERED if name in FORMATS],
    }
    return show(request, visit, "web/public/work.html", context)


@open_page
def show_rules(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Say how many rules make words count as the same; which they are is for members, as the words of all texts are."""
    refuse_unknown(visit.query, set())
    return show(request, visit, "web/public/rules.html", {"rules": standing_rules(visit.work).count()})


@open_page
def send_file(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Send all of a work that the reader sees, in one of the formats."""
    refuse_unknown(visit.query, {"format"})
    if not visit.translations():
        raise Http404
    form = FORMATS[choose_one("format", visit.query.get("format", "bundle"), OFFERED)]
    if wait := wait_for(f"files:{address_of(request)}", settings.PUBLIC_RATES["files"]):
        raise TooOften(
            gettext("Files are expected to be asked for less often; again in %(wait)s s.") % {"wait": wait}, wait=wait
        )
    try:
        data = form.write(export_open(visit.reader, visit.work))
    except FormatError as error:
        raise BadRequest(str(error)) from error
    extension, media_type = form.naming(data)
    return attachment(data, f"{visit.work.slug}{extension}", media_type)
