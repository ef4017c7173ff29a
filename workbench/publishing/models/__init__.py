"""Rows of what is kept as it was, and of what readers without an account send."""

from workbench.publishing.models.frozen import FrozenState, FrozenStateQuerySet
from workbench.publishing.models.sending import Sending

__all__ = ["FrozenState", "FrozenStateQuerySet", "Sending"]
