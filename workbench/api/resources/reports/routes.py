"""/works/{slug}/report/, /works/{slug}/agreement/ and /works/{slug}/metrics/."""

from django.urls import URLPattern, path

from workbench.api.resources.reports import views

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("works/<slug:slug>/report/", views.QualityReport.as_view(), name="report"),
    path("works/<slug:slug>/agreement/", views.Agreement.as_view(), name="agreement"),
    path("works/<slug:slug>/metrics/", views.Metrics.as_view(), name="metrics"),
]
