"""/works/{slug}/sendings/, /sendings/{id}/take/, /sendings/{id}/refuse/."""

from django.urls import URLPattern, path

from workbench.api.resources.sendings import views

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("works/<slug:slug>/sendings/", views.WordsOfReaders.as_view(), name="sendings"),
    path("sendings/<pk:pk>/take/", views.Take.as_view(), name="take-sending"),
    path("sendings/<pk:pk>/refuse/", views.Refuse.as_view(), name="refuse-sending"),
]
