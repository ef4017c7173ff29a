"""Addresses of reading: comparing a work, the collation of a passage."""

from django.urls import URLPattern, path

from workbench.web.reading.views import collation, compare, linking
from workbench.web.site.addresses import PASSAGE, WORK

__all__ = ["ROUTES"]

ROUTES: list[URLPattern] = [
    path(f"{WORK}/compare/", compare.show_comparison, name="compare"),
    path(f"{PASSAGE}/collation/", collation.show, name="collation"),
    path(f"{PASSAGE}/links/", linking.show, name="links"),
]
