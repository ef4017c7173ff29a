"""/works/{slug}/replace/ and /replacements/{id}/undo/."""

from django.urls import URLPattern, path

from workbench.api.resources.replacing import views

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("works/<slug:slug>/replace/", views.Replace.as_view(), name="replace"),
    path("replacements/<pk:pk>/undo/", views.UndoReplacement.as_view(), name="undo-replacement"),
]
