"""Webhooks of a workspace and what became of each delivery. Nothing is sent from here."""
