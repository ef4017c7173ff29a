"""What readers sent, for editors: taken up as a discussion, or not."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from workbench.accounts.models import Role
from workbench.accounts.permissions import require_role
from workbench.publishing.actions import refuse_words, take_words
from workbench.publishing.models import Sending
from workbench.web.site.lookups import find_work
from workbench.web.site.pages import PersonRequest, page

__all__ = ["refuse", "show_tray", "take"]

_SHOWN = 100


@require_safe
@page
def show_tray(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """List what waits, the oldest first."""
    work = find_work(request.user, workspace, slug)
    require_role(request.user, work.workspace_id, Role.EDITOR)
    rows = Sending.objects.visible_to(request.user).filter(work=work, state=Sending.State.WAITING).order_by("pk")
    waiting = list(rows.select_related("passage", "variant__translation")[: _SHOWN + 1])
    context = {"work": work, "waiting": waiting[:_SHOWN], "has_more": len(waiting) > _SHOWN}
    return render(request, "web/publishing/tray.html", context)


@require_POST
@page
def take(request: PersonRequest, workspace: str, slug: str, pk: int) -> HttpResponse:
    """Open a discussion of what was said."""
    made = take_words(actor=request.user, sending=_find(request, workspace, slug, pk))
    messages.success(request, gettext("It is a discussion now."))
    return redirect("web:thread", made.pk)


@require_POST
@page
def refuse(request: PersonRequest, workspace: str, slug: str, pk: int) -> HttpResponse:
    """Do not take what was said."""
    refuse_words(actor=request.user, sending=_find(request, workspace, slug, pk))
    return redirect("web:tray", workspace, slug)


def _find(request: PersonRequest, workspace: str, slug: str, pk: int) -> Sending:
    work = find_work(request.user, workspace, slug)
    rows = Sending.objects.visible_to(request.user).filter(work=work).select_related("passage", "variant")
    return get_object_or_404(rows, pk=pk)
