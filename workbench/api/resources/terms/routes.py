"""/works/{slug}/terms/, its import/, and /terms/{id}/."""

from django.urls import URLPattern, path

from workbench.api.resources.terms import views

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("works/<slug:slug>/terms/", views.TermsOfWork.as_view(), name="terms"),
    path("works/<slug:slug>/terms/import/", views.TermImport.as_view(), name="import-terms"),
    path("terms/<pk:pk>/", views.OneTerm.as_view(), name="term"),
]
