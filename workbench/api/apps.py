"""Django's name for this package."""

from django.apps import AppConfig
from django.urls import register_converter

from workbench.api.protocol.addresses import PkConverter


class ApiConfig(AppConfig):
    """The `api` application."""

    name = "workbench.api"

    def ready(self) -> None:
        """Let addresses hold `<pk:pk>`."""
        register_converter(PkConverter, "pk")
