"""Taking a work away as a file."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from workbench.attachments import attachment, streamed
from workbench.interchange.registry import FORMATS
from workbench.review.errors import Conflict
from workbench.review.transfer import StreamedFile, export_at_once
from workbench.web.site.lookups import find_work
from workbench.web.site.pages import PersonRequest, page
from workbench.web.site.telling import tell
from workbench.web.transfer.offers import offered_aims

__all__ = ["download", "show_export"]


@require_safe
@page
def show_export(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Show what files of a work are wanted for, and what each leaves out; the aim in `for` is open."""
    work = find_work(request.user, workspace, slug)
    sigla = request.GET.getlist("translation")
    context = {
        "work": work,
        "translations": work.translations.order_by("position"),
        "sigla": sigla,
        "aim": request.GET.get("for", ""),
        "offered": offered_aims(request.user, work, sigla),
    }
    return render(request, "web/transfer/export.html", context)


@require_safe
@page
def download(request: PersonRequest, workspace: str, slug: str, name: str) -> HttpResponse:
    """Respond with a work as a file, a large one as it is made."""
    work = find_work(request.user, workspace, slug)
    if name not in FORMATS:
        raise Http404
    try:
        file = export_at_once(
            actor=request.user,
            work=work,
            format_name=name,
            sigla=request.GET.getlist("translation"),
            apparatus=request.GET.get("apparatus", ""),
        )
    except Conflict as error:
        messages.error(request, tell(error.detail))
        return redirect("web:export", workspace, slug)
    if isinstance(file, StreamedFile):
        return streamed(file.pieces, file.name, file.media_type)
    return attachment(file.data, file.name, file.media_type)
