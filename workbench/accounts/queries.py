"""Reads that cross tables: who is in a workspace, whose token this is, what the request limit says."""

import hashlib
from datetime import datetime

from django.db.models import Q, QuerySet

from workbench.accounts.models import ApiToken, Invitation, Membership, Scope, User, Workspace

__all__ = [
    "digest_of",
    "feed_tokens_of",
    "find_feed_token",
    "find_invitation",
    "find_token",
    "invitations_to",
    "members_of",
    "memberships_of",
    "open_invitations",
    "roles_of",
    "tokens_of",
]


def digest_of(secret: str) -> str:
    """Return what is stored of a token's secret: its SHA-256 in hexadecimal (the secret has 256 random bits)."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def find_token(secret: str, *, now: datetime) -> ApiToken | None:
    """Return the token with this secret if it is neither revoked nor expired at `now` and its user is active."""
    valid = Q(expires_at=None) | Q(expires_at__gt=now)
    return (
        ApiToken.objects.select_related("user")
        .filter(valid, digest=digest_of(secret), revoked_at=None, user__is_active=True)
        .first()
    )


def find_feed_token(secret: str, *, now: datetime) -> ApiToken | None:
    """Return the token with this secret if it holds at `now` and opens feeds and nothing else."""
    token = find_token(secret, now=now)
    return token if token is not None and token.scopes == [Scope.FEED] else None


def members_of(workspace: Workspace) -> QuerySet[Membership]:
    """Return the memberships of a workspace with their users, by name."""
    return workspace.memberships.select_related("user").order_by("user__username")


def memberships_of(user: User) -> QuerySet[Membership]:
    """Return a person's memberships with their workspaces, by name."""
    return user.memberships.select_related("workspace").order_by("workspace__name", "workspace_id")


def tokens_of(user: User) -> QuerySet[ApiToken]:
    """Return a person's tokens that were not revoked, newest first."""
    return ApiToken.objects.visible_to(user).filter(revoked_at=None).order_by("-created_at", "-pk")


def feed_tokens_of(user: User) -> QuerySet[ApiToken]:
    """Return a person's tokens for feeds that were not revoked."""
    return ApiToken.objects.visible_to(user).filter(revoked_at=None, scopes=[Scope.FEED])


def roles_of(user: User) -> dict[int, str]:
    """Return the user's role by workspace id, in one query."""
    return dict(Membership.objects.filter(user=user).values_list("workspace_id", "role"))


def invitations_to(user: User, *, now: datetime) -> QuerySet[Invitation]:
    """Return the invitations that the user may accept at `now`, with workspace and host, newest first."""
    rows = Invitation.objects.addressed_to(user).holding(now).exclude(workspace__memberships__user=user)
    return rows.select_related("workspace", "invited_by").order_by("-created_at", "-pk")


def open_invitations(workspace: Workspace, *, now: datetime) -> QuerySet[Invitation]:
    """Return the invitations to a workspace that may be accepted at `now`, newest first."""
    return workspace.invitations.holding(now).select_related("invited_by").order_by("-created_at", "-pk")


def find_invitation(secret: str, *, now: datetime) -> Invitation | None:
    """Return the invitation whose link has this secret, if it may be accepted at `now`."""
    rows = Invitation.objects.holding(now).select_related("workspace", "invited_by")
    return rows.filter(digest=digest_of(secret)).first()
