"""Placing a plain text on the passages of a work: proposed, put right by hand, confirmed."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from workbench.accounts.errors import Invalid, NotAllowed, Refused
from workbench.accounts.models import Role, Workspace
from workbench.accounts.permissions import require_role
from workbench.corpus.actions import confirm_alignment
from workbench.corpus.models import Upload, Work
from workbench.corpus.transfer.uploads import keep_upload
from workbench.review.transfer.drafts import (
    Draft,
    PlacingWishes,
    ground_of,
    read_draft,
    redo_step,
    start_draft,
    start_new_draft,
    take_draft_step,
    undo_step,
)
from workbench.review.transfer.placed import confirm_placing
from workbench.web.forms.placing import ConfirmPlacingForm, NewWorkForm, PlacingForm
from workbench.web.lookups import find_cell, find_work
from workbench.web.pages import PersonRequest, page, status_of
from workbench.web.placing import direction_for, doubts_of, opening_loose, rows_of

__all__ = ["approve", "confirm", "place_upload", "show_draft", "show_new_start", "show_start"]

ROWS = 50


@dataclass(frozen=True, slots=True)
class Desk:
    """Where somebody works on a placing: for a work, or for one that will be made."""

    workspace: Workspace
    work: Work | None
    upload: Upload

    @property
    def address(self) -> str:
        """The address of the page."""
        if self.work is None:
            return reverse("web:new_placing", args=[self.workspace.slug, self.upload.pk])
        return reverse("web:placing", args=[self.workspace.slug, self.work.slug, self.upload.pk])

    @property
    def confirm_address(self) -> str:
        """Where it is confirmed."""
        return f"{self.address}confirm/"


@require_http_methods(["GET", "HEAD", "POST"])
@page
def show_start(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Ask for the text, and propose where its words belong."""
    work = _find_work(request, workspace, slug)
    sigla = list(work.translations.order_by("position").values_list("siglum", flat=True))
    is_post = request.method == "POST"
    form = PlacingForm(request.POST, request.FILES, sigla=sigla) if is_post else PlacingForm(sigla=sigla)
    if is_post and form.is_valid():
        name, data = form.source()
        with form.showing_refusals():
            kept = keep_upload(actor=request.user, workspace=work.workspace, file_name=name, data=data)
            start_draft(actor=request.user, upload=kept, work=work, wishes=form.wishes())
            return redirect("web:placing", workspace, slug, kept.pk)
    context = {"work": work, "form": form}
    return render(request, "web/placing/start.html", context, status=form.status if is_post else 200)


@require_POST
@page
def place_upload(request: PersonRequest, workspace: str, slug: str, key: int) -> HttpResponse:
    """Place a file that was brought to be imported by its numbers or its order."""
    work = _find_work(request, workspace, slug)
    uploads = Upload.objects.visible_to(request.user).filter(workspace=work.workspace_id)
    upload = get_object_or_404(uploads, pk=key)
    said = {name: request.POST.get(name, "") for name in ("siglum", "language", "beside")}
    wishes = PlacingWishes(**said, encoding=request.POST.get("encoding") or None)
    start_draft(actor=request.user, upload=upload, work=work, wishes=wishes)
    return redirect("web:placing", workspace, slug, upload.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@page
def show_new_start(request: PersonRequest, workspace: str) -> HttpResponse:
    """Ask for two texts of a work that is not there yet, and propose how they answer each other."""
    room = _find_room(request, workspace)
    is_post = request.method == "POST"
    form = NewWorkForm(request.POST, request.FILES) if is_post else NewWorkForm()
    if is_post and form.is_valid():
        with form.showing_refusals():
            new = form.new_work()
            name, data = form.source()
            kept = keep_upload(actor=request.user, workspace=room, file_name=name, data=data)
            start_new_draft(actor=request.user, upload=kept, new=new, wishes=form.wishes())
            return redirect("web:new_placing", workspace, kept.pk)
    context = {"workspace": room, "form": form}
    return render(request, "web/placing/start.html", context, status=form.status if is_post else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@page
def show_draft(request: PersonRequest, workspace: str, key: int, slug: str = "") -> HttpResponse:
    """Show a placing with everything that can be done to it; a POST does one such thing."""
    desk = _find_desk(request, workspace, slug, key)
    if request.method != "POST":
        return _show(request, desk, read_draft(desk.upload))
    try:
        draft = _act(request, desk.upload)
    except NotAllowed:
        raise
    except Refused as error:
        desk.upload.refresh_from_db()
        return _show(request, desk, read_draft(desk.upload), error=error)
    if request.htmx:
        return _show(request, desk, draft)
    return HttpResponseRedirect(f"{desk.address}?page={_page_number(request)}#p-{_passage_of(request)}")


@require_POST
@page
def confirm(request: PersonRequest, workspace: str, key: int, slug: str = "") -> HttpResponse:
    """Write what was placed."""
    desk = _find_desk(request, workspace, slug, key)
    form = ConfirmPlacingForm(request.POST)
    try:
        if not form.is_valid():
            raise Invalid("The form of this page is expected.")
        said = form.cleaned_data
        done = confirm_placing(
            actor=request.user,
            upload=desk.upload,
            work=desk.work,
            seen=said["seen"],
            existing=said["existing"] or "refuse",
            reason=said["reason"],
        )
    except NotAllowed:
        raise
    except Refused as error:
        return _show(request, desk, read_draft(desk.upload), error=error)
    messages.success(request, "The translation stands in the work.")
    return redirect("web:work", workspace, done.work.slug if done.work else slug)


@require_POST
@page
def approve(request: PersonRequest, workspace: str, slug: str, key: int, variant: int) -> HttpResponse:
    """Say that a stored text stands at the right passage."""
    work, passage, row = find_cell(request.user, workspace, slug, key, variant)
    confirm_alignment(actor=request.user, variant=row)
    messages.success(request, "It stands at the right passage, you say.")
    return redirect("web:passage", work.workspace.slug, work.slug, passage.pk)


def _act(request: PersonRequest, upload: Upload) -> Draft:
    seen = request.POST.get("seen", "")
    if not (seen.isascii() and seen.isdigit() and len(seen) < 9):
        raise Invalid("The form of this page is expected.")
    step = request.POST.get("step", "")
    if step in {"undo", "redo"}:
        return (undo_step if step == "undo" else redo_step)(actor=request.user, upload=upload, seen=int(seen))
    return take_draft_step(actor=request.user, upload=upload, seen=int(seen), step=step)


def _show(request: PersonRequest, desk: Desk, draft: Draft, *, error: Refused | None = None) -> HttpResponse:
    ground = ground_of(draft, desk.work)
    is_current = draft.new is not None or tuple(passage.pk for passage in ground.passages) == draft.passages
    context: dict[str, Any] = {
        "desk": desk,
        "work": desk.work,
        "draft": draft,
        "error": error,
        "is_current": is_current,
    }
    if is_current:
        context |= _editor(request, draft, ground)
    template = "web/placing/editor.html" if request.htmx else "web/placing/placing.html"
    return render(request, template, context, status=status_of(error) if error else 200)


def _editor(request: PersonRequest, draft: Draft, ground: Any) -> dict[str, Any]:
    number = _page_number(request)
    pages = Paginator(range(len(ground.passages)), ROWS)
    if number > pages.num_pages:
        raise Http404
    doubts = doubts_of(draft, ground, ROWS)
    states = draft.placing.states
    return {
        "ground": ground,
        "page": pages.page(number),
        "rows": rows_of(draft, ground, (number - 1) * ROWS, ROWS),
        "opening": opening_loose(draft) if number == 1 else None,
        "doubts": doubts[:ROWS],
        "doubt_count": len(doubts),
        "direction": direction_for(draft.wishes.language),
        "beside_direction": direction_for(ground.beside.language),
        "counts": {state: states.count(state) for state in ("present", "omitted", "joined", "unentered")},
    }


def _page_number(request: PersonRequest) -> int:
    number = request.POST.get("page") or request.GET.get("page", "1")
    if not (number.isascii() and number.isdigit() and len(number) < 9 and int(number)):
        raise Http404
    return int(number)


def _passage_of(request: PersonRequest) -> str:
    """Return the number of the passage whose step was taken, "" for steps that name none."""
    words = request.POST.get("step", "").split(" ")
    return words[1] if len(words) > 1 and words[0] != "absorb" else ""


def _find_work(request: PersonRequest, workspace: str, slug: str) -> Work:
    work = find_work(request.user, workspace, slug)
    require_role(request.user, work.workspace_id, Role.EDITOR)
    return work


def _find_room(request: PersonRequest, slug: str) -> Workspace:
    room = get_object_or_404(Workspace.objects.visible_to(request.user), slug=slug)
    require_role(request.user, room, Role.EDITOR)
    return room


def _find_desk(request: PersonRequest, workspace: str, slug: str, key: int) -> Desk:
    """Return the person's own draft, for a work or (no slug) for one to be made."""
    work = _find_work(request, workspace, slug) if slug else None
    room = work.workspace if work else _find_room(request, workspace)
    uploads = Upload.objects.visible_to(request.user).filter(workspace=room).exclude(draft={})
    upload = get_object_or_404(uploads, pk=key, draft__work=work.pk if work else None)
    return Desk(room, work, upload)
