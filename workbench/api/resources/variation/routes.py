"""/works/{slug}/variation/."""

from django.urls import URLPattern, path

from workbench.api.resources.variation import views

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("works/<slug:slug>/variation/", views.VariationOfWork.as_view(), name="variation"),
]
