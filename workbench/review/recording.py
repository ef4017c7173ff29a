"""Writing into the log what happened to discussions."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from workbench.accounts.models import User
from workbench.corpus.recording import place_of
from workbench.journal.actions import Place, record
from workbench.journal.kinds import Kind
from workbench.review.models import Adjudication, Anchor, Comment, Suggestion, Thread, Verdict

__all__ = ["record_anchor", "record_judged", "record_thread"]

_LONGEST = 200  # characters of a quotation that an event repeats


def record_thread(
    actor: User,
    kind: Kind,
    thread: Thread,
    subject: Thread | Comment | Suggestion | None = None,
    *,
    name: str = "",
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    at: datetime | None = None,
) -> None:
    """Record what was done to a thread, or to a comment or suggestion in it."""
    record(
        actor=actor,
        kind=kind,
        subject=(subject or thread).pk,
        place=Place(thread.workspace_id, thread.work_id, thread.passage_id, thread=thread.pk),
        name=name,
        before=before,
        after=after,
        at=at,
    )


def record_anchor(
    actor: User,
    kind: Kind,
    anchor: Anchor,
    *,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    at: datetime | None = None,
) -> None:
    """Record what became of an anchor: `before` and `after` hold revision and quote."""
    thread = anchor.thread
    place = Place(
        anchor.workspace_id, thread.work_id, thread.passage_id, variant=anchor.variant_id, thread=anchor.thread_id
    )
    record(
        actor=actor,
        kind=kind,
        subject=anchor.pk,
        place=place,
        name=anchor.quote[:_LONGEST],
        before=before,
        after=after,
        at=at,
    )


def record_judged(
    actor: User,
    kind: Kind,
    judged: Verdict | Adjudication,
    *,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
) -> None:
    """Record what somebody thinks of a variant, in verdict, revision and note; `before` is empty the first time.

    `after` is empty where it is withdrawn.
    """
    variant = judged.variant
    name = f"{variant.translation.siglum} {variant.passage.reference}"
    record(
        actor=actor,
        kind=kind,
        subject=judged.pk,
        place=place_of(variant),
        name=name,
        before=before,
        after=after,
        at=judged.given_at,
    )
