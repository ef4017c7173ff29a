"""The app's configuration."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """What happened."""

    name = "workbench.journal"
