"""What a person may decide about being told: to follow, to mute, and that they have read."""

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext

from workbench.accounts.errors import Invalid, NotAllowed
from workbench.accounts.models import Role, User, Workspace
from workbench.accounts.permissions import require_role
from workbench.corpus.models import Work
from workbench.journal.models import Cursor
from workbench.notices.models import MailWish, Reading, Subscription
from workbench.review.models import Thread

__all__ = [
    "choose_pace",
    "claim_mail",
    "follow",
    "forget_subscription",
    "mute",
    "note_mailed",
    "read_notices",
    "stop_mail",
]

_TAKEN_FOR = timedelta(minutes=2)


@transaction.atomic
def follow(*, actor: User, subject: Work | Thread) -> Subscription:
    """Be told of all that others do in a work or a thread."""
    return _subscribe(actor, subject, is_muted=False)


@transaction.atomic
def mute(*, actor: User, subject: Work | Thread) -> Subscription:
    """Be told no more of a thread or a work, though one takes part in it."""
    return _subscribe(actor, subject, is_muted=True)


def forget_subscription(*, actor: User, subscription: Subscription) -> None:
    """Neither follow nor mute something any more. Raises `NotAllowed` for somebody else's wish."""
    if subscription.user_id != actor.pk:
        raise NotAllowed(gettext("One's own subscription is expected."))
    Subscription.objects.filter(pk=subscription.pk).delete()


@transaction.atomic
def read_notices(*, actor: User, workspace: Workspace, cursor: int) -> Reading:
    """Say that one has read what happened in a workspace up to an event's cursor. Reading never goes back."""
    require_role(actor, workspace, Role.READER)
    if cursor < 0:
        raise Invalid.field("cursor", gettext("The cursor of an event is expected."), code="bad_cursor")
    reading, _ = Reading.objects.select_for_update().get_or_create(user=actor, workspace=workspace)
    reading.read_to = max(reading.read_to, cursor)
    reading.save(update_fields=["read_to"])
    return reading


@transaction.atomic
def choose_pace(*, actor: User, pace: str) -> MailWish:
    """Say how often one wants mail. Raises `Invalid` for an unknown pace, and without a confirmed address."""
    if pace not in MailWish.Pace.values:
        raise Invalid.field(
            "pace",
            gettext("One of %(values)s is expected.") % {"values": ", ".join(MailWish.Pace.values)},
            code="unknown_pace",
        )
    if pace != MailWish.Pace.NEVER and not actor.email:
        raise Invalid.field("pace", gettext("A confirmed e-mail address is expected first."), code="no_address")
    wish, _ = MailWish.objects.get_or_create(user=actor, defaults={"secret": secrets.token_urlsafe(32)})
    wish.pace = pace
    wish.save(update_fields=["pace"])
    return wish


def stop_mail(*, secret: str) -> bool:
    """Send no more mail to whoever's letters have this secret; say whether there was somebody."""
    return bool(MailWish.objects.filter(secret=secret).update(pace=MailWish.Pace.NEVER))


def claim_mail(*, wish: MailWish, at: datetime) -> bool:
    """Take it upon oneself to write to somebody, for two minutes at most; say whether nobody else has."""
    free = MailWish.objects.filter(Q(taken_until=None) | Q(taken_until__lt=at), pk=wish.pk)
    return bool(free.update(taken_until=at + _TAKEN_FOR))


@transaction.atomic
def note_mailed(*, wish: MailWish, cursors: Mapping[int, int], at: datetime) -> None:
    """Remember what a letter told: by workspace id, the cursor of the last event; others may write again."""
    for workspace, cursor in sorted(cursors.items()):
        reading, _ = Reading.objects.select_for_update().get_or_create(user=wish.user, workspace_id=workspace)
        reading.mailed_to = max(reading.mailed_to, cursor)
        reading.save(update_fields=["mailed_to"])
    written = {"sent_at": at} if cursors else {}
    MailWish.objects.filter(pk=wish.pk).update(taken_until=None, **written)


def _subscribe(actor: User, subject: Work | Thread, *, is_muted: bool) -> Subscription:
    require_role(actor, subject.workspace_id, Role.READER)
    what = {"work": subject} if isinstance(subject, Work) else {"thread": subject}
    before = Subscription.objects.filter(user=actor, is_muted=is_muted, **what).first()
    if before is not None:
        return before
    last = Cursor.objects.filter(workspace=subject.workspace_id).values_list("last", flat=True).first()
    changes = {"is_muted": is_muted, "workspace_id": subject.workspace_id, "since": last or 0}
    return Subscription.objects.update_or_create(user=actor, **what, defaults=changes)[0]
