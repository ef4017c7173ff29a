"""Placing plain texts on works."""

from django.urls import URLPattern, path

from workbench.web.views import new_works, placing, realigning

__all__ = ["ROUTES"]

_PASSAGE = "works/<slug:workspace>/<slug:slug>/passages/<int:key>/"
_PLACE = "works/<slug:workspace>/<slug:slug>/place"

ROUTES: list[URLPattern] = [
    path(f"{_PLACE}/", placing.show_start, name="place"),
    path(f"{_PLACE}/<int:key>/", placing.show_draft, name="placing"),
    path(f"{_PLACE}/<int:key>/confirm/", placing.confirm, name="confirm_placing"),
    path(f"{_PLACE}/<int:key>/start/", placing.place_upload, name="place_upload"),
    path("workspaces/<slug:workspace>/place/", new_works.show_start, name="place_new"),
    path("workspaces/<slug:workspace>/place/<int:key>/", placing.show_draft, name="new_placing"),
    path("workspaces/<slug:workspace>/place/<int:key>/confirm/", placing.confirm, name="confirm_new_placing"),
    path(f"{_PASSAGE}variants/<int:variant>/approve/", placing.approve, name="approve"),
    path(f"{_PASSAGE}variants/<int:variant>/realign/", realigning.show, name="realign"),
]
