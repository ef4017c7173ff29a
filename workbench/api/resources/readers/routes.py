"""/works/{slug}/readers/."""

from django.urls import URLPattern, path

from workbench.api.resources.readers import views

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [path("works/<slug:slug>/readers/", views.Readers.as_view(), name="readers")]
