"""The routes: the API under /api/v1/, everything else is pages."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("workbench.web.urls")),
]
