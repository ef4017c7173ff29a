"""What robots and finders of holes look for at fixed addresses: `/robots.txt` and `/.well-known/security.txt`."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

__all__ = ["answer_well_known"]

_ROBOTS = "User-agent: *\nAllow: /read/\nAllow: /frozen/\nAllow: /static/\nDisallow: /\n"
_HOLDS = timedelta(days=180)


def answer_well_known(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Answer the two addresses; security.txt (RFC 9116) only where settings.SECURITY_CONTACT says whom to write to."""

    def respond(request: HttpRequest) -> HttpResponse:
        if request.path_info == "/robots.txt":
            return _answer(_ROBOTS)
        if request.path_info == "/.well-known/security.txt" and settings.SECURITY_CONTACT:
            return _answer(security_text())
        return get_response(request)

    return respond


def security_text() -> str:
    """Return whom to write to, for the next half year; the same all day, so that it can be kept."""
    until = datetime.combine(timezone.now().date() + _HOLDS, time.min, UTC)
    contact = settings.SECURITY_CONTACT
    contact = contact if ":" in contact else f"mailto:{contact}"
    return (
        f"Contact: {contact}\nExpires: {until.isoformat().replace('+00:00', 'Z')}\n"
        f"Preferred-Languages: en\nCanonical: {settings.SITE_URL}/.well-known/security.txt\n"
    )


def _answer(text: str) -> HttpResponse:
    return HttpResponse(text, content_type="text/plain; charset=utf-8", headers={"Cache-Control": "max-age=3600"})
