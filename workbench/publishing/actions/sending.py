"""What people without an account say of a passage, and what members do with it."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from workbench.accounts.checks import checked_line, checked_text
from workbench.accounts.models import Reader, Role, User
from workbench.accounts.permissions import require_role
from workbench.corpus import limits
from workbench.corpus.models import Passage, Variant, Work
from workbench.journal.actions import Place, record
from workbench.journal.kinds import Kind
from workbench.publishing.errors import Conflict, Invalid, NotAllowed
from workbench.publishing.models import Sending
from workbench.review.actions import open_thread
from workbench.review.anchoring import AnchorRequest
from workbench.review.models import Thread

__all__ = ["MOST_WAITING", "Words", "refuse_words", "send_words", "take_words"]

MOST_WAITING = 500
"""Words of readers that wait in a work at once."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a reader says. `siglum` and `quote` name words of a translation, "" the passage; `suggestion` None: none."""

    body: str
    name: str = ""
    siglum: str = ""
    quote: str = ""
    suggestion: str | None = None


@transaction.atomic
def send_words(*, reader: Reader, passage: Passage, words: Words) -> Sending:
    """Keep what a reader says until a member looks at it. There is no event, for there is no person.

    Raises `NotAllowed` where the work takes no words of readers, `Invalid` for words that say nothing or speak of what
    they do not see, `Conflict` where too many wait already.
    """
    works = Work.objects.visible_to(reader).filter(pk=passage.work_id, showing__takes_words=True)
    if not works.exists():
        raise NotAllowed(gettext("Remarks of readers are not taken here."))
    variant = _variant(reader, passage, words)
    if passage.work.sendings.filter(state=Sending.State.WAITING).count() >= MOST_WAITING:
        raise Conflict(gettext("So many remarks wait here already that no more are taken now."), code="full")
    has_words = bool(words.quote)
    suggestion = checked_text("suggestion", words.suggestion or "", maximum=limits.COMMENT)
    return Sending.objects.create(
        workspace_id=passage.workspace_id,
        work_id=passage.work_id,
        passage=passage,
        variant=variant,
        quote=words.quote,
        body=_body(words),
        suggestion=suggestion if has_words and words.suggestion is not None else None,
        name=checked_line("name", words.name, maximum=limits.LINE),
        sent_at=timezone.now(),
    )


@transaction.atomic
def take_words(*, actor: User, sending: Sending) -> Thread:
    """Open a discussion of what a reader said, which says so. For editors. Raises `Conflict` if that is decided."""
    _decide(actor, sending, Sending.State.TAKEN)
    who = f"A reader ({sending.name})" if sending.name else "A reader"
    stands = sending.variant is not None and sending.quote in sending.variant.text
    anchors = [AnchorRequest(sending.variant, quote=sending.quote)] if sending.variant and stands else []
    body = f"{who} says:\n\n{sending.body}"
    if not stands and sending.quote:
        body += f"\n\nOf words that stand there no more: {sending.quote}"
    suggestion = sending.suggestion if anchors else None
    made = open_thread(actor=actor, passage=sending.passage, body=body, anchors=anchors, suggestion=suggestion)
    Sending.objects.filter(pk=sending.pk).update(thread=made.pk)
    _record(actor, Kind.WORDS_TAKEN, sending)
    return made


@transaction.atomic
def refuse_words(*, actor: User, sending: Sending) -> None:
    """Do not take what a reader said; it is kept. For editors. Raises `Conflict` if it is decided already."""
    _decide(actor, sending, Sending.State.REFUSED)
    _record(actor, Kind.WORDS_REFUSED, sending)


def _decide(actor: User, sending: Sending, state: str) -> None:
    require_role(actor, sending.workspace_id, Role.EDITOR)
    waiting = Sending.objects.filter(pk=sending.pk, state=Sending.State.WAITING)
    if not waiting.update(state=state, decided_by=actor, decided_at=timezone.now()):
        raise Conflict(gettext("Somebody has decided this already."), code="decided")


def _variant(reader: Reader, passage: Passage, words: Words) -> Variant | None:
    if not words.quote:
        return None
    rows = Variant.objects.visible_to(reader).filter(passage=passage, translation__siglum=words.siglum)
    variant = rows.first()
    if variant is None or variant.text.count(words.quote) != 1:
        message = gettext("Words that stand once in a translation of the passage are expected.")
        raise Invalid.field("quote", message, code="unknown_words")
    return variant


def _body(words: Words) -> str:
    body = checked_text("body", words.body, maximum=limits.COMMENT).strip()
    if not body and words.suggestion is None:
        raise Invalid.field("body", gettext("Something to say is expected."), code="required")
    return body


def _record(actor: User, kind: Kind, sending: Sending) -> None:
    place = Place(sending.workspace_id, sending.work_id, passage=sending.passage_id)
    record(actor=actor, kind=kind, subject=sending.pk, place=place, name=sending.name or "a reader")
