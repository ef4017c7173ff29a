"""Who may change texts, as predicates over the role in the work's workspace."""

from workbench.accounts.permissions import can_comment, can_manage, can_read, can_write, require_role

__all__ = ["can_comment", "can_manage", "can_read", "can_write", "require_role"]
