"""Writing into the log what happened to people and workspaces."""

from collections.abc import Mapping
from typing import Any

from workbench.accounts.models import Invitation, Membership, User
from workbench.journal.actions import Place, record
from workbench.journal.kinds import Kind

__all__ = ["record_invitation", "record_member", "record_own"]

State = Mapping[str, Any] | None


def record_member(actor: User, kind: Kind, membership: Membership, before: State = None, after: State = None) -> None:
    """Record what was done to a member; the event's subject is the person."""
    name, place = membership.user.username, Place(membership.workspace_id)
    record(actor=actor, kind=kind, subject=membership.user_id, place=place, name=name, before=before, after=after)


def record_invitation(actor: User, kind: Kind, invitation: Invitation) -> None:
    """Record what was done to an invitation. All members read the log, so it names no e-mail address."""
    name = "by e-mail" if invitation.is_by_mail else invitation.addressee
    place, after = Place(invitation.workspace_id), {"role": invitation.role}
    record(actor=actor, kind=kind, subject=invitation.pk, place=place, name=name, after=after)


def record_own(actor: User, kind: Kind, subject: int, name: str, before: State = None, after: State = None) -> None:
    """Record what a person did to their own account: it belongs to no workspace."""
    record(actor=actor, kind=kind, subject=subject, place=Place(), name=name, before=before, after=after)
