"""Addresses of verdicts."""

from django.urls import URLPattern, path

from workbench.web.judging.views import verdicts
from workbench.web.site.addresses import PASSAGE

__all__ = ["ROUTES"]

ROUTES: list[URLPattern] = [
    path(f"{PASSAGE}/variants/<int:variant>/verdict/", verdicts.judge, name="verdict"),
    path(f"{PASSAGE}/variants/<int:variant>/since/<int:number>/", verdicts.show_since, name="since"),
]
