"""One's own account."""

from django.core import signing
from django.db import IntegrityError, transaction
from django.utils.translation import gettext

from workbench.accounts import letters
from workbench.accounts.checks import checked_email, checked_name
from workbench.accounts.errors import Conflict, Invalid
from workbench.accounts.mailing import post_on_commit
from workbench.accounts.models import User
from workbench.accounts.names import name_fingerprint
from workbench.accounts.namesakes import mark_namesakes
from workbench.accounts.recording import record_own
from workbench.journal.kinds import Kind

__all__ = ["ask_for_email", "confirm_email", "rename_person"]

_SALT = "workbench.accounts.email"
_HOLDS = 3 * 24 * 3600  # seconds


@transaction.atomic
def rename_person(*, actor: User, name: str) -> User:
    """Change the name that others read. Raises `Conflict` where a member of one's workspaces is called so already."""
    before, actor.name = actor.name, checked_name("name", name)
    try:
        with transaction.atomic():
            actor.save(update_fields=["name"])
            actor.memberships.update(name_fingerprint=name_fingerprint(actor.shown))
    except IntegrityError as error:
        message = gettext(
            "Another name is expected: in one of your workspaces somebody is called so, or nearly so, already."
        )
        raise Conflict(message, code="same_name", fields={"name": message}) from error
    mark_namesakes(actor, list(actor.memberships.values_list("workspace_id", flat=True)))
    record_own(actor, Kind.PERSON_RENAMED, actor.pk, str(actor), before={"name": before}, after={"name": actor.name})
    return actor


def ask_for_email(*, actor: User, email: str) -> None:
    """Send a link to an address; it becomes the person's own when they open it. Raises `Invalid` for no address."""
    email = checked_email("email", email)
    post_on_commit(letters.confirm_email(email, signing.dumps([actor.pk, actor.email, email], salt=_SALT)))


@transaction.atomic
def confirm_email(*, actor: User, secret: str) -> User:
    """Take the address that the link was sent to. Raises `Invalid` if the link is another's, was used, or is old."""
    try:
        pk, before, email = signing.loads(secret, salt=_SALT, max_age=_HOLDS)
    except signing.BadSignature as error:
        raise Invalid(gettext("This link does not hold any more: ask for another one."), code="bad_link") from error
    if (pk, before) != (actor.pk, actor.email):
        raise Invalid(gettext("This link does not hold for you any more: ask for another one."), code="bad_link")
    actor.email = email
    actor.save(update_fields=["email"])
    record_own(actor, Kind.PERSON_EMAIL_CHANGED, actor.pk, str(actor))
    return actor
