"""Invitations, as the invited sees them: to accept, to decline, to make an account by."""

from django.contrib import messages
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from workbench.accounts.actions import accept_invitation, decline_invitation
from workbench.accounts.models import Invitation
from workbench.accounts.queries import find_invitation
from workbench.accounts.signing_up import sign_up
from workbench.web.account.forms.workspaces import SignUpForm
from workbench.web.site.pages import PersonRequest, page
from workbench.web.site.vocabulary import in_words

__all__ = ["accept", "decline", "open_link", "show_link"]


@require_POST
@page
def accept(request: PersonRequest, pk: int) -> HttpResponse:
    """Become a member of the workspace."""
    invitation, secret = _held(request, pk)
    membership = accept_invitation(actor=request.user, invitation=invitation, secret=secret)
    messages.success(
        request,
        gettext("You are a member of “%(workspace)s” now (%(role)s).")
        % {"workspace": membership.workspace, "role": in_words(membership.role, "role")},
    )
    return redirect("web:library")


@require_POST
@page
def decline(request: PersonRequest, pk: int) -> HttpResponse:
    """Say no."""
    invitation, secret = _held(request, pk)
    decline_invitation(actor=request.user, invitation=invitation, secret=secret)
    messages.success(
        request, gettext("You declined the invitation to “%(workspace)s”.") % {"workspace": invitation.workspace}
    )
    return redirect("web:account")


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def open_link(request: HttpRequest, secret: str) -> HttpResponse:
    """Show an invitation to whoever holds its link: to accept it or, without an account, to make one."""
    invitation = find_invitation(secret, now=timezone.now())
    if invitation is None:
        raise Http404
    if request.user.is_authenticated:
        return show_link(request, invitation, secret)
    form = SignUpForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with form.showing_refusals():
            given = form.cleaned_data
            login(
                request, sign_up(secret=secret, username=given["username"], name=given["name"], password=given["new"])
            )
            messages.success(
                request,
                gettext("Your account was made; you are a member of “%(workspace)s”.")
                % {"workspace": invitation.workspace},
            )
            return redirect("web:library")
    context = {"invitation": invitation, "secret": secret, "form": form}
    return render(request, "web/account/sign_up.html", context, status=form.status if form.is_bound else 200)


@page
def show_link(request: PersonRequest, invitation: Invitation, secret: str) -> HttpResponse:
    """Ask somebody who is signed in whether they accept."""
    return render(request, "web/account/invitation.html", {"invitation": invitation, "secret": secret})


def _held(request: PersonRequest, pk: int) -> tuple[Invitation, str]:
    """Return an invitation that is the person's, or whose link they hold, with the link's secret."""
    secret = request.POST.get("secret", "")
    found = find_invitation(secret, now=timezone.now()) if secret else None
    if found is not None and found.pk == pk:
        return found, secret
    rows = Invitation.objects.addressed_to(request.user).select_related("workspace")
    return get_object_or_404(rows, pk=pk), ""
