"""Addresses of words and renderings."""

from django.urls import URLPattern, path

from workbench.web.site.addresses import WORK
from workbench.web.wording import renderings, terms

__all__ = ["ROUTES"]

ROUTES: list[URLPattern] = [
    path(f"{WORK}/renderings/", renderings.show, name="renderings"),
    path(f"{WORK}/terms/", terms.show, name="terms"),
    path(f"{WORK}/terms/new/", terms.add, name="new_term"),
    path(f"{WORK}/terms/import/", terms.bring, name="import_terms"),
    path(f"{WORK}/terms/<int:pk>/", terms.edit, name="term"),
    path(f"{WORK}/terms/<int:pk>/delete/", terms.delete, name="delete_term"),
]
