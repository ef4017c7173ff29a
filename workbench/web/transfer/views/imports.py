"""Importing in three steps: bring a file or a text, look at what it would do, confirm."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from workbench.accounts.errors import NotAllowed, Refused
from workbench.accounts.models import Role, Workspace
from workbench.accounts.queries import memberships_of
from workbench.corpus.models import Upload, Work
from workbench.corpus.transfer.uploads import forget_upload, keep_upload
from workbench.review.transfer import SourceFile
from workbench.review.transfer.asking import ask_import
from workbench.review.transfer.previews import Preview, confirm_import, preview_import
from workbench.text.words.digits import read_digits
from workbench.web.reading.arriving import tell_arrival
from workbench.web.site.lookups import find_workspace_as
from workbench.web.site.pages import PersonRequest, page
from workbench.web.site.uploads import UploadForm
from workbench.web.transfer.facing import facing_rows
from workbench.web.transfer.forms import ChoicesForm

__all__ = ["choose_workspace", "discard", "show_import", "show_preview"]

ROWS = 50


@require_safe
@page
def choose_workspace(request: PersonRequest) -> HttpResponse:
    """Ask in which workspace, of those where the person may import; go there at once if there is one."""
    memberships = [one for one in memberships_of(request.user) if Role(one.role).rank >= Role.EDITOR.rank]
    if len(memberships) == 1:
        return redirect("web:import", memberships[0].workspace.slug)
    return render(request, "web/transfer/choose.html", {"memberships": memberships})


@require_http_methods(["GET", "HEAD", "POST"])
@page
def show_import(request: PersonRequest, slug: str) -> HttpResponse:
    """Ask what to import, and keep it for the preview."""
    workspace = find_workspace_as(Role.EDITOR, request.user, slug)
    is_post = request.method == "POST"
    upload = UploadForm(request.POST, request.FILES) if is_post else UploadForm()
    offered = list(_works_of(request, workspace).values_list("slug", "title"))
    choices = ChoicesForm(request.POST if is_post else None, initial=request.GET.dict(), works=offered)
    if is_post and choices.is_valid() and upload.is_valid():
        name, data = upload.brought()
        with upload.showing_refusals():
            kept = keep_upload(actor=request.user, workspace=workspace, file_name=name, data=data)
            address = reverse("web:import_preview", args=[workspace.slug, kept.pk])
            return HttpResponseRedirect(f"{address}?{urlencode(choices.query())}")
    context = {"workspace": workspace, "upload": upload, "choices": choices}
    return render(request, "web/transfer/start.html", context, status=upload.status if is_post else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@page
def show_preview(request: PersonRequest, slug: str, pk: int) -> HttpResponse:
    """Show what the kept file would do with the choices in the address; a POST of the same choices does it."""
    workspace = find_workspace_as(Role.EDITOR, request.user, slug)
    upload = _find_upload(request, workspace, pk)
    said = request.POST if request.method == "POST" else request.GET
    works = {work.slug: work for work in _works_of(request, workspace)}
    work = works.get(said.get("work", ""))
    offered = [(slug, one.title) for slug, one in works.items()]
    choices = ChoicesForm(said, works=offered, sigla=_sigla(work))
    if not choices.is_valid():
        return _show(request, upload, choices, work=work, status=choices.status)
    file = choices.file(upload.file_name, bytes(upload.data), settings.IMPORT_MAX_BYTES)
    if request.method == "POST":
        with choices.showing_refusals():
            mark = request.POST.get("mark", "")
            if request.POST.get("later"):
                return _ask(request, upload, work, file, choices, mark)
            done = confirm_import(
                actor=request.user, upload=upload, work=work, file=file, options=choices.options(), mark=mark
            )
            if done.work is None:
                messages.success(request, gettext("The import is done."))
                return redirect("web:library")
            tell_arrival(request, gettext("The import is done."), done.work, done)
            return redirect("web:work", workspace.slug, done.work.slug)
    return _show(request, upload, choices, work=work, file=file, status=choices.status if choices.errors else 200)


@require_POST
@page
def discard(request: PersonRequest, slug: str, pk: int) -> HttpResponse:
    """Throw the kept file away."""
    workspace = find_workspace_as(Role.EDITOR, request.user, slug)
    forget_upload(actor=request.user, upload=_find_upload(request, workspace, pk))
    messages.info(request, gettext("The file was thrown away; nothing was imported."))
    return redirect("web:import", workspace.slug)


def _show(
    request: PersonRequest,
    upload: Upload,
    choices: ChoicesForm,
    *,
    work: Work | None,
    file: SourceFile | None = None,
    status: int,
) -> HttpResponse:
    context: dict[str, Any] = {"workspace": upload.workspace, "upload": upload, "choices": choices, "work": work}
    if file is not None:
        context["is_plain"] = _is_plain(file)
        context |= _look(request, upload, choices, work, file)
    return render(request, "web/transfer/preview.html", context, status=status)


def _look(
    request: PersonRequest, upload: Upload, choices: ChoicesForm, work: Work | None, file: SourceFile
) -> dict[str, Any]:
    number = _page_number(request)
    try:
        preview = preview_import(
            actor=request.user,
            workspace=upload.workspace,
            work=work,
            file=file,
            options=choices.options(),
            beside=choices.cleaned_data["beside"],
            start=(number - 1) * ROWS,
            count=ROWS,
        )
    except NotAllowed:
        raise
    except Refused as error:
        return {"problems": choices.show_problems(error), "headline": getattr(error, "headline", "")}
    return {
        "preview": preview,
        "rows": facing_rows(preview),
        "page": _page(preview, number),
        "query": urlencode(choices.query()),
        **_offered(preview, choices),
    }


def _ask(
    request: PersonRequest, upload: Upload, work: Work | None, file: SourceFile, choices: ChoicesForm, mark: str
) -> HttpResponse:
    """Let it be imported while the person does something else."""
    job = ask_import(
        actor=request.user,
        workspace=upload.workspace,
        work=work,
        file=file,
        options=choices.options(),
        mark=mark,
        upload=upload,
    )
    return redirect("web:job", job.pk)


def _offered(preview: Preview, choices: ChoicesForm) -> dict[str, Any]:
    """Return what the page says of itself, and the address that takes it for the translation."""
    said = {f"{'translation_' * (name == 'title')}{name}": words for name, words in preview.report.offered}
    return {
        "offered": [(choices.fields[name].label or name, words) for name, words in said.items()],
        "taking": urlencode({**choices.query(), **said}),
    }


def _is_plain(file: SourceFile) -> bool:
    """Whether the file is a mere text, which may also be placed by its meaning."""
    try:
        return file.format.name == "plain"
    except Refused:
        return False


def _page_number(request: PersonRequest) -> int:
    number = read_digits(request.GET.get("page", "1"), lowest=1, longest=9)
    if number is None:
        raise Http404
    return number


def _page(preview: Preview, number: int) -> Any:
    pages = Paginator(range(preview.row_count), ROWS)
    if number > pages.num_pages:
        raise Http404
    return pages.page(number)


def _find_upload(request: PersonRequest, workspace: Workspace, pk: int) -> Upload:
    uploads = Upload.objects.visible_to(request.user).select_related("workspace")
    return get_object_or_404(uploads, workspace=workspace, pk=pk)


def _works_of(request: PersonRequest, workspace: Workspace) -> Any:
    return Work.objects.visible_to(request.user).filter(workspace=workspace).order_by("title", "slug")


def _sigla(work: Work | None) -> list[str]:
    return list(work.translations.order_by("position").values_list("siglum", flat=True)) if work else []
