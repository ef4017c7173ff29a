"""Django's name for this package."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The `api` application."""

    name = "workbench.api"
