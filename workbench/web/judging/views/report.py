"""The quality report of a work, on a page that prints, and as a table for spreadsheets."""

from django.core.exceptions import BadRequest
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_safe

from workbench.attachments import CSV, attachment
from workbench.corpus.models import Work
from workbench.review.quality import COUNTED, PASS_MARK, Report, report_quality
from workbench.review.reporting import write_report
from workbench.text.words.digits import read_digits
from workbench.web.judging.sheets import describe_weights, sheets_of
from workbench.web.site.lookups import find_work
from workbench.web.site.pages import PersonRequest, page, rights_in
from workbench.web.site.parameters import choose_one, refuse_unknown

__all__ = ["show_report"]

_SAID: dict[str, Promise] = {
    "all": gettext_lazy("All discussions of words, each counted for the translation whose words it was opened on."),
    "open": gettext_lazy(
        "Discussions of words that are not settled, each counted for the translation whose words it was opened on."
    ),
}
_KNOWN = frozenset({"counted", "pass_mark", "translation", "format"})


@require_safe
@page
def show_report(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Show what the marks on each translation come to; `format=csv` gives the same as a table."""
    work = find_work(request.user, workspace, slug)
    refuse_unknown(request.GET, _KNOWN)
    report = _read(work, request.GET)
    if choose_one("format", request.GET.get("format", "html"), ("html", "csv")) == "csv":
        return attachment(write_report(report), f"{work.slug}-quality.csv", CSV)
    query = request.GET.copy()
    query["format"] = "csv"
    context: dict[str, object] = {
        "work": work,
        "report": report,
        "sheets": sheets_of(report),
        "csv_query": query.urlencode(),
    }
    context |= {"said_of_marks": _SAID[report.counted], "said_of_weights": describe_weights(report)}
    context["severities"] = list(reversed(report.lists.severities))
    context |= {"sigla": request.GET.getlist("translation"), "translations": work.translations.order_by("position")}
    return render(request, "web/judging/report.html", {**context, **rights_in(request.user, work.workspace_id)})


def _read(work: Work, query: QueryDict) -> Report:
    written = query.get("pass_mark", "")
    mark = read_digits(written, longest=6) if written else PASS_MARK
    if mark is None:
        raise BadRequest(gettext("For “pass_mark”, a whole number of points is expected."))
    counted = choose_one("counted", query.get("counted", "all"), COUNTED)
    return report_quality(work, counted=counted, pass_mark=mark, sigla=query.getlist("translation"))
