"""Django's name for this package."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The `web` application."""

    name = "workbench.web"

    def ready(self) -> None:
        """Let jobs make editions."""
        from workbench.review.transfer.jobs import let_make  # noqa: PLC0415 - models must be there first
        from workbench.web.publishing.packing import EDITION, make_edition  # noqa: PLC0415

        let_make(EDITION, make_edition)
