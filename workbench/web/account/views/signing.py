"""Signing in and out."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from workbench.accounts.addresses import address_of
from workbench.accounts.errors import Refused, TooOften
from workbench.accounts.models import User
from workbench.accounts.passwords import mark_browser, sign_in
from workbench.web.account.forms.account import SignInForm
from workbench.web.signon.entering import enter, ways_in
from workbench.web.site.pages import status_of
from workbench.web.site.redirects import local_address

__all__ = ["BROWSER", "show_sign_in", "sign_out"]

BROWSER = "browser"  # the cookie of a browser in which somebody signed in
_YEAR = 365 * 24 * 3600


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def show_sign_in(request: HttpRequest) -> HttpResponseBase:
    """Ask for user name and password or offer other ways in; send those who are in to where they wanted to go."""
    target = local_address(request, reverse("web:library"))
    if request.user.is_authenticated:
        return HttpResponseRedirect(target)
    form = SignInForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _ask(request, form, target)
    if not form.is_valid():
        return _ask(request, form, target, status=422)
    try:
        person = _identify(request, form)
    except Refused as error:
        form.refuse(error)
        return _ask(request, form, target, status=status_of(error), error=error)
    response = enter(request, person, target)
    response.set_cookie(
        BROWSER, mark_browser(person), max_age=_YEAR, httponly=True, secure=settings.HTTPS, samesite="Lax"
    )
    return response


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    messages.info(request, gettext("You are signed out."))
    return redirect("web:login")


def _identify(request: HttpRequest, form: SignInForm) -> User:
    return sign_in(**form.cleaned_data, address=address_of(request), browser=request.COOKIES.get(BROWSER, ""))


def _ask(
    request: HttpRequest, form: SignInForm, target: str, *, status: int = 200, error: Refused | None = None
) -> HttpResponse:
    context = {"form": form, "next": target, "ways": ways_in(request, target)}
    response = render(request, "web/account/sign_in.html", context, status=status)
    if isinstance(error, TooOften):
        response["Retry-After"] = str(error.wait)
    return response
