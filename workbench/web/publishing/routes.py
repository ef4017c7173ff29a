"""Addresses of frozen states."""

from django.urls import URLPattern, path

from workbench.web.publishing.views import making, publishing, reading, showing, tray
from workbench.web.site.addresses import WORK

__all__ = ["ROUTES"]

ROUTES: list[URLPattern] = [
    path(f"{WORK}/readers/", showing.choose_readers, name="readers"),
    path(f"{WORK}/tray/", tray.show_tray, name="tray"),
    path(f"{WORK}/tray/<int:pk>/take/", tray.take, name="take_words"),
    path(f"{WORK}/tray/<int:pk>/refuse/", tray.refuse, name="refuse_words"),
    path(f"{WORK}/publish/", publishing.publish, name="publish"),
    path(f"{WORK}/frozen/", making.show_states, name="frozen_states"),
    path("frozen/<slug:address>/", reading.show_frozen, name="frozen"),
    path("frozen/<slug:address>/file/", reading.send_file, name="frozen_file"),
    path("frozen/<slug:address>/citation/", reading.send_citation, name="frozen_citation"),
    path("frozen/<slug:address>/changes/", reading.show_changes, name="frozen_changes"),
    path("frozen/<slug:address>/visibility/", making.change_visibility, name="frozen_visibility"),
]
