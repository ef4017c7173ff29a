"""Addresses of reading: comparing a work, the collation of a passage."""

from django.urls import URLPattern, path

from workbench.web.reading.views import collation, compare, correcting, linking, own_order
from workbench.web.site.addresses import PASSAGE, WORK

__all__ = ["ROUTES"]

ROUTES: list[URLPattern] = [
    path(f"{WORK}/compare/", compare.show_comparison, name="compare"),
    path(f"{WORK}/translations/<int:pk>/read/", own_order.show, name="own_order"),
    path(f"{PASSAGE}/collation/", collation.show, name="collation"),
    path(f"{PASSAGE}/collation/correct/", correcting.correct, name="correct_collation"),
    path(f"{PASSAGE}/collation/corrections/<int:correction>/undo/", correcting.undo, name="undo_correction"),
    path(f"{PASSAGE}/links/", linking.show, name="links"),
    path(f"{PASSAGE}/links/<int:link>/forget/", linking.forget, name="forget_link"),
]
