"""Workspaces: making one, and who is in it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from workbench.accounts.actions import change_role, create_workspace, invite, remove_member, withdraw_invitation
from workbench.accounts.models import Invitation, Membership, Role, Workspace
from workbench.accounts.permissions import can_manage, require_role
from workbench.accounts.queries import members_of, open_invitations
from workbench.web.account.forms.workspaces import ROLES, InvitationForm, WorkspaceForm
from workbench.web.site.lookups import find_workspace
from workbench.web.site.pages import PersonRequest, page
from workbench.web.site.vocabulary import in_words

__all__ = ["give_role", "remove", "show_members", "show_new_workspace", "withdraw"]


@require_http_methods(["GET", "HEAD", "POST"])
@page
def show_new_workspace(request: PersonRequest) -> HttpResponse:
    """Make a workspace, whose owner one then is."""
    form = WorkspaceForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with form.showing_refusals():
            workspace = create_workspace(actor=request.user, **form.cleaned_data)
            messages.success(
                request, gettext("The workspace “%(workspace)s” was made; you own it.") % {"workspace": workspace}
            )
            return redirect("web:members", workspace.slug)
    return render(
        request, "web/account/new_workspace.html", {"form": form}, status=form.status if form.is_bound else 200
    )


@require_http_methods(["GET", "HEAD", "POST"])
@page
def show_members(request: PersonRequest, slug: str) -> HttpResponse:
    """Show who is in a workspace; owners invite people here. Whether there is such an account is not said."""
    workspace = find_workspace(request.user, slug)
    form = InvitationForm(request.POST if request.method == "POST" else None)
    if form.is_bound:
        require_role(request.user, workspace, Role.OWNER)
    if form.is_valid():
        with form.showing_refusals():
            invited = invite(actor=request.user, workspace=workspace, **form.cleaned_data)
            messages.success(
                request,
                gettext("%(addressee)s is invited (%(role)s).")
                % {"addressee": invited.addressee, "role": in_words(invited.role, "role")},
            )
            return redirect("web:members", workspace.slug)
    return _members(request, workspace, form)


@require_POST
@page
def give_role(request: PersonRequest, slug: str, pk: int) -> HttpResponse:
    """Give a member another role."""
    membership = _find_member(find_workspace(request.user, slug), pk)
    change_role(actor=request.user, membership=membership, role=request.POST.get("role", ""))
    messages.success(
        request,
        gettext("%(user)s is %(role)s now.") % {"user": membership.user, "role": in_words(membership.role, "role")},
    )
    return redirect("web:members", slug)


@require_POST
@page
def withdraw(request: PersonRequest, slug: str, pk: int) -> HttpResponse:
    """Take an invitation back."""
    find_workspace(request.user, slug)
    rows = Invitation.objects.visible_to(request.user).filter(workspace__slug=slug)
    invitation = withdraw_invitation(actor=request.user, invitation=get_object_or_404(rows, pk=pk))
    messages.success(request, gettext("%(addressee)s is invited no longer.") % {"addressee": invitation.addressee})
    return redirect("web:members", slug)


@require_http_methods(["GET", "HEAD", "POST"])
@page
def remove(request: PersonRequest, slug: str, pk: int) -> HttpResponse:
    """Ask whether a member is to go, or to leave oneself, and do it when confirmed."""
    workspace = find_workspace(request.user, slug)
    membership = _find_member(workspace, pk)
    is_self = membership.user_id == request.user.pk
    if not is_self:
        require_role(request.user, workspace, Role.OWNER)
    if request.method != "POST":
        context = {"workspace": workspace, "membership": membership, "is_self": is_self}
        return render(request, "web/account/remove_member.html", context)
    remove_member(actor=request.user, membership=membership)
    messages.success(
        request,
        gettext("You left “%(workspace)s”.") % {"workspace": workspace}
        if is_self
        else gettext("%(user)s is no longer a member.") % {"user": membership.user},
    )
    return redirect("web:account") if is_self else redirect("web:members", slug)


def _find_member(workspace: Workspace, pk: int) -> Membership:
    return get_object_or_404(members_of(workspace), pk=pk)


def _members(request: PersonRequest, workspace: Workspace, form: InvitationForm) -> HttpResponse:
    is_owner = can_manage(request.user, workspace)
    context = {
        "workspace": workspace,
        "memberships": members_of(workspace),
        "form": form,
        "roles": ROLES,
        "can_manage": is_owner,
        "invitations": open_invitations(workspace, now=timezone.now()) if is_owner else (),
    }
    return render(request, "web/account/members.html", context, status=form.status if form.is_bound else 200)
