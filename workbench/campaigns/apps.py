"""The app's configuration."""

from django.apps import AppConfig


class CampaignsConfig(AppConfig):
    """Campaigns of judging."""

    name = "workbench.campaigns"
