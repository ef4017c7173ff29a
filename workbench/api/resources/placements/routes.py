"""/works/{slug}/placements/."""

from django.urls import URLPattern, path

from workbench.api.resources.placements import views

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("works/<slug:slug>/placements/", views.Placements.as_view(), name="placements"),
]
