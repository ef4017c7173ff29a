"""Letters about what happened: to whom, decided when they are sent, with the rights people have then."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import QuerySet

from workbench.accounts.models import Membership, User
from workbench.corpus.models import Passage, Work
from workbench.journal.kinds import Kind
from workbench.journal.models import Event
from workbench.notices.actions import claim_mail, note_mailed
from workbench.notices.acts import read_acts
from workbench.notices.models import MailWish
from workbench.notices.queries import mailing_marks, read_notices_page

__all__ = ["hand_to_server", "letter_about", "send_due", "wishes_at_once"]

_MOST = 50  # events that one letter tells


def hand_to_server(letter: EmailMessage) -> None:
    """Hand a letter to the mail server, and wait until it has it."""
    letter.send()


def wishes_at_once(workspace: int) -> QuerySet[MailWish]:
    """Return the wishes of those in a workspace (id) who want mail at once."""
    members = Membership.objects.filter(workspace=workspace).values("user")
    return MailWish.objects.filter(pace=MailWish.Pace.AT_ONCE, user__in=members)


def send_due(
    *,
    now: datetime,
    among: QuerySet[MailWish] | None = None,
    hand: Callable[[EmailMessage], object] = hand_to_server,
) -> int:
    """Send what is due to everybody who wants mail (or those `among` them); return the number of letters.

    A letter is remembered after it was handed over: one that fails is sent again with the next call, two minutes later
    or more. Two workers never write to the same person at a time.
    """
    wishes = (among if among is not None else MailWish.objects.exclude(pace=MailWish.Pace.NEVER)).order_by("pk")
    due = [wish for wish in wishes.select_related("user") if wish.is_due(now)]
    able = [wish for wish in due if wish.user.is_active and wish.user.email]
    return sum(_send(wish, now, hand) for wish in able if claim_mail(wish=wish, at=now))


def _send(wish: MailWish, now: datetime, hand: Callable[[EmailMessage], object]) -> bool:
    events, before = read_notices_page(wish.user, size=_MOST, after=mailing_marks(wish.user))
    if events:
        hand(letter_about(wish, events, is_all=before is None))
    cursors: dict[int, int] = defaultdict(int)
    for event in events:
        cursors[event.workspace_id or 0] = max(cursors[event.workspace_id or 0], event.cursor or 0)
    note_mailed(wish=wish, cursors=cursors, at=now)
    return bool(events)


def letter_about(wish: MailWish, events: Sequence[Event], *, is_all: bool) -> EmailMessage:
    """Return the letter, with the headers by which a mail program ends it in one click (RFC 2369, RFC 8058).

    It tells the events, says where they are not all, and where they happened, as far as the person may see it now.
    Three queries.
    """
    stop = f"{settings.SITE_URL}/mail/stop/{wish.secret}/"
    places = _places(wish.user, events)
    acts = read_acts(events)
    lines = "\n".join(_line(event, acts[event.pk], places[event.pk]) for event in reversed(events))
    left = "" if is_all else "Before that more happened than a letter holds.\n"
    text = f"{left}{lines}\n\nAll of it: {settings.SITE_URL}/inbox/\nNo more mail: {stop}\n"
    headers = {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    subject = "What happened in your discussions"
    return EmailMessage(subject, text, to=[wish.user.email], headers=headers)


def _places(user: User, events: Sequence[Event]) -> dict[int, str]:
    """Return by event where it happened: the work, and the passage."""
    works = Work.objects.visible_to(user).filter(pk__in={event.work for event in events if event.work})
    passages = Passage.objects.visible_to(user).filter(pk__in={event.passage for event in events if event.passage})
    titles, references = dict(works.values_list("pk", "title")), dict(passages.values_list("pk", "reference"))
    said = {event.pk: (titles.get(event.work or 0), references.get(event.passage or 0)) for event in events}
    return {pk: ", ".join(filter(None, place)) for pk, place in said.items()}


def _line(event: Event, act: Sequence[Event], where: str) -> str:
    what = ", ".join(Kind(one.kind).label if one.kind in Kind.values else one.kind for one in act)
    told = ": ".join(filter(None, [f"{event.actor} {what}", event.name]))
    line = f"{event.at:%d %B, %H:%M}  {told}{f' ({where})' if where else ''}"
    return f"{line}\n    {settings.SITE_URL}/threads/{event.thread}/" if event.thread else line
