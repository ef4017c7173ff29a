"""What is written to people by mail about their accounts."""

from django.conf import settings
from django.core.mail import EmailMessage

from workbench.accounts.models import Invitation

__all__ = ["confirm_email", "invitation"]


def invitation(made: Invitation, secret: str) -> EmailMessage:
    """Return the letter with the link of an invitation by e-mail address."""
    text = (
        f"{made.invited_by} invites you to the workspace “{made.workspace}” "
        f"of a Translation Workbench, as {made.role}.\n\n"
        f"{settings.SITE_URL}/invitations/{secret}/\n\n"
        f"The link holds until {made.expires_at:%d %B %Y}, for one person. "
        "If you do not know what this is about, do nothing: you are in no workspace unless you accept.\n"
    )
    return EmailMessage(f"Invitation to “{made.workspace}”", text, to=[made.addressee])


def confirm_email(email: str, secret: str) -> EmailMessage:
    """Return the letter that asks whether an address is the person's own."""
    text = (
        "Somebody gave this address as theirs at a Translation Workbench. If it was you, confirm it, signed in:\n\n"
        f"{settings.SITE_URL}/account/email/{secret}/\n\n"
        "The link holds for three days. If it was not you, do nothing.\n"
    )
    return EmailMessage("Is this your address?", text, to=[email])
