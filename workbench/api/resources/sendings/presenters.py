"""What readers say, as it is sent."""

from typing import Annotated, TypedDict

from workbench.api.resources.people.presenters import Moment, moment
from workbench.publishing.models import Sending

__all__ = ["SendingShown", "show_sending"]


class SendingShown(TypedDict):
    """What a reader said of a passage, or of words there; `suggestion` is null for none, `thread` what came of it."""

    id: int
    passage: int
    reference: str
    siglum: str
    quote: str
    body: str
    suggestion: str | None
    name: str
    state: Annotated[str, Sending.State]
    sent_at: Moment
    thread: int | None


def show_sending(sending: Sending) -> SendingShown:
    """Show it; its passage and variant with its translation should be loaded."""
    return {
        "id": sending.pk,
        "passage": sending.passage_id,
        "reference": sending.passage.reference,
        "siglum": sending.variant.translation.siglum if sending.variant else "",
        "quote": sending.quote,
        "body": sending.body,
        "suggestion": sending.suggestion,
        "name": sending.name,
        "state": sending.state,
        "sent_at": moment(sending.sent_at),
        "thread": sending.thread,
    }
