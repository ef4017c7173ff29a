"""Filters over discussions that somebody keeps for themselves: nothing that others are told of."""

from django.db import transaction
from django.utils.translation import gettext

from workbench.accounts.checks import checked_line
from workbench.accounts.models import Role, User
from workbench.corpus.models import Work
from workbench.review.errors import Invalid
from workbench.review.models import KeptQueue
from workbench.review.permissions import require_role

__all__ = ["forget_queue", "keep_queue"]

MOST = 30


@transaction.atomic
def keep_queue(*, actor: User, work: Work | None, name: str, query: str) -> KeptQueue:
    """Keep a query of the queue (of a work, or of all) under a name; the name's former query goes.

    Raises `Invalid` for no name, and beyond 30.
    """
    if work is not None:
        require_role(actor, work.workspace_id, Role.READER)
    name = checked_line("name", name, maximum=60, required=True)
    query = checked_line("query", query, maximum=2_000)
    kept = KeptQueue.objects.filter(owner=actor)
    if kept.count() >= MOST and not kept.filter(work=work, name=name).exists():
        raise Invalid.field(
            "name", gettext("At most %(most)s filters are kept: forget one first.") % {"most": MOST}, code="too_many"
        )
    columns = {"query": query, "workspace_id": work.workspace_id if work else None}
    return KeptQueue.objects.update_or_create(owner=actor, work=work, name=name, defaults=columns)[0]


@transaction.atomic
def forget_queue(*, actor: User, queue: KeptQueue) -> None:
    """Keep a query no longer."""
    KeptQueue.objects.filter(pk=queue.pk, owner=actor).delete()
