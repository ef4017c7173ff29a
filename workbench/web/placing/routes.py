"""Addresses of placing plain texts on works, and of moving words between neighbouring passages."""

from django.urls import URLPattern, path

from workbench.web.placing.views import drafts, new_works, resegmenting
from workbench.web.site.addresses import PASSAGE, WORK, WORKSPACE

__all__ = ["ROUTES"]

ROUTES: list[URLPattern] = [
    path(f"{WORK}/place/", drafts.show_start, name="place"),
    path(f"{WORK}/place/<int:key>/", drafts.show_draft, name="placing"),
    path(f"{WORK}/place/<int:key>/confirm/", drafts.confirm, name="confirm_placing"),
    path(f"{WORK}/place/<int:key>/start/", drafts.place_upload, name="place_upload"),
    path(f"{WORKSPACE}/place/", new_works.show_start, name="place_new"),
    path(f"{WORKSPACE}/place/<int:key>/", drafts.show_draft, name="new_placing"),
    path(f"{WORKSPACE}/place/<int:key>/confirm/", drafts.confirm, name="confirm_new_placing"),
    path(f"{PASSAGE}/variants/<int:variant>/approve/", drafts.approve, name="approve"),
    path(f"{PASSAGE}/variants/<int:variant>/realign/", resegmenting.show, name="realign"),
]
