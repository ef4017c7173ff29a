"""Django's name for this package."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """The `accounts` application."""

    name = "workbench.accounts"

    def ready(self) -> None:
        """Register the checks of the machine."""
        from workbench.accounts import system_checks  # noqa: F401, PLC0415 - settings must be read first
