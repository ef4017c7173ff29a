"""Django's name for this package."""

from django.apps import AppConfig


class OperatingConfig(AppConfig):
    """The `operating` application: commands and middleware, no models."""

    name = "workbench.operating"
