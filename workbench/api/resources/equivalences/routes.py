"""/equivalences/."""

from django.urls import URLPattern, path

from workbench.api.resources.equivalences import views

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("equivalences/", views.EquivalenceList.as_view(), name="equivalences"),
    path("equivalences/preview/", views.EquivalencePreview.as_view(), name="equivalence-preview"),
    path("equivalences/<pk:pk>/", views.OneEquivalence.as_view(), name="equivalence"),
    path("equivalences/<pk:pk>/undo/", views.Undo.as_view(), name="equivalence-undo"),
]
