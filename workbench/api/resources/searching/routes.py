"""/search/."""

from django.urls import URLPattern, path

from workbench.api.resources.searching import views

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("search/", views.Search.as_view(), name="search"),
]
