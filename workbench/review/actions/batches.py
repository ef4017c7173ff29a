"""Several threads at once: all of them, or none."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from workbench.accounts.models import User
from workbench.review.actions.threads import ThreadChanges, change_thread
from workbench.review.errors import Invalid
from workbench.review.models import Thread

__all__ = ["MOST", "ThreadEdit", "change_threads"]

MOST = 50
"""So many are changed at once: what a page of the queue shows."""


@dataclass(frozen=True, slots=True)
class ThreadEdit:
    """What is to become of a thread that somebody saw at `version`."""

    thread: Thread
    version: int
    changes: ThreadChanges


@transaction.atomic
def change_threads(*, actor: User, edits: Sequence[ThreadEdit]) -> list[Thread]:
    """Change each thread as `change_thread` does. Raises what it raises for the first that cannot be; then none is."""
    if not 1 <= len(edits) <= MOST:
        raise Invalid.field("threads", f"Between one and {MOST} discussions are expected.", code="invalid_number")
    return [
        change_thread(actor=actor, thread=edit.thread, version=edit.version, changes=edit.changes) for edit in edits
    ]
