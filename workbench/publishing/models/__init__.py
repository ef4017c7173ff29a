"""Rows of frozen states."""

from workbench.publishing.models.frozen import FrozenState, FrozenStateQuerySet

__all__ = ["FrozenState", "FrozenStateQuerySet"]
