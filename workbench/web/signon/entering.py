"""Letting somebody in whose password was right: at once, or after their second factor."""

from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect

from workbench.accounts.models import User

__all__ = ["enter", "ways_in"]


def enter(request: HttpRequest, person: User, target: str) -> HttpResponseBase:
    """Sign somebody in and send them to `target`; where a second factor is theirs, ask for it first."""
    if not settings.SIGN_ON:
        login(request, person)
        return HttpResponseRedirect(target)
    from allauth.account.internal.flows.login import perform_password_login  # noqa: PLC0415 - an extra
    from allauth.account.models import Login  # noqa: PLC0415

    wanted = Login(user=person, email_verification="none", redirect_url=target)
    answer: HttpResponseBase = perform_password_login(request, {"username": person.username}, wanted)
    return answer


def ways_in(request: HttpRequest, target: str) -> list[dict[str, Any]]:
    """List those whose accounts are good here: `name`, and the address that leads there."""
    if not settings.SIGN_ON:
        return []
    from allauth.socialaccount.adapter import get_adapter  # noqa: PLC0415

    known = get_adapter().list_providers(request)
    return [{"name": one.name, "url": one.get_login_url(request, next=target)} for one in known]
