"""/diff/, of a passage and of any two texts."""

from django.urls import URLPattern, path

from workbench.api.resources.comparison import views

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("passages/<pk:pk>/diff/", views.DiffOfPassage.as_view(), name="passage-diff"),
    path("diff/", views.DiffOfTexts.as_view(), name="diff"),
]
