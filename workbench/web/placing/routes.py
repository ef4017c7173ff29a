"""Addresses of placing plain texts on works, and of moving words between neighbouring passages."""

from django.urls import URLPattern, path

from workbench.web.placing.views import drafts, new_works, resegmenting
from workbench.web.site.addresses import PASSAGE, WORK, WORKSPACE

__all__ = ["ROUTES"]

_NEW = "workspaces/<slug:workspace>/place"  # of a work that has no slug yet: the same views

ROUTES: list[URLPattern] = [
    path(f"{WORK}/place/", drafts.show_start, name="place"),
    path(f"{WORK}/place/<int:pk>/", drafts.show_draft, name="placing"),
    path(f"{WORK}/place/<int:pk>/confirm/", drafts.confirm, name="confirm_placing"),
    path(f"{WORK}/place/<int:pk>/start/", drafts.place_upload, name="place_upload"),
    path(f"{WORKSPACE}/place/", new_works.show_start, name="place_new"),
    path(f"{_NEW}/<int:pk>/", drafts.show_draft, name="new_placing"),
    path(f"{_NEW}/<int:pk>/confirm/", drafts.confirm, name="confirm_new_placing"),
    path(f"{PASSAGE}/variants/<int:variant>/approve/", drafts.approve, name="approve"),
    path(f"{PASSAGE}/variants/<int:variant>/resegment/", resegmenting.show, name="resegment"),
]
