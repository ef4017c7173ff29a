"""/events/."""

from django.urls import URLPattern, path

from workbench.api.resources.events import views

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("events/", views.EventList.as_view(), name="events"),
]
