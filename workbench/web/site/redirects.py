"""Where somebody is sent afterwards: never to another host."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

__all__ = ["local_address"]


def local_address(request: HttpRequest, default: str) -> str:
    """Return the address asked for as `next`, if it lies on this host, otherwise `default`."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    hosts = {request.get_host()}
    is_local = url_has_allowed_host_and_scheme(wanted, hosts, require_https=request.is_secure())
    return wanted if is_local and wanted.isprintable() else default
