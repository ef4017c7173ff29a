"""Correcting the collation of a passage: what a form says of a place, and taking it back."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from workbench.accounts.errors import Refused
from workbench.accounts.models import Role
from workbench.accounts.permissions import require_role
from workbench.corpus.actions import correct_collation, undo_correction
from workbench.corpus.models import Correction
from workbench.corpus.queries import translations_of
from workbench.web.reading.collation_page import collate_passage
from workbench.web.reading.collation_state import read_collation_state
from workbench.web.reading.correcting import read_place
from workbench.web.site.lookups import find_passage, find_work
from workbench.web.site.pages import PersonRequest, page

__all__ = ["correct", "undo"]


@require_POST
@page
def correct(request: PersonRequest, workspace: str, slug: str, pk: int) -> HttpResponse:
    """Correct a place of the table that the address has; back to it, with what was done or what is expected."""
    work = find_work(request.user, workspace, slug)
    passage = find_passage(work, pk)
    require_role(request.user, work.workspace_id, Role.EDITOR)
    translations = list(translations_of(work))
    state = read_collation_state(request.GET, translations)
    collated = collate_passage(work, passage, state, translations) if state else None
    place = read_place(collated, state.place) if state and collated else None
    if state is None or place is None:
        raise Http404
    given = request.POST.dict()
    try:
        with transaction.atomic():
            for kind, marks in place.say(given):
                reason = given.get("reason", "")
                correct_collation(actor=request.user, passage=passage, kind=kind, marks=marks, reason=reason)
    except Refused as refusal:
        messages.warning(request, gettext("Nothing was corrected. %(why)s") % {"why": refusal})
        return _back(workspace, slug, pk, state.query, f"&place={place.number}#correct")
    messages.success(request, gettext("Place %(number)s is corrected.") % {"number": place.number})
    return _back(workspace, slug, pk, state.changed(place=0).query, "#corrections")


@require_POST
@page
def undo(request: PersonRequest, workspace: str, slug: str, pk: int, correction: int) -> HttpResponse:
    """Take a correction back, or put a lapsed one away."""
    work = find_work(request.user, workspace, slug)
    passage = find_passage(work, pk)
    row = get_object_or_404(Correction.objects.visible_to(request.user), pk=correction, passage=passage)
    undo_correction(actor=request.user, correction=row)
    messages.success(request, gettext("The correction is taken back."))
    state = read_collation_state(request.GET, list(translations_of(work)))
    return _back(workspace, slug, pk, state.query if state else "", "#corrections")


def _back(workspace: str, slug: str, pk: int, query: str, rest: str) -> HttpResponse:
    return redirect(f"{reverse('web:collation', args=[workspace, slug, pk])}?{query}{rest}")
