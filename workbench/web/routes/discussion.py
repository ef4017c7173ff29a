"""Threads, comments, suggestions and the review queue."""

from django.urls import URLPattern

__all__ = ["ROUTES"]

ROUTES: list[URLPattern] = []
