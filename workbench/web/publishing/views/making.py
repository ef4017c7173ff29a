"""Freezing a work, and saying who may read what was frozen: pages for members."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from workbench.accounts.errors import Invalid
from workbench.accounts.models import Role
from workbench.accounts.permissions import require_role
from workbench.publishing.actions import freeze, set_visibility
from workbench.publishing.models import FrozenState
from workbench.publishing.queries import find_frozen
from workbench.text.words.digits import read_digits
from workbench.web.publishing.forms import FreezingForm
from workbench.web.publishing.links import ShownLink, show_link
from workbench.web.publishing.words import visibility_words
from workbench.web.site.lookups import find_work
from workbench.web.site.pages import PersonRequest, page, posted, rights_in
from workbench.web.site.parameters import posted_version

__all__ = ["change_visibility", "show_states"]


@require_http_methods(["GET", "HEAD", "POST"])
@page
def show_states(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """List the frozen states of a work, newest first, and freeze it as it stands."""
    work = find_work(request.user, workspace, slug)
    form = FreezingForm(posted(request), translations=work.translations.order_by("position"), title=work.title)
    if form.is_bound:
        require_role(request.user, work.workspace_id, Role.EDITOR)
        if form.is_valid():
            with form.showing_refusals():
                state = freeze(actor=request.user, work=work, wishes=form.wishes)
                messages.success(request, gettext("Frozen. It reads like this for good."))
                return redirect("web:frozen", state.address)
    rows = FrozenState.objects.visible_to(request.user).filter(work=work).without_content()
    states = rows.select_related("frozen_by").order_by("-number")
    context = {
        "work": work,
        "states": [(one, visibility_words(one.visibility)) for one in states],
        "form": form,
        **rights_in(request.user, work.workspace_id),
    }
    status = form.status if form.is_bound else 200
    return render(request, "web/publishing/states.html", context, status=status)


@never_cache
@require_POST
@page
def change_visibility(request: PersonRequest, address: str) -> HttpResponse:
    """Say who may read a frozen state; a link's secret is in this response only."""
    state = find_frozen(request.user, address)
    if state is None:
        raise Http404
    wanted = request.POST.get("visibility", "")
    version, days = posted_version(request.POST), _days(request.POST.get("days", ""))
    state, secret = set_visibility(actor=request.user, state=state, version=version, visibility=wanted, days=days)
    if secret:
        shown = reverse("web:frozen", args=[address])
        link = ShownLink(shown, secret, state.title, state.link_until, shown, gettext("Back to the frozen state"))
        return show_link(request, state.work, link)
    messages.success(request, _SAID[state.visibility])
    return redirect("web:frozen", address)


def _days(written: str) -> int | None:
    days = read_digits(written, longest=5) if written else None
    if written and days is None:
        raise Invalid.field("days", gettext("A number of days is expected, or nothing."), code="bad_days")
    return days


_SAID = {
    "public": gettext_lazy("Everybody may read it now."),
    "private": gettext_lazy("Only members of the workspace read it now."),
}
