"""/schema/ and /docs/."""

from django.urls import URLPattern, path

from workbench.api.resources.docs import views

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("schema/", views.Description.as_view(), name="schema"),
    path("docs/", views.Docs.as_view(), name="docs"),
]
