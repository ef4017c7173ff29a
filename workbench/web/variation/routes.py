"""Addresses of variation: how far translations part, and how that is measured."""

from django.urls import URLPattern, path

from workbench.web.site.addresses import WORK
from workbench.web.variation import views

__all__ = ["ROUTES"]

ROUTES: list[URLPattern] = [
    path(f"{WORK}/variation/", views.show_variation, name="variation"),
    path("help/measures/", views.show_measures, name="measures"),
]
