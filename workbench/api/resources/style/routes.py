"""/works/{slug}/style/ and /style-rules/{id}/."""

from django.urls import URLPattern, path

from workbench.api.resources.style import views

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("works/<slug:slug>/style/", views.StyleOfWork.as_view(), name="style"),
    path("style-rules/<pk:pk>/", views.OneStyleRule.as_view(), name="style-rule"),
]
