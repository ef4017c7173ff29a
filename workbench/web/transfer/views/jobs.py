"""Imports, exports and deletions that take long: how far they are, and what came of them."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from workbench.accounts.errors import Conflict
from workbench.attachments import attachment, streamed
from workbench.corpus.models import Job
from workbench.interchange.registry import FORMATS
from workbench.review.errors import Invalid
from workbench.review.transfer.asking import ask_export, cancel_job
from workbench.web.site.lookups import find_work
from workbench.web.site.pages import PersonRequest, page
from workbench.web.site.telling import tell

__all__ = ["cancel", "fetch", "prepare", "show_job", "show_jobs"]


@require_safe
@page
def show_jobs(request: PersonRequest) -> HttpResponse:
    """Show one's own imports, exports and deletions, the newest first."""
    jobs = Job.objects.visible_to(request.user).select_related("workspace", "work").defer("data")
    return render(request, "web/transfer/jobs.html", {"jobs": jobs.order_by("-created_at", "-pk")[:50]})


@require_safe
@page
def show_job(request: PersonRequest, pk: int) -> HttpResponse:
    """Show how far one is; the page asks again by itself while it is not over."""
    template = "web/transfer/job_state.html" if request.htmx else "web/transfer/job.html"
    return render(request, template, {"job": _find(request, pk)})


@require_POST
@page
def cancel(request: PersonRequest, pk: int) -> HttpResponse:
    """Want it no more."""
    job = _find(request, pk)
    try:
        cancel_job(actor=request.user, job=job)
        deleted = gettext("It is cancelled; nothing of it was deleted.")
        written = gettext("It is cancelled; nothing of it was written.")
        messages.success(request, deleted if job.kind == Job.Kind.DELETION else written)
    except Conflict as error:
        messages.error(request, tell(error.detail))
    return redirect("web:job", job.pk)


@require_POST
@page
def prepare(request: PersonRequest, workspace: str, slug: str, name: str) -> HttpResponse:
    """Let a work become a file."""
    work = find_work(request.user, workspace, slug)
    if name not in FORMATS:
        raise Http404
    try:
        job = ask_export(
            actor=request.user,
            work=work,
            format_name=name,
            sigla=request.POST.getlist("translation"),
            apparatus=request.POST.get("apparatus", ""),
        )
    except (Conflict, Invalid) as error:
        messages.error(request, tell(error.detail))
        return redirect("web:jobs")
    return redirect("web:job", job.pk)


@require_safe
@page
def fetch(request: PersonRequest, pk: int) -> HttpResponse:
    """Respond with the file that was made."""
    job = _find(request, pk)
    if not job.has_file:
        raise Http404
    if job.is_in_parts:
        return streamed(job.read_parts(), job.file_name, job.media_type)
    return attachment(bytes(job.data), job.file_name, job.media_type)


def _find(request: PersonRequest, pk: int) -> Job:
    jobs = Job.objects.visible_to(request.user).select_related("workspace", "work", "done_import").defer("data")
    return get_object_or_404(jobs, pk=pk)
