"""People who come with an account of elsewhere: who they are here. They get no workspace; somebody invites them."""

import re
import secrets
from collections.abc import Iterator

from django.db import transaction
from django.utils import timezone

from workbench.accounts.checks import checked_email, checked_name
from workbench.accounts.errors import Invalid
from workbench.accounts.models import Invitation, User
from workbench.accounts.recording import record_own
from workbench.journal.kinds import Kind

__all__ = ["join", "person_at"]

_TAKEN_UP_TO = 20


def person_at(address: str) -> User | None:
    """Return the one account with this confirmed address; None where there is none, or more than one."""
    found = list(User.objects.filter(email__iexact=address)[:2]) if address else []
    return found[0] if len(found) == 1 else None


@transaction.atomic
def join(*, username: str, name: str, address: str) -> User:
    """Make an account without a password for somebody whom a provider vouches for.

    What the provider says is a wish: a name that our rules refuse is left out, a user name that is taken, or that an
    invitation waits for, gets a number. `address` is confirmed, or "".
    """
    user = User(username=_free(username or address), name=_taken("name", name), email=_taken("email", address))
    user.set_unusable_password()
    user.save()
    record_own(user, Kind.PERSON_JOINED, user.pk, str(user))
    return user


def _taken(field: str, said: str) -> str:
    if not said:
        return ""
    try:
        return checked_name(field, said) if field == "name" else checked_email(field, said)
    except Invalid:
        return ""


def _free(wish: str) -> str:
    """Return a user name like the wish that nobody has, and that nobody was invited by."""
    asked = set(Invitation.objects.holding(timezone.now()).values_list("addressee", flat=True))
    for name in _names_like(wish):
        if name not in asked and not User.objects.filter(username__iexact=name).exists():
            return name
    raise AssertionError("random names are free")


def _names_like(wish: str) -> Iterator[str]:
    stem = re.sub(r"[^A-Za-z0-9_.+-]", "", wish.partition("@")[0])[:140] or "person"
    yield stem
    for number in range(2, _TAKEN_UP_TO):
        yield f"{stem}{number}"
    while True:
        yield f"{stem}-{secrets.token_hex(4)}"
