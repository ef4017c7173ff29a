"""/imports/ and /works/{slug}/export/."""

from django.urls import URLPattern, path

from workbench.api.resources.transfer import views

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("works/<slug:slug>/export/", views.Export.as_view(), name="export"),
    path("imports/", views.ImportList.as_view(), name="imports"),
    path("imports/<pk:pk>/", views.OneImport.as_view(), name="import"),
]
