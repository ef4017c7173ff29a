"""/variants/{id}/verdicts/ and /variants/{id}/adjudication/."""

from django.urls import URLPattern, path

from workbench.api.resources.verdicts import views

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("variants/<pk:pk>/verdicts/", views.VerdictList.as_view(), name="verdicts"),
    path("variants/<pk:pk>/adjudication/", views.OneAdjudication.as_view(), name="adjudication"),
]
