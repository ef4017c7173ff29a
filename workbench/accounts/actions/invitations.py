"""Invitations: nobody is put into a workspace unasked.

Inviting answers alike whether there is such an account or not: nothing is looked up. An invitation by user name waits
for whoever signs in under it; one by e-mail address goes there with a link, and waits for the account with it, too.
"""

import secrets
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from workbench.accounts import letters
from workbench.accounts.actions.requests import count_request
from workbench.accounts.actions.workspaces import admit, checked_role
from workbench.accounts.checks import checked_addressee
from workbench.accounts.errors import Conflict, NotAllowed, TooOften
from workbench.accounts.mailing import post_on_commit
from workbench.accounts.models import Invitation, Membership, Role, User, Workspace
from workbench.accounts.permissions import can_manage, require_role
from workbench.accounts.queries import digest_of
from workbench.accounts.recording import record_invitation, record_member
from workbench.journal.kinds import Kind

__all__ = ["accept_invitation", "decline_invitation", "invite", "withdraw_invitation"]

HOLDS = timedelta(days=14)


@transaction.atomic
def invite(*, actor: User, workspace: Workspace, to: str, role: str) -> Invitation:
    """Invite somebody by user name or e-mail address; an earlier invitation of theirs is replaced. For owners.

    Raises `Invalid` for what is neither, `Conflict` for a member's user name, `TooOften` beyond
    settings.INVITATION_RATE.
    """
    require_role(actor, workspace, Role.OWNER)
    to, role = checked_addressee("to", to), checked_role(role)
    if workspace.memberships.filter(user__username=to).exists():
        raise Conflict(
            gettext("%(to)s is a member already.") % {"to": to},
            code="member",
            fields={"to": gettext("Already a member.")},
        )
    _count(actor)
    Invitation.objects.filter(workspace=workspace, addressee=to, state=Invitation.State.OPEN).update(
        state=Invitation.State.WITHDRAWN, decided_by=actor, decided_at=timezone.now()
    )
    secret = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        workspace=workspace,
        addressee=to,
        role=role,
        digest=digest_of(secret),
        invited_by=actor,
        expires_at=timezone.now() + HOLDS,
    )
    record_invitation(actor, Kind.INVITATION_MADE, invitation)
    if invitation.is_by_mail:
        post_on_commit(letters.invitation(invitation, secret))
    return invitation


@transaction.atomic
def accept_invitation(*, actor: User, invitation: Invitation, secret: str = "") -> Membership:
    """Become a member. `secret` is that of the link, where the invitation is not addressed to the person by name.

    Raises `NotAllowed` for others, `Conflict` for one that holds no longer, for members, and for a member's namesake.
    """
    invitation = _held(actor, invitation, secret)
    membership = admit(workspace=invitation.workspace, user=actor, role=Role(invitation.role))
    record_member(actor, Kind.MEMBER_ADDED, membership, after={"role": invitation.role})
    _decide(actor, invitation, Invitation.State.ACCEPTED, Kind.INVITATION_ACCEPTED)
    return membership


@transaction.atomic
def decline_invitation(*, actor: User, invitation: Invitation, secret: str = "") -> Invitation:
    """Say no. Raises as `accept_invitation` does."""
    return _decide(actor, _held(actor, invitation, secret), Invitation.State.DECLINED, Kind.INVITATION_DECLINED)


@transaction.atomic
def withdraw_invitation(*, actor: User, invitation: Invitation) -> Invitation:
    """Take an open invitation back. For owners; `Conflict` if it was decided already."""
    require_role(actor, invitation.workspace_id, Role.OWNER)
    return _decide(actor, _open(invitation), Invitation.State.WITHDRAWN, Kind.INVITATION_WITHDRAWN)


def _held(actor: User, invitation: Invitation, secret: str) -> Invitation:
    if not invitation.is_addressed_to(actor) and digest_of(secret) != invitation.digest:
        raise NotAllowed(gettext("This invitation is somebody else's."))
    invitation = _open(invitation)
    if not invitation.holds_at(timezone.now()) or not can_manage(invitation.invited_by, invitation.workspace_id):
        raise Conflict(gettext("This invitation does not hold any more: ask for another one."), code="lapsed")
    return invitation


def _open(invitation: Invitation) -> Invitation:
    """Return the invitation as it stands, held until the transaction ends."""
    rows = Invitation.objects.select_for_update(of=("self",)).select_related("workspace", "invited_by")
    found = rows.get(pk=invitation.pk)
    if found.state != Invitation.State.OPEN:
        raise Conflict(gettext("This invitation was answered or withdrawn already."), code="decided")
    return found


def _decide(actor: User, invitation: Invitation, state: str, kind: Kind) -> Invitation:
    invitation.state, invitation.decided_by, invitation.decided_at = state, actor, timezone.now()
    invitation.save(update_fields=["state", "decided_by", "decided_at"])
    record_invitation(actor, kind, invitation)
    return invitation


def _count(actor: User) -> None:
    allowed, window = settings.INVITATION_RATE
    if count_request(name=f"invite:{actor.pk}", window=window) > allowed:
        raise TooOften(
            gettext("At most %(allowed)s invitations in %(window)s hours are expected.")
            % {"allowed": allowed, "window": window // 3600},
            wait=window,
        )
