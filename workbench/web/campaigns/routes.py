"""Addresses of campaigns."""

from django.urls import URLPattern, path

from workbench.web.campaigns.views import deciding, judging, making
from workbench.web.site.addresses import WORK

__all__ = ["ROUTES"]

ROUTES: list[URLPattern] = [
    path(f"{WORK}/campaigns/", making.show_campaigns, name="campaigns"),
    path(f"{WORK}/campaigns/bring/", making.bring, name="bring_campaign"),
    path("campaigns/<int:pk>/", making.show_campaign, name="campaign"),
    path("campaigns/<int:pk>/close/", making.close, name="close_campaign"),
    path("campaigns/<int:pk>/answers/", deciding.show_answers, name="campaign_answers"),
    path("campaigns/<int:pk>/decide/", deciding.decide, name="decide"),
    path("campaigns/<int:pk>/judge/", judging.judge, name="judge"),
]
