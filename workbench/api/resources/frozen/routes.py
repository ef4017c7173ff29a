"""/works/{slug}/frozen/, /frozen/{address}/, its citation/ and changes/."""

from django.urls import URLPattern, path

from workbench.api.resources.frozen import views

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("works/<slug:slug>/frozen/", views.FrozenList.as_view(), name="frozen-states"),
    path("frozen/<slug:address>/", views.OneFrozen.as_view(), name="frozen"),
    path("frozen/<slug:address>/citation/", views.Citation.as_view(), name="frozen-citation"),
    path("frozen/<slug:address>/changes/", views.ChangesSince.as_view(), name="frozen-changes"),
]
