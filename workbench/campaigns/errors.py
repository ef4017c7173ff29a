"""What campaigns refuse, in the words of `accounts.errors`."""

from workbench.accounts.errors import Conflict, Invalid, NotAllowed, Refused, Stale

__all__ = ["Conflict", "Invalid", "NotAllowed", "Refused", "Stale"]
