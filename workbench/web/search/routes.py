"""The address of finding words."""

from django.urls import URLPattern, path

from workbench.web.search import views

__all__ = ["ROUTES"]

ROUTES: list[URLPattern] = [path("search/", views.show, name="search")]
