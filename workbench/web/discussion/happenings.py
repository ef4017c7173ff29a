"""What happened, from the log, as sentences: who did what, when, with what before and after."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext, pgettext_lazy

from workbench.accounts.models import Role, User
from workbench.corpus.models import Work
from workbench.journal.kinds import Kind
from workbench.journal.models import Event
from workbench.journal.queries import EventFilter, find_events
from workbench.review.classification import DEFAULT
from workbench.review.models import Judgement

__all__ = ["Happening", "happenings_of_thread", "happenings_of_work", "tell"]

PAGE = 50
_ROLES: dict[str, Promise] = {
    Role.OWNER: pgettext_lazy("role", "owner"),
    Role.EDITOR: pgettext_lazy("role", "editor"),
    Role.REVIEWER: pgettext_lazy("role", "reviewer"),
    Role.READER: pgettext_lazy("role", "reader"),
}
_TOLD = (
    "severity",
    "category",
    "assignee",
    "role",
    "quote",
    "reason",
    "title",
    "reference",
    "heading",
    "siglum",
    "verdict",
    "note",
    "labels",
    "due_on",
)
"""What is told of before and after, where it changed; numbers of revisions and the like are in the API."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One event as it is told. `thread` and `cursor` lead on."""

    who: str
    what: str
    name: str
    change: str
    at: datetime
    thread: int | None
    cursor: int


def happenings_of_thread(user: User, thread: int) -> list[Happening]:
    """Return what happened in a discussion, oldest first. One query."""
    return tell(find_events(user, EventFilter(thread=thread)), with_names=False)


def happenings_of_work(user: User, work: Work, *, before: int | None = None) -> list[Happening]:
    """Return what happened in a work (before event `before`), newest first, at most `PAGE` events. One query."""
    events = find_events(user, EventFilter(workspace=work.workspace_id, work=work.pk)).order_by("-cursor")
    return tell((events if before is None else events.filter(cursor__lt=before))[:PAGE], with_names=True)


def tell(events: Iterable[Event], *, with_names: bool) -> list[Happening]:
    """Return events as they are told; their actors should be loaded."""
    return [
        Happening(
            who=str(event.actor),
            what=gettext(Kind(event.kind).label) if event.kind in Kind.values else event.kind,
            name=event.name if with_names or event.kind.startswith("anchor") else "",
            change="; ".join(filter(None, (_change(event, name) for name in _TOLD))),
            at=event.at,
            thread=event.thread,
            cursor=event.cursor or 0,
        )
        for event in events
    ]


def _change(event: Event, name: str) -> str:
    before, after = (_word(name, state.get(name)) for state in (event.before, event.after))
    if before == after:
        return ""
    if name in {"reason", "note"}:
        return gettext("“%(words)s”") % {"words": after}
    if name == "verdict" and not before:
        return after
    none = pgettext("before or after a change", "none")
    return f"{before or none} → {after or none}"


def _word(name: str, value: object) -> str:
    """Return a value as it is said: what is a code as its word, what is somebody's own as it is."""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    said = str(value or "")
    if name == "verdict" and said in Judgement.values:
        return str(Judgement(said).label)
    if name == "role" and said in _ROLES:
        return str(_ROLES[said])
    return DEFAULT.label_of(said) if name in {"severity", "category"} else said
