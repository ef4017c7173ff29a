"""What is kept of a person is forgotten when they want that (GDPR, article 17); `accounts.personal` gives it out.

What they wrote stays, for others answer it and build on it; it is signed "former member" then. Every model that names
people says here which of both it is, and a test asks that of new ones.
"""

from django.db import connection, transaction
from django.db.models import Count, F, Q
from django.utils.translation import gettext

from workbench.accounts.closing import end_sessions
from workbench.accounts.errors import Conflict
from workbench.accounts.models import Invitation, Membership, Role, User
from workbench.accounts.personal import links_to_people, naming
from workbench.journal.append_only import guard, unguard
from workbench.journal.kinds import Kind
from workbench.journal.models import Event

__all__ = ["FORGOTTEN", "FORMER", "SIGNED", "forget_person", "settle"]

FORMER = "former member"
FORGOTTEN = frozenset(f"accounts.{name}" for name in ("Membership", "ApiToken", "IdempotentRequest")) | frozenset(
    ["corpus.Job", "corpus.Upload", "review.KeptQueue", "review.Mention", "review.Note"]
    + [f"notices.{name}" for name in ("MailWish", "Reading", "Subscription", "Visit")]
    + ["account.EmailAddress", "socialaccount.SocialAccount", "mfa.Authenticator"]  # of the extra sso
)
"""Models whose rows go with the person."""
SIGNED = frozenset(
    [
        "journal.Event",
        "accounts.Invitation",
        "review.Thread",
        "review.AnchorMove",
        "review.Comment",
        "review.Suggestion",
    ]
    + ["review.Verdict", "review.Adjudication", "notices.Webhook", "publishing.FrozenState", "publishing.Sending"]
    + [f"campaigns.{name}" for name in ("Campaign", "Seat", "Answer", "Item")]
    + [f"corpus.{name}" for name in ("Work", "Revision", "Check", "Equivalence", "Import", "Term", "StyleRule")]
    + ["corpus.ConfirmedLink", "corpus.Correction"]
)
"""Models whose rows stay, signed by a former member."""
_OF_PEOPLE = [Kind.MEMBER_ADDED, Kind.MEMBER_CHANGED, Kind.MEMBER_REMOVED]


@transaction.atomic
def forget_person(*, user: User) -> None:
    """End sessions and tokens, delete what is a person's own, and sign what stays as by a former member.

    The log is opened for it, in this transaction alone: whoever runs the workbench may, nobody else. Raises `Conflict`
    where a workspace with other members would be left without an owner.
    """
    _refuse_last_owner(user)
    _forget_in_log(user)
    Invitation.objects.filter(addressee__in=user.addresses).delete()
    for model, columns in links_to_people().items():
        if model._meta.label in FORGOTTEN:
            model._default_manager.filter(naming(user, columns)).delete()
    user.username, user.name, user.email = f"former-{user.pk}", FORMER, ""
    user.is_active = user.is_staff = user.is_superuser = user.shows_username = False
    user.last_login = None
    user.set_unusable_password()
    user.save()
    end_sessions(user=user)


def _refuse_last_owner(user: User) -> None:
    owned = Membership.objects.filter(user=user, role=Role.OWNER).values("workspace")
    owners = Count("workspace__memberships", filter=Q(workspace__memberships__role=Role.OWNER))
    shared = Membership.objects.filter(user=user, workspace__in=owned).annotate(
        owners=owners, members=Count("workspace__memberships")
    )
    left = list(shared.filter(owners=1, members__gt=F("owners")).values_list("workspace__slug", flat=True))
    if left:
        raise Conflict(
            gettext("Another owner is expected first in: %(left)s.") % {"left": ", ".join(left)}, code="last_owner"
        )


def _forget_in_log(user: User) -> None:
    """Take names out of the log; what happened to the account alone goes."""
    settle()
    unguard(connection)
    events = Event.objects.order_by()
    events.filter(workspace=None, actor=user).delete()
    events.filter(kind__in=_OF_PEOPLE, subject=user.pk).update(name=FORMER)
    invited = events.filter(kind__startswith="invitation.", name__in=user.addresses)
    invited.update(name=FORMER)
    mentions = events.filter(kind=Kind.COMMENT_MENTIONED, name__icontains=user.username)
    for event in mentions.iterator(chunk_size=500):
        Event.objects.filter(pk=event.pk).update(name=_without(event.name, user.username))
    settle()
    guard(connection)


def settle() -> None:
    """Let PostgreSQL look at references now: it alters no table while it has still to."""
    if connection.vendor == "postgresql":
        connection.check_constraints()


def _without(names: str, username: str) -> str:
    said = [one.strip() for one in names.split(",")]
    return ", ".join(FORMER if one.lstrip("@") == username else one for one in said)
