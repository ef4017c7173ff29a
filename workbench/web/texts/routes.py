"""Addresses of the library, works, translations, passages and texts."""

from django.urls import URLPattern, path

from workbench.web.site.addresses import PASSAGE, WORK
from workbench.web.texts.views import history, library, log, passages, removing, variants, works

__all__ = ["ROUTES"]

ROUTES: list[URLPattern] = [
    path("", library.show_library, name="library"),
    path("works/new/", works.create, name="new_work"),
    path(f"{WORK}/", works.show, name="work"),
    path(f"{WORK}/log/", log.show, name="log"),
    path(f"{WORK}/edit/", works.edit, name="edit_work"),
    path(f"{WORK}/delete/", removing.remove_work, name="delete_work"),
    path(f"{WORK}/translations/new/", works.new_translation, name="new_translation"),
    path(f"{WORK}/translations/<int:pk>/edit/", works.change_translation, name="edit_translation"),
    path(f"{WORK}/translations/<int:pk>/delete/", removing.remove_translation, name="delete_translation"),
    path(f"{WORK}/passages/new/", passages.create, name="new_passage"),
    path(f"{PASSAGE}/", passages.show, name="passage"),
    path(f"{PASSAGE}/rename/", passages.rename, name="rename_passage"),
    path(f"{PASSAGE}/delete/", removing.remove_passage, name="delete_passage"),
    path(f"{PASSAGE}/enter/<int:translation>/", variants.enter, name="enter_variant"),
    path(f"{PASSAGE}/proof/<int:translation>/", variants.proof, name="proof"),
    path(f"{PASSAGE}/variants/<int:variant>/edit/", variants.edit, name="edit_variant"),
    path(f"{PASSAGE}/variants/<int:variant>/history/", history.show, name="history"),
    path(f"{PASSAGE}/variants/<int:variant>/restore/<int:number>/", history.restore, name="restore"),
]
