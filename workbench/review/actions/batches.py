"""Several threads at once: all of them, or none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext

from workbench.accounts.models import Role, User
from workbench.review.actions.suggestions import accept_suggestion, reopen_suggestion, undo_acceptance
from workbench.review.actions.threads import ThreadChanges, change_thread
from workbench.review.errors import Invalid, Stale
from workbench.review.models import Suggestion, Thread
from workbench.review.permissions import require_role

__all__ = ["MOST", "Seen", "ThreadEdit", "accept_suggestions", "change_threads", "undo_acceptances"]

MOST = 50
"""So many are changed at once: what a page of the queue shows."""


@dataclass(frozen=True, slots=True)
class ThreadEdit:
    """What is to become of a thread that somebody saw at `version`."""

    thread: Thread
    version: int
    changes: ThreadChanges


@dataclass(frozen=True, slots=True)
class Seen:
    """A suggestion (its id) that somebody saw, in a thread as it stood at `version`."""

    thread: Thread
    version: int
    suggestion: int


@transaction.atomic
def change_threads(*, actor: User, edits: Sequence[ThreadEdit]) -> list[Thread]:
    """Change each thread as `change_thread` does. Raises what it raises for the first that cannot be; then none is."""
    _check_number(edits)
    return [
        change_thread(actor=actor, thread=edit.thread, version=edit.version, changes=edit.changes) for edit in edits
    ]


@transaction.atomic
def accept_suggestions(*, actor: User, seen: Sequence[Seen]) -> list[Thread]:
    """Accept each suggestion as `accept_suggestion` does, and return the threads as they stand then.

    All are compared with what was seen before the first is accepted: what one does to a text that another speaks of is
    no reason to refuse that one. Raises what `accept_suggestion` raises for the first that cannot be; then none is.
    """
    _lock_as_seen(actor, seen)
    for one in seen:
        _decide(accept_suggestion, actor, one)
    return [_now(one.thread) for one in seen]


@transaction.atomic
def undo_acceptances(*, actor: User, seen: Sequence[Seen]) -> list[Thread]:
    """Take back what was accepted at once, the last first, and return the threads as they stand then; all, or none.

    Raises what `undo_acceptance` raises for the first that cannot be.
    """
    _lock_as_seen(actor, seen)
    rows = Suggestion.objects.filter(pk__in=[one.suggestion for one in seen], revision__isnull=False)
    written = dict(rows.values_list("pk", "revision_id"))
    for one in sorted(seen, key=lambda one: -written.get(one.suggestion, 0)):
        _decide(undo_acceptance if one.suggestion in written else reopen_suggestion, actor, one)
    return [_now(one.thread) for one in seen]


def _decide(decide: Callable[..., Suggestion], actor: User, one: Seen) -> None:
    decide(actor=actor, thread=one.thread, suggestion=one.suggestion, version=_now(one.thread).version)


def _lock_as_seen(actor: User, seen: Sequence[Seen]) -> None:
    """Lock the threads, in the order of their ids; raise `Stale` for one that stands otherwise than it was seen."""
    _check_number(seen)
    for one in sorted(seen, key=lambda one: one.thread.pk):
        require_role(actor, one.thread.workspace_id, Role.EDITOR)
        current = Thread.objects.select_for_update().get(pk=one.thread.pk)
        if current.version != one.version:
            raise Stale(
                gettext("One of these discussions was changed in the meantime: none was decided."), current=current
            )


def _now(thread: Thread) -> Thread:
    return Thread.objects.get(pk=thread.pk)


def _check_number(chosen: Sequence[object]) -> None:
    if not 1 <= len(chosen) <= MOST:
        raise Invalid.field(
            "threads",
            gettext("Between one and %(most)s discussions are expected.") % {"most": MOST},
            code="invalid_number",
        )
