"""The app's configuration."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Who is told of what."""

    name = "workbench.notices"
