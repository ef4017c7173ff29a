"""How far translations part, and how that is measured."""

from django.urls import URLPattern, path

from workbench.web.views import variation

__all__ = ["ROUTES"]

ROUTES: list[URLPattern] = [
    path("works/<slug:workspace>/<slug:slug>/variation/", variation.show_variation, name="variation"),
    path("help/measures/", variation.show_measures, name="measures"),
]
