"""One's own account: name, password, workspaces, and tokens for scripts."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from workbench.accounts.actions import (
    ask_for_email,
    confirm_email,
    make_token,
    rename_person,
    revoke_all_tokens,
    revoke_token,
)
from workbench.accounts.models import ApiToken, Scope
from workbench.accounts.passwords import change_password
from workbench.accounts.personal import FILE_NAME, MEDIA_TYPE, own_data
from workbench.accounts.queries import invitations_to, memberships_of, tokens_of
from workbench.attachments import streamed
from workbench.web.account.forms.account import EmailForm, FeedTokenForm, NameForm, PasswordForm, TokenForm
from workbench.web.site.pages import PersonRequest, page
from workbench.web.site.vocabulary import in_words

__all__ = [
    "add_feed_token",
    "add_token",
    "ask_email",
    "give_own_data",
    "rename",
    "revoke",
    "show_account",
    "show_password",
    "take_email",
]


@require_safe
@page
def show_account(request: PersonRequest) -> HttpResponse:
    """Show who one is here, in which workspaces, and which tokens one has."""
    return _account(request)


@require_POST
@page
def rename(request: PersonRequest) -> HttpResponse:
    """Change the name that others read."""
    form = NameForm(request.POST)
    if form.is_valid():
        with form.showing_refusals():
            rename_person(actor=request.user, name=form.cleaned_data["name"])
            messages.success(request, gettext("Your name was changed."))
            return redirect("web:account")
    request.user.refresh_from_db()
    return _account(request, name_form=form, status=form.status)


@require_POST
@page
def ask_email(request: PersonRequest) -> HttpResponse:
    """Send the link by which an e-mail address becomes one's own."""
    form = EmailForm(request.POST)
    if form.is_valid():
        with form.showing_refusals():
            ask_for_email(actor=request.user, email=form.cleaned_data["email"])
            messages.success(request, gettext("A link was sent. The address is yours when you open it."))
            return redirect("web:account")
    return _account(request, email_form=form, status=form.status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@page
def take_email(request: PersonRequest, secret: str) -> HttpResponse:
    """Ask whether an address is one's own, and take it."""
    if request.method != "POST":
        return render(request, "web/account/confirm_email.html")
    confirm_email(actor=request.user, secret=secret)
    messages.success(request, gettext("Your e-mail address was confirmed."))
    return redirect("web:account")


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@page
def show_password(request: PersonRequest) -> HttpResponse:
    """Change one's password; other browsers are signed out by it, this one is not."""
    form = PasswordForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with form.showing_refusals():
            change_password(actor=request.user, current=form.cleaned_data["current"], new=form.cleaned_data["new"])
            update_session_auth_hash(request, request.user)
            said = [gettext("Your password was changed. Other browsers were signed out.")]
            if form.cleaned_data["tokens"] and revoke_all_tokens(actor=request.user):
                said.append(gettext("Your tokens were ended."))
            messages.success(request, " ".join(said))
            return redirect("web:account")
    return render(request, "web/account/password.html", {"form": form}, status=form.status if form.is_bound else 200)


@never_cache
@require_POST
@page
def add_token(request: PersonRequest) -> HttpResponse:
    """Make a token and show its secret, in this response only."""
    form = TokenForm(request.POST)
    if form.is_valid():
        name, scopes = form.cleaned_data["name"], form.cleaned_data["scopes"]
        with form.showing_refusals():
            token, secret = make_token(actor=request.user, name=name, scopes=scopes, expires_at=form.expires_at())
            said = ", ".join(in_words(scope, "scope") for scope in token.scopes)
            context = {"token": token, "secret": secret, "scopes": said}
            return render(request, "web/account/secret.html", context, status=201)
    return _account(request, token_form=form, status=form.status)


@never_cache
@require_POST
@page
def add_feed_token(request: PersonRequest) -> HttpResponse:
    """Make a token that opens feeds and show its secret, in this response only."""
    form = FeedTokenForm(request.POST)
    if form.is_valid():
        with form.showing_refusals():
            name, scopes = form.cleaned_data["name"], [Scope.FEED]
            token, secret = make_token(actor=request.user, name=name, scopes=scopes, expires_at=None)
            return render(request, "web/account/feed_secret.html", {"token": token, "secret": secret}, status=201)
    return _account(request, feed_form=form, status=form.status)


@require_safe
@page
def give_own_data(request: PersonRequest) -> HttpResponse:
    """Send all that is kept of oneself as a file."""
    return streamed(own_data(actor=request.user), FILE_NAME, MEDIA_TYPE)


@require_POST
@page
def revoke(request: PersonRequest, pk: int) -> HttpResponse:
    """End a token of one's own."""
    token = get_object_or_404(ApiToken.objects.visible_to(request.user), pk=pk)
    revoke_token(actor=request.user, token=token)
    messages.success(request, gettext("The token “%(name)s” was revoked.") % {"name": token.name})
    return redirect("web:account")


def _account(
    request: PersonRequest,
    *,
    name_form: NameForm | None = None,
    email_form: EmailForm | None = None,
    token_form: TokenForm | None = None,
    feed_form: FeedTokenForm | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "name_form": name_form or NameForm(initial={"name": request.user.name}),
        "email_form": email_form or EmailForm(initial={"email": request.user.email}),
        "invitations": invitations_to(request.user, now=timezone.now()),
        "token_form": token_form or TokenForm(),
        "feed_form": feed_form or FeedTokenForm(),
        "memberships": memberships_of(request.user),
        "tokens": tokens_of(request.user),
        "now": timezone.now(),
    }
    return render(request, "web/account/account.html", context, status=status)
