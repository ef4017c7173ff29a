"""Library, works, comparing, passages."""

from django.urls import URLPattern, path

from workbench.web.views import collation, compare, equivalences, history, library, passage, removing, texts, work

__all__ = ["ROUTES"]

_WORK = "works/<slug:workspace>/<slug:slug>"

ROUTES: list[URLPattern] = [
    path("", library.show_library, name="library"),
    path("works/new/", work.create, name="new_work"),
    path(f"{_WORK}/", work.show, name="work"),
    path(f"{_WORK}/edit/", work.edit, name="edit_work"),
    path(f"{_WORK}/delete/", removing.remove_work, name="delete_work"),
    path(f"{_WORK}/translations/new/", work.new_translation, name="new_translation"),
    path(f"{_WORK}/translations/<int:key>/edit/", work.change_translation, name="edit_translation"),
    path(f"{_WORK}/translations/<int:key>/delete/", removing.remove_translation, name="delete_translation"),
    path(f"{_WORK}/passages/new/", passage.create, name="new_passage"),
    path(f"{_WORK}/equivalences/", equivalences.show, name="equivalences"),
    path(f"{_WORK}/equivalences/count/", equivalences.count, name="count_equivalence"),
    path(f"{_WORK}/equivalences/<int:key>/undo/", equivalences.undo, name="undo_equivalence"),
    path(f"{_WORK}/compare/", compare.show_comparison, name="compare"),
    path(f"{_WORK}/passages/<int:key>/", passage.show, name="passage"),
    path(f"{_WORK}/passages/<int:key>/collation/", collation.show, name="collation"),
    path(f"{_WORK}/passages/<int:key>/rename/", passage.rename, name="rename_passage"),
    path(f"{_WORK}/passages/<int:key>/delete/", removing.remove_passage, name="delete_passage"),
    path(f"{_WORK}/passages/<int:key>/enter/<int:translation>/", texts.enter, name="enter_variant"),
    path(f"{_WORK}/passages/<int:key>/variants/<int:variant>/edit/", texts.edit, name="edit_variant"),
    path(f"{_WORK}/passages/<int:key>/variants/<int:variant>/history/", history.show, name="history"),
    path(f"{_WORK}/passages/<int:key>/variants/<int:variant>/restore/<int:number>/", history.restore, name="restore"),
]
