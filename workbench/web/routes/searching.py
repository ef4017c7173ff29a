"""Finding words."""

from django.urls import URLPattern, path

from workbench.web.views import searching

__all__ = ["ROUTES"]

ROUTES: list[URLPattern] = [path("search/", searching.show, name="search")]
