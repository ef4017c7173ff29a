"""Every write about people and access: one function per thing a person can do; it does it, or raises from `errors`."""

import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.text import slugify

from workbench.accounts.checks import checked_line
from workbench.accounts.errors import Conflict, Invalid
from workbench.accounts.models import ApiToken, IdempotentRequest, Membership, RateCounter, Role, Scope, User, Workspace
from workbench.accounts.permissions import require_role
from workbench.accounts.queries import digest_of
from workbench.journal.actions import Place, record
from workbench.journal.kinds import Kind

__all__ = [
    "add_member",
    "begin_request",
    "change_role",
    "count_request",
    "create_workspace",
    "keep_response",
    "make_token",
    "note_token_use",
    "remove_member",
    "rename_person",
    "revoke_token",
]

State = Mapping[str, Any] | None
ANSWERS_KEPT = timedelta(hours=24)

TOKEN_PREFIX = "tcw_"  # noqa: S105 - public, so that leaked tokens can be searched for


@transaction.atomic
def create_workspace(*, actor: User, name: str, slug: str = "") -> Workspace:
    """Make a workspace whose first owner is `actor`. Without `slug`, one is made from the name and a random tail.

    Raises `Invalid` for an unusable name and `Conflict` for a slug that is taken.
    """
    name = checked_line("name", name, maximum=150, required=True)
    slug = slugify(slug)[:50] or f"{slugify(name)[:40] or 'workspace'}-{secrets.token_hex(3)}"
    if Workspace.objects.filter(slug=slug).exists():
        raise Conflict("This slug is taken.", fields={"slug": "Another one is expected: this slug is taken."})
    workspace = Workspace.objects.create(name=name, slug=slug)
    Membership.objects.create(workspace=workspace, user=actor, role=Role.OWNER)
    record(actor=actor, kind=Kind.WORKSPACE_CREATED, subject=workspace.pk, place=Place(workspace.pk), name=name)
    return workspace


@transaction.atomic
def add_member(*, actor: User, workspace: Workspace, username: str, role: str) -> Membership:
    """Let the person with this user name in. Raises `NotAllowed` for non-owners, `Invalid` for unknown names."""
    require_role(actor, workspace, Role.OWNER)
    user = User.objects.filter(username=checked_line("username", username, maximum=150), is_active=True).first()
    if user is None:
        raise Invalid.field("username", "The user name of an existing account is expected.", code="unknown_user")
    try:
        with transaction.atomic():
            membership = Membership.objects.create(workspace=workspace, user=user, role=_checked_role(role))
    except IntegrityError as error:
        raise Conflict(f"{user} is a member already.", fields={"username": "Already a member."}) from error
    _record_member(actor, Kind.MEMBER_ADDED, membership, after={"role": role})
    return membership


@transaction.atomic
def change_role(*, actor: User, membership: Membership, role: str) -> Membership:
    """Give a member another role. Raises `Conflict` if the workspace would be left without an owner."""
    require_role(actor, membership.workspace_id, Role.OWNER)
    role = _checked_role(role)
    if role != Role.OWNER:
        _require_another_owner(membership)
    before, membership.role = membership.role, role
    membership.save(update_fields=["role"])
    _record_member(actor, Kind.MEMBER_CHANGED, membership, before={"role": before}, after={"role": role})
    return membership


@transaction.atomic
def remove_member(*, actor: User, membership: Membership) -> None:
    """Take a member out; everybody may leave. What they wrote stays. The last owner cannot go."""
    if membership.user_id != actor.pk:
        require_role(actor, membership.workspace_id, Role.OWNER)
    _require_another_owner(membership)
    _record_member(actor, Kind.MEMBER_REMOVED, membership, before={"role": membership.role})
    membership.delete()


@transaction.atomic
def rename_person(*, actor: User, name: str) -> User:
    """Change the name that others read under one's comments."""
    before, actor.name = actor.name, checked_line("name", name, maximum=150)
    actor.save(update_fields=["name"])
    _record_own(actor, Kind.PERSON_RENAMED, actor.pk, str(actor), before={"name": before}, after={"name": actor.name})
    return actor


@transaction.atomic
def make_token(*, actor: User, name: str, scopes: Iterable[str], expires_at: datetime | None) -> tuple[ApiToken, str]:
    """Make an API token; return it and its secret, which is shown this once and stored only as a hash."""
    name = checked_line("name", name, maximum=100, required=True)
    chosen = [scope for scope in Scope.values if scope in set(scopes)]
    if not chosen or set(scopes) - set(chosen):
        raise Invalid.field("scopes", f"One or more of {', '.join(Scope.values)} are expected.", code="unknown_scope")
    if expires_at is not None and expires_at <= timezone.now():
        raise Invalid.field("expires_at", "A time to come is expected.", code="past")
    secret = TOKEN_PREFIX + secrets.token_urlsafe(32)
    token = ApiToken.objects.create(
        user=actor,
        name=name,
        digest=digest_of(secret),
        hint=secret[-4:],
        scopes=chosen,
        expires_at=expires_at,
    )
    _record_own(actor, Kind.TOKEN_MADE, token.pk, name, after={"scopes": chosen})
    return token, secret


@transaction.atomic
def revoke_token(*, actor: User, token: ApiToken) -> ApiToken:
    """End one's own token for good. Revoking twice changes nothing."""
    if token.user_id != actor.pk:
        raise Invalid("One's own token is expected.")
    if ApiToken.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=timezone.now()):
        _record_own(actor, Kind.TOKEN_REVOKED, token.pk, token.name)
    token.refresh_from_db()
    return token


def note_token_use(*, token: ApiToken, every: timedelta = timedelta(minutes=10)) -> None:
    """Remember that the token was used, at most once in `every`, so that reads stay reads."""
    now = timezone.now()
    if token.last_used_at is None or now - token.last_used_at > every:
        ApiToken.objects.filter(pk=token.pk).update(last_used_at=now)


def count_request(*, key: str, window: int) -> int:
    """Count one request under `key` in the present window of `window` seconds; return the count so far.

    One atomic upsert, so the count holds across processes and machines. Old windows of the key are forgotten.
    """
    begin = int(timezone.now().timestamp()) // window * window
    table = connection.ops.quote_name(RateCounter._meta.db_table)
    statement = (
        f'INSERT INTO {table} (key, "window", count) VALUES (%s, %s, 1) '  # noqa: S608 - the table's own name
        f'ON CONFLICT (key, "window") DO UPDATE SET count = {table}.count + 1 RETURNING count'
    )
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, [key[:200], begin])
        count = int(cursor.fetchone()[0])
        if count == 1:
            RateCounter.objects.filter(key=key[:200], window__lt=begin).delete()
    return count


@transaction.atomic
def begin_request(*, actor: User, key: str, fingerprint: str) -> IdempotentRequest:
    """Remember that `actor` sent a request under `key`, or return the memory of the first one, whose `status` is set.

    To be called in the transaction of the request's effect: a second request with the key then waits for the first.
    Answers are forgotten after a day. Raises `Invalid` if the key came with another request.
    """
    memories = IdempotentRequest.objects.filter(user=actor)
    memories.filter(created_at__lt=timezone.now() - ANSWERS_KEPT).delete()
    try:
        with transaction.atomic():
            return IdempotentRequest.objects.create(user=actor, key=key, fingerprint=fingerprint)
    except IntegrityError:
        memory = memories.get(key=key)
    if memory.fingerprint != fingerprint:
        message = "A new Idempotency-Key is expected: this one came with another request."
        raise Invalid(message, code="idempotency_key_reused")
    return memory


def keep_response(*, memory: IdempotentRequest, status: int, headers: Mapping[str, str], body: str) -> None:
    """Keep what was answered to a remembered request."""
    memory.status, memory.headers, memory.body = status, dict(headers), body
    memory.save()


def _record_member(actor: User, kind: Kind, membership: Membership, before: State = None, after: State = None) -> None:
    place = Place(membership.workspace_id)
    record(
        actor=actor,
        kind=kind,
        subject=membership.user_id,
        place=place,
        name=membership.user.username,
        before=before,
        after=after,
    )


def _record_own(actor: User, kind: Kind, subject: int, name: str, before: State = None, after: State = None) -> None:
    """Record what a person did to their own account: it belongs to no workspace."""
    record(actor=actor, kind=kind, subject=subject, place=Place(), name=name, before=before, after=after)


def _checked_role(role: str) -> Role:
    if role not in Role.values:
        raise Invalid.field("role", f"One of {', '.join(Role.values)} is expected.", code="unknown_role")
    return Role(role)


def _require_another_owner(membership: Membership) -> None:
    owners = Membership.objects.select_for_update().filter(workspace=membership.workspace_id, role=Role.OWNER)
    if list(owners.values_list("pk", flat=True)) == [membership.pk]:
        raise Conflict("A workspace needs an owner: make somebody else owner first.", code="last_owner")
