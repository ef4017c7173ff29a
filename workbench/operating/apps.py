"""Django's name for this package."""

from django.apps import AppConfig


class OperatingConfig(AppConfig):
    """The `operating` application: commands, middleware, and who is at work."""

    name = "workbench.operating"
