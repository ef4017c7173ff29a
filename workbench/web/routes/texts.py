"""Library, works, comparing, passages."""

from django.urls import URLPattern, path

from workbench.web.views import library

__all__ = ["ROUTES"]

ROUTES: list[URLPattern] = [
    path("", library.show_library, name="library"),
]
