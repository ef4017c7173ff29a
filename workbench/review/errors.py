"""What review refuses, in the words of `accounts.errors`, with codes of its own."""

from workbench.accounts.errors import Conflict, Invalid, NotAllowed, Refused, Stale

__all__ = ["Conflict", "Invalid", "NotAllowed", "Refused", "Stale"]
