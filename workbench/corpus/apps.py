"""Django's name for this package."""

from django.apps import AppConfig


class CorpusConfig(AppConfig):
    """The `corpus` application."""

    name = "workbench.corpus"
