"""/works/{slug}/renderings/ and /works/{slug}/words/."""

from django.urls import URLPattern, path

from workbench.api.resources.renderings import views

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("works/<slug:slug>/renderings/", views.RenderingsOfWork.as_view(), name="renderings"),
    path("works/<slug:slug>/words/", views.WordsOfWork.as_view(), name="words"),
]
