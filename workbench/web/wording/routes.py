"""Addresses of words and renderings."""

from django.urls import URLPattern, path

from workbench.web.site.addresses import WORK
from workbench.web.wording import renderings, replacing, style, terms

__all__ = ["ROUTES"]

ROUTES: list[URLPattern] = [
    path(f"{WORK}/renderings/", renderings.show, name="renderings"),
    path(f"{WORK}/replace/", replacing.show, name="replace"),
    path(f"{WORK}/replace/<int:pk>/undo/", replacing.undo, name="undo_replace"),
    path(f"{WORK}/style/", style.show, name="style"),
    path(f"{WORK}/style/new/", style.add, name="new_style_rule"),
    path(f"{WORK}/style/<int:pk>/", style.read, name="style_rule"),
    path(f"{WORK}/style/<int:pk>/edit/", style.edit, name="edit_style_rule"),
    path(f"{WORK}/style/<int:pk>/delete/", style.delete, name="delete_style_rule"),
    path(f"{WORK}/terms/", terms.show, name="terms"),
    path(f"{WORK}/terms/new/", terms.add, name="new_term"),
    path(f"{WORK}/terms/import/", terms.bring, name="import_terms"),
    path(f"{WORK}/terms/<int:pk>/", terms.edit, name="term"),
    path(f"{WORK}/terms/<int:pk>/delete/", terms.delete, name="delete_term"),
]
