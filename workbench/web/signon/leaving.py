"""A provider says that somebody's session ended there (OpenID Connect Back-Channel Logout 1.0): so it does here."""

from typing import Any

import requests
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialAccount, SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from workbench.accounts.closing import end_sessions

__all__ = ["end_provided_sessions"]

_EVENT = "http://schemas.openid.net/event/backchannel-logout"


@csrf_exempt
@require_POST
def end_provided_sessions(request: HttpRequest, provider_id: str) -> HttpResponse:
    """End the sessions of the person whom a signed logout token names; answer 400 to any other."""
    try:
        claims = _claims(request, provider_id)
    except SocialApp.DoesNotExist as error:
        raise Http404 from error
    except (OAuth2Error, requests.RequestException):
        return _no_store(400)
    if _EVENT not in claims.get("events", {}) or "nonce" in claims or "sub" not in claims:
        return _no_store(400)
    for account in SocialAccount.objects.filter(provider=provider_id, uid=claims["sub"]).select_related("user"):
        end_sessions(user=account.user)
    return _no_store(200)


def _claims(request: HttpRequest, provider_id: str) -> dict[str, Any]:
    app = get_adapter().get_app(request, provider=provider_id)
    config = OpenIDConnectOAuth2Adapter(request, provider_id).openid_config
    said: dict[str, Any] = jwtkit.verify_and_decode(
        credential=request.POST.get("logout_token", ""),
        keys_url=config["jwks_uri"],
        issuer=config["issuer"],
        audience=app.client_id,
        lookup_kid=jwtkit.lookup_kid_jwk,
    )
    return said


def _no_store(status: int) -> HttpResponse:
    return HttpResponse(status=status, headers={"Cache-Control": "no-store"})
