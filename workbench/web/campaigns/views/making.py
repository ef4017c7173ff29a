"""Making campaigns, following them, closing them, and what they came to."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from workbench.accounts.errors import NotAllowed
from workbench.accounts.models import Membership, Role, User
from workbench.accounts.permissions import require_role
from workbench.campaigns.actions import close_campaign, make_campaign
from workbench.campaigns.bringing import bring_campaign
from workbench.campaigns.models import Campaign, Seat
from workbench.campaigns.queries import next_item, results_of
from workbench.campaigns.scoring import Result
from workbench.corpus.models import Work
from workbench.web.campaigns.forms import BringForm, CampaignForm
from workbench.web.site.lookups import find_work
from workbench.web.site.pages import PersonRequest, page, posted, rights_in
from workbench.web.site.parameters import posted_version

__all__ = ["bring", "close", "show_campaign", "show_campaigns"]


@require_http_methods(["GET", "HEAD", "POST"])
@page
def show_campaigns(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """List the campaigns of a work, newest first, and make one."""
    work = find_work(request.user, workspace, slug)
    form = CampaignForm(posted(request), translations=work.translations.order_by("position"), members=_members(work))
    if form.is_bound:
        require_role(request.user, work.workspace_id, Role.EDITOR)
        if form.is_valid():
            with form.showing_refusals():
                made = make_campaign(actor=request.user, work=work, wishes=form.wishes)
                messages.success(request, gettext("The campaign has begun."))
                return redirect("web:campaign", made.pk)
    return _show_campaigns(request, work, form, BringForm(None, members=_members(work)))


@require_POST
@page
def bring(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Begin a campaign from a file of Pearmut; its texts become a work of the same workspace."""
    work = find_work(request.user, workspace, slug)
    require_role(request.user, work.workspace_id, Role.EDITOR)
    form = BringForm(request.POST, request.FILES, members=_members(work))
    if form.is_valid():
        file = form.cleaned_data["file"]
        wanted = {"file_name": file.name, "data": file.read(), "reviewers": form.cleaned_data["reviewers"]}
        with form.showing_refusals():
            made, warnings = bring_campaign(actor=request.user, workspace=work.workspace, **wanted)
            for warning in warnings:
                messages.warning(request, warning)
            messages.success(request, gettext("The campaign has begun."))
            return redirect("web:campaign", made.pk)
    empty = CampaignForm(None, translations=work.translations.order_by("position"), members=_members(work))
    return _show_campaigns(request, work, empty, form)


def _show_campaigns(request: PersonRequest, work: Work, form: CampaignForm, bringing: BringForm) -> HttpResponse:
    rows = Campaign.objects.visible_to(request.user).filter(work=work).order_by("-pk")
    shown = {"work": work, "campaigns": rows, "form": form, "bringing": bringing}
    context = {**shown, **rights_in(request.user, work.workspace_id)}
    status = next((one.status for one in (form, bringing) if one.is_bound), 200)
    return render(request, "web/campaigns/campaigns.html", context, status=status)


@require_safe
@page
def show_campaign(request: PersonRequest, pk: int) -> HttpResponse:
    """Show how far a campaign is and, to whom it may be shown, what it came to."""
    campaign = find_campaign(request, pk)
    seats = Seat.objects.filter(campaign=campaign).select_related("reviewer").order_by("number")
    rights = rights_in(request.user, campaign.workspace_id)
    context = {
        "campaign": campaign,
        "work": campaign.work,
        "items": campaign.items.count(),
        "answers": campaign.answers.count(),
        "seats": seats if rights["may_delete"] else seats.filter(reviewer=request.user),
        "result": _result(campaign, request.user),
        "handed": next_item(campaign, request.user),
        **rights,
    }
    return render(request, "web/campaigns/campaign.html", context)


@require_POST
@page
def close(request: PersonRequest, pk: int) -> HttpResponse:
    """Close a campaign."""
    campaign = find_campaign(request, pk)
    close_campaign(actor=request.user, campaign=campaign, version=posted_version(request.POST))
    messages.success(request, gettext("The campaign is closed; its reviewers see what it came to."))
    return redirect("web:campaign", pk)


def find_campaign(request: PersonRequest, pk: int) -> Campaign:
    """Return a campaign that the person may see, with its work and workspace."""
    rows = Campaign.objects.visible_to(request.user).select_related("work__workspace")
    return get_object_or_404(rows, pk=pk)


def _result(campaign: Campaign, user: User) -> Result | None:
    try:
        return results_of(campaign, user)
    except NotAllowed:
        return None


def _members(work: Work) -> list[User]:
    rows = Membership.objects.filter(workspace=work.workspace_id).select_related("user").order_by("user__username")
    return [one.user for one in rows if Role(one.role).rank >= Role.REVIEWER.rank]
