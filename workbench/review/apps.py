"""Django's name for this package."""

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    """The `review` application."""

    name = "workbench.review"
