"""Who was asked into a workspace."""

from datetime import datetime

from django.contrib.auth.models import AnonymousUser
from django.db import models

from workbench.accounts.models.user import User
from workbench.accounts.models.workspace import Membership, Role, Workspace

__all__ = ["Invitation", "InvitationQuerySet"]


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Invitations, as a person may see them."""

    def visible_to(self, user: User | AnonymousUser) -> "InvitationQuerySet":
        """Keep those to workspaces that the user owns."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        owned = Membership.objects.filter(user=user, role=Role.OWNER)
        return self.filter(workspace__in=owned.values("workspace_id"))

    def addressed_to(self, user: User | AnonymousUser) -> "InvitationQuerySet":
        """Keep those to the user, by user name or by the e-mail address that they confirmed."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        return self.filter(addressee__in=user.addresses)

    def holding(self, now: datetime) -> "InvitationQuerySet":
        """Keep those that may still be accepted."""
        return self.filter(state=Invitation.State.OPEN, expires_at__gt=now)


class Invitation(models.Model):
    """Somebody asked into a workspace by user name or e-mail address, whether or not there is such an account.

    `addressee` with an "@" is an e-mail address, in small letters. `digest` is the SHA-256 of the secret in the link.
    """

    class State(models.TextChoices):
        """What became of it."""

        OPEN = "open"
        ACCEPTED = "accepted"
        DECLINED = "declined"
        WITHDRAWN = "withdrawn"

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="invitations")
    addressee = models.CharField(max_length=254)
    role = models.CharField(max_length=10, choices=Role)
    digest = models.CharField(max_length=64, unique=True)
    state = models.CharField(max_length=9, choices=State, default=State.OPEN)
    invited_by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    decided_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["workspace", "addressee"],
                condition=models.Q(state="open"),
                name="one_open_invitation_per_addressee",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["open", "accepted", "declined", "withdrawn"]),
                name="invitation_state_known",
            ),
        )
        indexes = (models.Index(fields=["addressee", "state"], name="invitations_to_somebody"),)

    @property
    def is_by_mail(self) -> bool:
        """Whether it went to an e-mail address."""
        return "@" in self.addressee

    def is_addressed_to(self, user: User) -> bool:
        """Say whether it is the user's, by name or confirmed address."""
        return self.addressee in user.addresses

    def holds_at(self, now: datetime) -> bool:
        """Say whether it may be accepted at this moment."""
        return self.state == self.State.OPEN and self.expires_at > now
