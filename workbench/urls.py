"""The routes: the API under /api/v1/, everything else is pages."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
