"""Addresses of the papers, in a namespace of their own: readers without an account have them, too."""

from django.urls import URLPattern, path

from workbench.web.papers import languages, views

__all__ = ["app_name", "urlpatterns"]

app_name = "papers"

urlpatterns: list[URLPattern] = [
    path("help/", views.show_help, name="help"),
    path("help/<slug:guide>/", views.show_guide, name="guide"),
    path("privacy/", views.show_privacy, name="privacy"),
    path("accessibility/", views.show_accessibility, name="accessibility"),
    path("language/", languages.choose_language, name="language"),
]
