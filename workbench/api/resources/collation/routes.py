"""/passages/{id}/collation/, /corrections/, /corrections/{id}/ and its undo/."""

from django.urls import URLPattern, path

from workbench.api.resources.collation.views import collation, corrections

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("passages/<pk:pk>/collation/", collation.CollationOfPassage.as_view(), name="collation"),
    path("corrections/", corrections.CorrectionList.as_view(), name="corrections"),
    path("corrections/<pk:pk>/", corrections.OneCorrection.as_view(), name="correction"),
    path("corrections/<pk:pk>/undo/", corrections.Undo.as_view(), name="correction-undo"),
]
