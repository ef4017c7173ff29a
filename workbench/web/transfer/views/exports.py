"""Taking a work away as a file."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from workbench.accounts.models import User
from workbench.attachments import attachment, streamed
from workbench.corpus.models import Work
from workbench.interchange.document import Document
from workbench.interchange.errors import FormatError
from workbench.interchange.registry import FORMATS, Format
from workbench.review.errors import Conflict
from workbench.review.transfer import (
    StreamedFile,
    choose_translations,
    export_at_once,
    export_work,
    is_collated_at_once,
    is_large,
    stream_file,
    takes_long,
)
from workbench.web.site.lookups import find_work
from workbench.web.site.pages import PersonRequest, page

__all__ = ["download", "show_export"]


@dataclass(frozen=True, slots=True)
class Offer:
    """A format, what it would leave out, and why it cannot be had, if it cannot.

    `takes_long`: nobody can wait for it, so it is prepared by a job.
    """

    format: Format
    losses: Sequence[str] = ()
    obstacle: str = ""
    takes_long: bool = False

    @property
    def ways(self) -> list[tuple[str, str]]:
        """The ways in which it may be written, with words for them; "" is the usual one of a format with one."""
        return [(name, words) for name, (words, _) in self.format.apparatus.items()] or [("", "")]

    @property
    def other_ways(self) -> list[tuple[str, str]]:
        """The ways besides the usual one in which its apparatus may be written, with words for them."""
        return [(name, words) for name, (words, _) in self.format.apparatus.items()][1:]


@require_safe
@page
def show_export(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Show in which formats a work may be had, with the translations chosen, and what each leaves out."""
    work = find_work(request.user, workspace, slug)
    sigla = request.GET.getlist("translation")
    offers = _offers_of_large(request.user, work, sigla) if is_large(work) else _offers(request.user, work, sigla)
    context = {
        "work": work,
        "translations": work.translations.order_by("position"),
        "sigla": sigla,
        "query": request.GET.urlencode() if sigla else "",
        "is_large": not is_collated_at_once(work=work, sigla=sigla),
        "offers": [
            replace(one, takes_long=takes_long(work=work, format_name=one.format.name, sigla=sigla)) for one in offers
        ],
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
        messages.error(request, error.detail)
        return redirect("web:export", workspace, slug)
    if isinstance(file, StreamedFile):
        return streamed(file.pieces, file.name, file.media_type)
    return attachment(file.data, file.name, file.media_type)


def _offers(user: User, work: Work, sigla: Sequence[str]) -> list[Offer]:
    document = export_work(actor=user, work=work)
    chosen = choose_translations(document, sigla) if sigla else document
    return [_offer(form, chosen) for form in FORMATS.values()]


def _offers_of_large(user: User, work: Work, sigla: Sequence[str]) -> list[Offer]:
    """Return the offers of a work that no request can hold: what most formats leave out is said when they are made."""
    return [
        Offer(form, stream_file(actor=user, work=work, format_name=form.name, sigla=sigla).losses)
        if form.streaming
        else Offer(form)
        for form in FORMATS.values()
    ]


def _offer(form: Format, document: Document) -> Offer:
    try:
        return Offer(form, (*document.warnings, *form.losses(document)))
    except FormatError as error:
        return Offer(form, obstacle=str(error))
