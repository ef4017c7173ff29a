"""Django's name for this package."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The `web` application."""

    name = "workbench.web"
