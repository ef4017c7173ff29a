"""The app's configuration."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """Frozen states of works, and who may read them."""

    name = "workbench.publishing"
