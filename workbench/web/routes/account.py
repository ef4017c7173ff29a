"""Signing in, the account, workspaces and members, import and export."""

from django.urls import URLPattern

__all__ = ["ROUTES"]

ROUTES: list[URLPattern] = []
