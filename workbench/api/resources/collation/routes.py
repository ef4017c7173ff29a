"""/passages/{id}/collation/."""

from django.urls import URLPattern, path

from workbench.api.resources.collation import views

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("passages/<pk:pk>/collation/", views.CollationOfPassage.as_view(), name="collation"),
]
