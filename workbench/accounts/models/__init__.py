"""Models of people and access; the bases that every row of the workbench shares are in `base`.

Rows and constraints. What a role may do is asked by `accounts.permissions`, what a person does is an action.
"""

from workbench.accounts.models.base import Scoped, ScopedQuerySet, Versioned, Viewer
from workbench.accounts.models.guard import IdempotentRequest, RateCounter
from workbench.accounts.models.invitation import Invitation, InvitationQuerySet
from workbench.accounts.models.reader import Reader
from workbench.accounts.models.token import ApiToken, Scope
from workbench.accounts.models.user import User
from workbench.accounts.models.workspace import Membership, Role, Workspace

__all__ = [
    "ApiToken",
    "IdempotentRequest",
    "Invitation",
    "InvitationQuerySet",
    "Membership",
    "RateCounter",
    "Reader",
    "Role",
    "Scope",
    "Scoped",
    "ScopedQuerySet",
    "User",
    "Versioned",
    "Viewer",
    "Workspace",
]
