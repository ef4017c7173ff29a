"""Making an account of one's own: only with the link of an invitation."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from workbench.accounts.actions import accept_invitation
from workbench.accounts.checks import checked_name
from workbench.accounts.errors import Conflict, Invalid
from workbench.accounts.models import User
from workbench.accounts.passwords import count_guess, set_password
from workbench.accounts.queries import find_invitation
from workbench.accounts.recording import record_own
from workbench.journal.kinds import Kind

__all__ = ["sign_up"]


@transaction.atomic
def sign_up(*, secret: str, username: str, name: str, password: str) -> User:
    """Make an account and accept the invitation whose link has this secret; its address becomes the account's.

    Raises `Conflict` if the link holds no longer, `Invalid` naming the field for a name or password that is not taken.
    """
    count_guess(f"sign-up:{secret}", "name")
    invitation = find_invitation(secret, now=timezone.now())
    if invitation is None:
        raise Conflict(gettext("This invitation does not hold any more: ask for another one."), code="lapsed")
    email = invitation.addressee if invitation.is_by_mail else ""
    user = set_password(
        user=_checked(User(username=username, name=checked_name("name", name), email=email)), new=password
    )
    record_own(user, Kind.PERSON_JOINED, user.pk, str(user))
    accept_invitation(actor=user, invitation=invitation, secret=secret)
    return user


def _checked(user: User) -> User:
    if "@" in user.username:
        raise Invalid.field("username", gettext("A user name without “@” is expected."), code="invalid_username")
    user.set_unusable_password()
    try:
        user.full_clean()
    except ValidationError as error:
        fields = {name: " ".join(messages) for name, messages in error.message_dict.items()}
        raise Invalid(" ".join(error.messages), code="invalid_account", fields=fields) from error
    return user
