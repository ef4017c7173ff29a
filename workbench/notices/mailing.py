"""Letters about what happened: to whom, decided when they are sent, with the rights people have then."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage

from workbench.journal.kinds import Kind
from workbench.journal.models import Event
from workbench.notices.actions import note_mailed
from workbench.notices.models import MailWish
from workbench.notices.queries import find_unmailed

__all__ = ["letter_about", "send_due"]

_MOST = 50  # events that one letter tells


def send_due(*, now: datetime) -> int:
    """Send what is due to everybody who wants mail; return the number of letters.

    A letter is remembered after it was handed over: one that fails is sent again with the next call.
    """
    wishes = MailWish.objects.exclude(pace=MailWish.Pace.NEVER).select_related("user").order_by("pk")
    due = [wish for wish in wishes if wish.is_due(now) and wish.user.is_active and wish.user.email]
    return sum(_send(wish, now) for wish in due)


def _send(wish: MailWish, now: datetime) -> bool:
    events = list(find_unmailed(wish.user)[:_MOST])
    if not events:
        return False
    letter_about(wish, events).send()
    cursors: dict[int, int] = defaultdict(int)
    for event in events:
        cursors[event.workspace_id or 0] = max(cursors[event.workspace_id or 0], event.cursor or 0)
    note_mailed(wish=wish, cursors=cursors, at=now)
    return True


def letter_about(wish: MailWish, events: Sequence[Event]) -> EmailMessage:
    """Return the letter, with the headers by which a mail program ends it in one click (RFC 2369, RFC 8058)."""
    stop = f"{settings.SITE_URL}/mail/stop/{wish.secret}/"
    lines = "\n".join(_line(event) for event in reversed(events))
    text = f"{lines}\n\nAll of it: {settings.SITE_URL}/inbox/\nNo more mail: {stop}\n"
    headers = {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    subject = "What happened in your discussions"
    return EmailMessage(subject, text, to=[wish.user.email], headers=headers)


def _line(event: Event) -> str:
    what = Kind(event.kind).label if event.kind in Kind.values else event.kind
    line = f"{event.at:%d %B, %H:%M}  {event.actor} {what}: {event.name}"
    return f"{line}\n    {settings.SITE_URL}/threads/{event.thread}/" if event.thread else line
