"""Tokens for scripts."""

import secrets
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from workbench.accounts.checks import checked_line
from workbench.accounts.errors import Invalid
from workbench.accounts.models import ApiToken, Scope, User
from workbench.accounts.queries import digest_of
from workbench.accounts.recording import record_own
from workbench.journal.kinds import Kind

__all__ = ["make_token", "revoke_all_tokens", "revoke_token"]

TOKEN_PREFIX = "tcw_"  # noqa: S105 - public, so that leaked tokens can be searched for


@transaction.atomic
def make_token(*, actor: User, name: str, scopes: Iterable[str], expires_at: datetime | None) -> tuple[ApiToken, str]:
    """Make an API token; return it and its secret, which is shown this once and stored only as a hash."""
    name = checked_line("name", name, maximum=100, required=True)
    chosen = [scope for scope in Scope.values if scope in set(scopes)]
    if Scope.FEED in chosen and len(chosen) > 1:
        raise Invalid.field(
            "scopes", gettext("feed is expected alone: such a token is part of an address."), code="feed_alone"
        )
    if not chosen or set(scopes) - set(chosen):
        raise Invalid.field(
            "scopes",
            gettext("One or more of %(values)s are expected.") % {"values": ", ".join(Scope.values)},
            code="unknown_scope",
        )
    if expires_at is not None and expires_at <= timezone.now():
        raise Invalid.field("expires_at", gettext("A time to come is expected."), code="past")
    secret = TOKEN_PREFIX + secrets.token_urlsafe(32)
    token = ApiToken.objects.create(
        user=actor,
        name=name,
        digest=digest_of(secret),
        hint=secret[-4:],
        scopes=chosen,
        expires_at=expires_at,
    )
    record_own(actor, Kind.TOKEN_MADE, token.pk, name, after={"scopes": chosen})
    return token, secret


@transaction.atomic
def revoke_token(*, actor: User, token: ApiToken) -> ApiToken:
    """End one's own token for good. Revoking twice changes nothing."""
    if token.user_id != actor.pk:
        raise Invalid(gettext("One's own token is expected."))
    if ApiToken.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=timezone.now()):
        record_own(actor, Kind.TOKEN_REVOKED, token.pk, token.name)
    token.refresh_from_db()
    return token


@transaction.atomic
def revoke_all_tokens(*, actor: User) -> int:
    """End all of one's own tokens, those for feeds too; return how many there were."""
    tokens = list(ApiToken.objects.filter(user=actor, revoked_at=None))
    for token in tokens:
        revoke_token(actor=actor, token=token)
    return len(tokens)
