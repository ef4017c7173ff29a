"""Placing a plain text on the passages of a work: proposed, put right by hand, confirmed."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from workbench.accounts.errors import Invalid, NotAllowed, Refused
from workbench.corpus.actions import confirm_alignment
from workbench.corpus.models import Upload
from workbench.corpus.transfer.uploads import keep_upload
from workbench.review.transfer.begun import list_begun
from workbench.review.transfer.draft_steps import redo_step, take_draft_step, take_offered, undo_step
from workbench.review.transfer.drafts import Draft, PlacingWishes, ground_of, read_drafts, start_draft
from workbench.review.transfer.placed import confirm_placing
from workbench.review.transfer.proposals import Ground
from workbench.text.words.digits import read_digits
from workbench.web.placing.forms import ConfirmPlacingForm, PlacingForm
from workbench.web.placing.page_context import PageContext, find_page_context, find_work_to_edit, page_number
from workbench.web.placing.rows import DOUBT, direction_for, doubts_of, opening_loose, rows_of, unplaced_of
from workbench.web.reading.arriving import tell_arrival
from workbench.web.site.describing import DescribedForm
from workbench.web.site.lookups import find_cell
from workbench.web.site.pages import PersonRequest, page, status_of
from workbench.web.site.telling import tell

__all__ = ["approve", "confirm", "place_upload", "show_draft", "show_start"]

ROWS = 50


@require_http_methods(["GET", "HEAD", "POST"])
@page
def show_start(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Ask for the text, and propose where its words belong."""
    work = find_work_to_edit(request, workspace, slug)
    sigla = list(work.translations.order_by("position").values_list("siglum", flat=True))
    is_post = request.method == "POST"
    form = PlacingForm(request.POST, request.FILES, sigla=sigla) if is_post else PlacingForm(sigla=sigla)
    if is_post and form.is_valid():
        name, data = form.brought()
        with form.showing_refusals():
            kept = keep_upload(actor=request.user, workspace=work.workspace, file_name=name, data=data)
            start_draft(actor=request.user, upload=kept, work=work, wishes=form.wishes())
            return redirect("web:placing", workspace, slug, kept.pk)
    begun = list_begun(actor=request.user, workspace=work.workspace, work=work)
    context = {"work": work, "form": form, "begun": begun}
    return render(request, "web/placing/start.html", context, status=form.status if is_post else 200)


@require_POST
@page
def place_upload(request: PersonRequest, workspace: str, slug: str, pk: int) -> HttpResponse:
    """Place a file that was brought to be imported by its numbers or its order."""
    work = find_work_to_edit(request, workspace, slug)
    uploads = Upload.objects.visible_to(request.user).filter(workspace=work.workspace_id)
    upload = get_object_or_404(uploads, pk=pk)
    said = {name: request.POST.get(name, "") for name in ("siglum", "language", "beside")}
    form = DescribedForm(request.POST)
    details = form.details() if form.is_valid() else {}
    wishes = PlacingWishes(**said, encoding=request.POST.get("encoding") or None, details=details)
    try:
        start_draft(actor=request.user, upload=upload, work=work, wishes=wishes)
    except NotAllowed:
        raise
    except Refused as error:
        messages.error(request, gettext("It cannot be placed: %(reason)s") % {"reason": tell(error.detail)})
        return redirect(
            f"{reverse('web:import_preview', args=[workspace, upload.pk])}?{urlencode({**said, 'work': slug})}"
        )
    return redirect("web:placing", workspace, slug, upload.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@page
def show_draft(request: PersonRequest, workspace: str, pk: int, slug: str = "") -> HttpResponse:
    """Show a placing with everything that can be done to it; a POST does one such thing."""
    here = find_page_context(request, workspace, slug, pk)
    if request.method != "POST":
        return _show(request, here)
    try:
        _act(request, here)
    except NotAllowed:
        raise
    except Refused as error:
        here.upload.refresh_from_db()
        return _show(request, here, error=error)
    if request.htmx:
        here.upload.refresh_from_db()
        return _show(request, here)
    query = here.query(page=page_number(request)).removesuffix("?")
    return HttpResponseRedirect(f"{here.address}{query}#p-{_passage_of(request)}")


@require_POST
@page
def confirm(request: PersonRequest, workspace: str, pk: int, slug: str = "") -> HttpResponse:
    """Write what was placed."""
    here = find_page_context(request, workspace, slug, pk)
    form = ConfirmPlacingForm(request.POST)
    try:
        if not form.is_valid():
            raise Invalid(gettext("The form of this page is expected."))
        said = form.cleaned_data
        done = confirm_placing(
            actor=request.user,
            upload=here.upload,
            work=here.work,
            seen=[_whole(value) for value in request.POST.getlist("seen")],
            existing=said["existing"] or "refuse",
            reason=said["reason"],
        )
    except NotAllowed:
        raise
    except Refused as error:
        return _show(request, here, error=error)
    work = done.work or here.work
    assert work is not None
    arrived = gettext("The translation stands in the work.") if here.work else gettext("The work is made.")
    tell_arrival(request, arrived, work, done)
    return redirect("web:work", workspace, work.slug)


@require_POST
@page
def approve(request: PersonRequest, workspace: str, slug: str, pk: int, variant: int) -> HttpResponse:
    """Say that a stored text stands at the right passage."""
    work, passage, row = find_cell(request.user, workspace, slug, pk, variant)
    confirm_alignment(actor=request.user, variant=row)
    messages.success(request, gettext("It stands at the right passage, you say."))
    return redirect("web:passage", work.workspace.slug, work.slug, passage.pk)


def _act(request: PersonRequest, here: PageContext) -> None:
    step = request.POST.get("step", "")
    if step == "take offered":
        take_offered(actor=request.user, upload=here.upload)
        return
    said: dict[str, Any] = {"actor": request.user, "upload": here.upload, "part": here.part}
    said["seen"] = _whole(request.POST.get("seen", ""))
    if step in {"undo", "redo"}:
        (undo_step if step == "undo" else redo_step)(**said)
    else:
        take_draft_step(**said, step=step)


def _show(request: PersonRequest, here: PageContext, *, error: Refused | None = None) -> HttpResponse:
    drafts = read_drafts(here.upload)
    draft = drafts[here.part]
    ground = ground_of(draft, here.work)
    is_current = draft.new is not None or tuple(passage.pk for passage in ground.passages) == draft.passages
    context: dict[str, Any] = {
        "here": here,
        "work": here.work,
        "draft": draft,
        "drafts": drafts,
        "error": error,
        "is_current": is_current,
    }
    if is_current:
        context |= _editor(request, here, draft, ground)
        context["texts"] = [
            (one.wishes.siglum, here.query(part=one.part), one.part == here.part, len(one.placing.doubtful(DOUBT)))
            for one in drafts
        ]
    template = "web/placing/editor.html" if request.htmx else "web/placing/placing.html"
    return render(request, template, context, status=status_of(error) if error else 200)


def _editor(request: PersonRequest, here: PageContext, draft: Draft, ground: Ground) -> dict[str, Any]:
    number = page_number(request)
    everything = range(len(ground.passages))
    proposed = draft.proposed.doubtful(DOUBT)
    pages = Paginator(proposed if here.is_by_doubt else everything, ROWS)
    if number > pages.num_pages:
        raise Http404
    shown = pages.page(number)
    doubts = doubts_of(draft, ground)
    states = draft.placing.states
    return {
        "ground": ground,
        "page": shown,
        "earlier": here.query(page=number - 1),
        "further": here.query(page=number + 1),
        "rows": rows_of(draft, ground, list(shown.object_list), is_alone=here.is_by_doubt),
        "opening": opening_loose(draft) if number == 1 and not here.is_by_doubt else None,
        "doubts": [(one, _place_of(here, proposed, one[0])) for one in doubts[:ROWS]],
        "unplaced": unplaced_of(draft),
        "doubt_count": len(doubts),
        "orders": ((here.query(is_by_doubt=False), len(everything)), (here.query(is_by_doubt=True), len(proposed))),
        "direction": direction_for(draft.wishes.language),
        "beside_direction": direction_for(ground.beside.language),
        "counts": {state: states.count(state) for state in ("present", "omitted", "joined", "unentered")},
    }


def _place_of(here: PageContext, proposed: Sequence[int], number: int) -> str:
    """Return where in the pages passage `number` is shown."""
    at = proposed.index(number) if here.is_by_doubt else number
    return f"{here.query(page=at // ROWS + 1)}#p-{number}"


def _whole(value: str) -> int:
    number = read_digits(value, longest=8)
    if number is None:
        raise Invalid(gettext("The form of this page is expected."))
    return number


def _passage_of(request: PersonRequest) -> str:
    """Return the number of the passage whose step was taken, "" for steps that name none."""
    words = request.POST.get("step", "").split(" ")
    return words[1] if len(words) > 1 and words[0] != "absorb" else ""
