"""/me/."""

from django.urls import URLPattern, path

from workbench.api.resources.people import views

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("me/", views.Me.as_view(), name="me"),
]
