"""Who may change texts: a matter of the role in the work's workspace alone."""

from workbench.accounts.permissions import require_role

__all__ = ["require_role"]
