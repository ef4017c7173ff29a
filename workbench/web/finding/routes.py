"""Addresses of finding what matters."""

from django.urls import URLPattern, path

from workbench.web.finding import checks, differences
from workbench.web.site.addresses import WORK

__all__ = ["ROUTES"]

ROUTES: list[URLPattern] = [
    path(f"{WORK}/differences/", differences.show, name="differences"),
    path(f"{WORK}/checks/", checks.show, name="checks"),
    path(f"{WORK}/checks/choose/", checks.choose, name="choose_checks"),
    path("checks/<int:pk>/dismiss/", checks.dismiss, name="dismiss_check"),
    path("checks/<int:pk>/reopen/", checks.reopen, name="reopen_check"),
    path("checks/<int:pk>/raise/", checks.raise_thread, name="raise_check"),
]
