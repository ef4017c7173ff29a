"""/works/{slug}/differences/."""

from django.urls import URLPattern, path

from workbench.api.resources.differences import views

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("works/<slug:slug>/differences/", views.DifferencesOfWork.as_view(), name="differences"),
]
