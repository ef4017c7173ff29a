"""Addresses of verdicts, of deciding between them, and of what they come to."""

from django.urls import URLPattern, path

from workbench.web.judging.views import adjudicating, metrics, report, verdicts
from workbench.web.site.addresses import PASSAGE, WORK

__all__ = ["ROUTES"]

ROUTES: list[URLPattern] = [
    path(f"{WORK}/report/", report.show_report, name="report"),
    path(f"{WORK}/metrics/", metrics.show_metrics, name="metrics"),
    path(f"{WORK}/adjudication/", adjudicating.show_disputes, name="adjudication"),
    path(f"{PASSAGE}/variants/<int:variant>/adjudicate/", adjudicating.decide, name="adjudicate"),
    path(f"{PASSAGE}/variants/<int:variant>/verdict/", verdicts.judge, name="verdict"),
    path(f"{PASSAGE}/variants/<int:variant>/since/<int:number>/", verdicts.show_since, name="since"),
]
