"""What somebody did by one click, of which the log has several events: people are told of it once.

The events of one act stand in the same discussion, by the same person, at the same moment.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from django.db.models import QuerySet

from workbench.journal.kinds import Kind
from workbench.journal.models import Event

__all__ = ["UNTOLD", "leading", "read_acts"]

UNTOLD = (Kind.THREAD_OPENED, Kind.SUGGESTION_MADE, Kind.SUGGESTION_SUPERSEDED, Kind.SUGGESTION_REOPENED)
"""What is never done alone: it is told with the comment, or with what was decided."""
_LEADING = (
    (Kind.COMMENT_MENTIONED,),
    (Kind.SUGGESTION_ACCEPTED, Kind.SUGGESTION_REJECTED, Kind.SUGGESTION_UNDONE, Kind.COMMENT_DELETED),
    (Kind.COMMENT_ADDED, Kind.COMMENT_EDITED),
    (Kind.THREAD_RESOLVED, Kind.THREAD_DECLINED, Kind.THREAD_BEGUN, Kind.THREAD_REOPENED),
    (Kind.THREAD_ASSIGNED,),
    (Kind.THREAD_CLASSIFIED,),
    (Kind.THREAD_LABELLED,),
    (Kind.THREAD_DUE,),
)
"""Of the events of an act the one is told of that comes first here."""
_RANKS = {str(kind): rank for rank, kinds in enumerate(_LEADING) for kind in kinds}
_COMMENTING = {Kind.THREAD_OPENED, Kind.SUGGESTION_MADE, Kind.COMMENT_MENTIONED}


class Step(Protocol):
    """An event, or what is known of one."""

    pk: int
    workspace_id: int | None
    thread: int | None
    kind: str
    actor_id: int

    @property
    def at(self) -> object:
        """When: of one act the same."""


def leading(steps: Iterable[Step]) -> list[int]:
    """Return the ids of those that stand for their act; each that is no part of one stands for itself."""
    acts: dict[tuple[object, ...], Step] = {}
    for step in sorted(steps, key=lambda one: (_RANKS.get(one.kind, 0), one.pk)):
        acts.setdefault(_act(step) if step.thread and step.kind in _RANKS else (step.pk,), step)
    return [step.pk for step in acts.values()]


def read_acts(events: Iterable[Event]) -> Mapping[int, Sequence[Event]]:
    """Return by event what the same act did, in its order, as far as it wants to be said; never nothing. One query."""
    told = list(events)
    acts: dict[tuple[object, ...], list[Event]] = defaultdict(list)
    for event in _beside(told):
        acts[_act(event)].append(event)
    return {event.pk: _worth_saying(event, acts[_act(event)] if event.thread else []) for event in told}


def _worth_saying(event: Event, act: Sequence[Event]) -> Sequence[Event]:
    """Leave out what goes without saying: who opens a discussion, suggests or speaks to somebody comments by it."""
    kinds = {one.kind for one in act} - {Kind.COMMENT_MENTIONED} | {event.kind}
    silent = {Kind.SUGGESTION_SUPERSEDED, Kind.SUGGESTION_REOPENED, Kind.COMMENT_MENTIONED} - {event.kind}
    silent |= {Kind.COMMENT_ADDED} if kinds & _COMMENTING else set()
    return [one for one in act if one.kind not in silent] or [event]


def _beside(told: Sequence[Event]) -> QuerySet[Event]:
    there = {"workspace__in": {one.workspace_id for one in told}, "thread__in": {one.thread for one in told} - {None}}
    moments = {"at__in": {event.at for event in told}}
    return Event.objects.filter(**there, **moments).select_related("actor").order_by("pk")


def _act(event: Step) -> tuple[object, ...]:
    return event.workspace_id, event.thread, event.actor_id, event.at
