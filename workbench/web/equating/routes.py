"""Addresses of a work's equivalence rules."""

from django.urls import URLPattern, path

from workbench.web.equating import views
from workbench.web.site.addresses import WORK

__all__ = ["ROUTES"]

ROUTES: list[URLPattern] = [
    path(f"{WORK}/equivalences/", views.show, name="equivalences"),
    path(f"{WORK}/equivalences/count/", views.count, name="count_equivalence"),
    path(f"{WORK}/equivalences/<int:pk>/undo/", views.undo, name="undo_equivalence"),
]
