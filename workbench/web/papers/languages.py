"""The language of the pages: chosen once, kept by a cookie in that browser, with an account or without."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from django.views.i18n import set_language

__all__ = ["choose_language"]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def choose_language(request: HttpRequest) -> HttpResponse:
    """List the languages there are; keep the chosen one, and go back to where one was on this site."""
    if request.method == "POST":
        return set_language(request)
    return render(request, "web/papers/languages.html", {"next": request.headers.get("Referer", "/")})
