"""Where a second factor is required, nobody comes further without one than to the pages that set it up."""

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext

__all__ = ["require_second_factor"]

_HAS_ONE = "has_second_factor"


def require_second_factor(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Send people without a second factor to where they get one. To the API they are nobody; tokens are not asked.

    Who came with an account of elsewhere was asked there.
    """

    def respond(request: HttpRequest) -> HttpResponse:
        if settings.SECOND_FACTOR != "required" or not request.user.is_authenticated or _is_safe(request):
            return get_response(request)
        if request.path.startswith("/api/"):
            request.user = AnonymousUser()
            return get_response(request)
        if request.path.startswith("/sign-on/") or request.path == reverse("web:logout"):
            return get_response(request)
        messages.warning(request, gettext("This workbench wants a second factor from everybody: choose one to go on."))
        return redirect("mfa_index")

    return respond


def _is_safe(request: HttpRequest) -> bool:
    """Say whether the person has a second factor, or came with an account of elsewhere; once known it stays so."""
    if request.session.get(_HAS_ONE) == request.user.pk:
        return True
    from allauth.account.internal.flows.login import get_authentication_records  # noqa: PLC0415 - an extra
    from allauth.mfa.adapter import get_adapter  # noqa: PLC0415

    records = get_authentication_records(request, request.user)
    if any(one["method"] == "socialaccount" for one in records) or get_adapter().is_mfa_enabled(request.user):
        request.session[_HAS_ONE] = request.user.pk
        return True
    return False
