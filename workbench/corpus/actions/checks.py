"""What a work wants checked, and what people say of what was found."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from workbench.accounts.checks import checked_line
from workbench.accounts.models import Role, User
from workbench.corpus import limits
from workbench.corpus.errors import Conflict, Invalid
from workbench.corpus.models import Check, CheckChoice, Work
from workbench.corpus.permissions import require_role
from workbench.corpus.recording import place_of, record_about
from workbench.journal.actions import record
from workbench.journal.kinds import Kind
from workbench.text.checking import KINDS

__all__ = ["choose_checks", "dismiss_check", "mark_raised", "reopen_check"]


@transaction.atomic
def choose_checks(*, actor: User, work: Work, off: Sequence[str], least: float = 0.0) -> CheckChoice:
    """Choose which kinds of checks the work does without, and how much a finding must weigh to be shown, 0..1."""
    require_role(actor, work.workspace_id, Role.EDITOR)
    if unknown := sorted(set(off) - set(KINDS)):
        message = gettext("Some of %(kinds)s are expected; %(unknown)s are none.") % {
            "kinds": ", ".join(KINDS),
            "unknown": ", ".join(unknown),
        }
        raise Invalid.field("off", message, code="unknown_kind")
    if not 0 <= least <= 1:
        raise Invalid.field("least", gettext("A weight from 0 to 1 is expected."), code="out_of_range")
    values = {"workspace_id": work.workspace_id, "off": sorted(set(off)), "least": least}
    choice, _ = CheckChoice.objects.update_or_create(work=work, defaults=values)
    after = {"off": choice.off, "least": choice.least}
    record(actor=actor, kind=Kind.CHECKS_CHOSEN, subject=work.pk, place=place_of(work), name=work.title, after=after)
    return choice


@transaction.atomic
def dismiss_check(*, actor: User, check: Check, reason: str) -> Check:
    """Say that what was found is as it should be, and why; it stays dismissed until its words change."""
    require_role(actor, check.workspace_id, Role.REVIEWER)
    reason = checked_line("reason", reason, maximum=limits.REASON, required=True)
    _decide(actor, check, Check.State.DISMISSED, reason=reason, wanted=[Check.State.OPEN, Check.State.RAISED])
    record_about(actor, Kind.CHECK_DISMISSED, check, after={"reason": reason})
    return check


@transaction.atomic
def reopen_check(*, actor: User, check: Check) -> Check:
    """Take up again what was dismissed."""
    require_role(actor, check.workspace_id, Role.REVIEWER)
    _decide(actor, check, Check.State.OPEN, wanted=[Check.State.DISMISSED])
    record_about(actor, Kind.CHECK_REOPENED, check)
    return check


@transaction.atomic
def mark_raised(*, actor: User, check: Check, thread: int) -> Check:
    """Note the discussion (its id) that was opened of what was found."""
    require_role(actor, check.workspace_id, Role.REVIEWER)
    _decide(actor, check, Check.State.RAISED, thread=thread, wanted=[Check.State.OPEN])
    record_about(actor, Kind.CHECK_RAISED, check)
    return check


def _decide(
    actor: User, check: Check, state: str, *, wanted: Sequence[str], reason: str = "", thread: int | None = None
) -> None:
    fields = {"state": state, "reason": reason, "decided_by": actor, "decided_at": timezone.now()}
    rows = Check.objects.filter(pk=check.pk, state__in=wanted)
    if not rows.update(**fields, **({"thread": thread} if thread else {})):
        check.refresh_from_db()
        raise Conflict(_stands(check.state), code=f"is_{check.state}")
    check.refresh_from_db()


def _stands(state: str) -> str:
    """Return the sentence that says in which state something found is, instead of the one that was wanted."""
    return {
        Check.State.OPEN: gettext("This is open: nobody has decided on it."),
        Check.State.RAISED: gettext("A discussion of this was opened already."),
        Check.State.DISMISSED: gettext("This was dismissed already."),
        Check.State.STALE: gettext("This does not stand in the texts any more."),
    }[Check.State(state)]
