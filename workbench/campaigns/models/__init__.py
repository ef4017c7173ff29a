"""Rows of campaigns."""

from workbench.campaigns.models.campaign import Answer, Campaign, Handing, Item, Kind, Seat

__all__ = ["Answer", "Campaign", "Handing", "Item", "Kind", "Seat"]
