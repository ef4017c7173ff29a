"""Rows of campaigns."""

from workbench.campaigns.models.campaign import Answer, Campaign, Item, Kind, Seat

__all__ = ["Answer", "Campaign", "Item", "Kind", "Seat"]
