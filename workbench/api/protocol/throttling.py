"""How often one may ask. The counters lie in the database, so they hold across processes and machines."""

import hashlib

from django.conf import settings
from rest_framework.request import Request

from workbench.accounts.addresses import address_of
from workbench.accounts.rates import wait_for
from workbench.api.protocol.problems import Refusal

__all__ = ["limit_rate"]


def limit_rate(request: Request, user_id: int | None) -> None:
    """Count the request; refuse it with 429 beyond the rate of settings.API_RATES (requests, seconds).

    People are counted by account, reads apart from writes; strangers by address, as far as settings.PROXIES tells it.
    """
    if getattr(request._request, "is_counted", False):
        return
    kind = _kind(request, user_id)
    allowed, window = settings.API_RATES[kind]
    if wait := wait_for(f"api:{kind}:{_who(request, user_id)}", (allowed, window)):
        detail = f"At most {allowed} requests in {window} s are expected."
        raise Refusal(429, "throttled", detail, Retry_After=str(wait))


def _kind(request: Request, user_id: int | None) -> str:
    if user_id is None:
        return "anonymous"
    return "read" if request.method in {"GET", "HEAD", "OPTIONS"} else "write"


def _who(request: Request, user_id: int | None) -> str:
    if user_id is not None:
        return str(user_id)
    address = address_of(request._request)
    return hashlib.sha256(address.encode("utf-8", "surrogatepass")).hexdigest()[:32]
