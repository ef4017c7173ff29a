"""Django's name for this package."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """The `accounts` application."""

    name = "workbench.accounts"
