"""What a person has seen of a work."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from workbench.accounts.errors import Invalid
from workbench.accounts.models import Role, User
from workbench.accounts.permissions import require_role
from workbench.corpus.models import Work
from workbench.notices.models import PAUSE, Visit

__all__ = ["note_visit"]


@transaction.atomic
def note_visit(*, actor: User, work: Work, cursor: int) -> Visit:
    """Remember that one has seen a work up to an event's cursor; seeing never goes back.

    Who was away for half an hour begins another visit: what they had seen by then is what was known when it began.
    """
    require_role(actor, work.workspace_id, Role.READER)
    if cursor < 0:
        raise Invalid.field("cursor", gettext("The cursor of an event is expected."), code="bad_cursor")
    now = timezone.now()
    first = {"workspace_id": work.workspace_id, "since": cursor, "seen_to": cursor, "at": now}
    visit, _ = Visit.objects.select_for_update().get_or_create(user=actor, work=work, defaults=first)
    if now - visit.at > PAUSE:
        visit.since = visit.seen_to
    visit.seen_to, visit.at = max(visit.seen_to, cursor), now
    visit.save(update_fields=["since", "seen_to", "at"])
    return visit
