"""Verdicts of reviewers on a text, and decisions between them: only on words that were seen."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from workbench.accounts.checks import checked_text
from workbench.accounts.models import Role, User
from workbench.corpus import limits
from workbench.corpus.models import Variant
from workbench.journal.kinds import Kind
from workbench.review.actions.writing import chosen
from workbench.review.errors import Conflict, Invalid, Stale
from workbench.review.models import Adjudication, Judgement, Verdict
from workbench.review.permissions import require_role
from workbench.review.recording import record_judged
from workbench.review.standing import differ

__all__ = ["adjudicate", "give_verdict", "withdraw_verdict"]

Judged = TypeVar("Judged", Verdict, Adjudication)


@transaction.atomic
def give_verdict(*, actor: User, variant: Variant, verdict: str, revision: int, note: str = "") -> Verdict:
    """Say what the reviewer thinks of a variant, in place of what they thought before. Twice the same is once.

    `revision` is the one they read: raises `Stale` with the variant where it is not the present one any more.
    """
    require_role(actor, variant.workspace_id, Role.REVIEWER)
    given = _checked(verdict, note, _read_revision(variant, revision))
    row = Verdict.objects.filter(variant=variant, reviewer=actor).first()
    row = row or Verdict(workspace_id=variant.workspace_id, work_id=variant.work_id, variant=variant, reviewer=actor)
    return _write(row, actor, Kind.VERDICT_GIVEN, given)


@transaction.atomic
def withdraw_verdict(*, actor: User, variant: Variant) -> None:
    """Take back what the reviewer thinks of a variant; the log keeps it. Nothing happens where they gave no verdict."""
    require_role(actor, variant.workspace_id, Role.REVIEWER)
    mine = Verdict.objects.filter(variant=variant, reviewer=actor).select_related(
        "variant__passage", "variant__translation", "variant__work__workspace"
    )
    row = mine.select_for_update(of=("self",)).first()
    if row is None:
        return
    before = {name: getattr(row, name) for name in ("verdict", "revision", "note")}
    row.given_at = timezone.now()
    record_judged(actor, Kind.VERDICT_WITHDRAWN, row, before=before, after={})
    row.delete()


@transaction.atomic
def adjudicate(*, actor: User, variant: Variant, verdict: str, revision: int, note: str = "") -> Adjudication:
    """Decide what holds of a variant on which reviewers differ, in place of an earlier decision.

    `revision` as for `give_verdict`. Raises `Conflict` where no two verdicts on this revision differ.
    """
    require_role(actor, variant.workspace_id, Role.EDITOR)
    given = _checked(verdict, note, _read_revision(variant, revision))
    row = Adjudication.objects.filter(variant=variant).first()
    if (row is None or row.revision != revision) and not differ(variant):
        raise Conflict(gettext("The verdicts on this text do not differ."), code="no_difference")
    row = row or Adjudication(workspace_id=variant.workspace_id, work_id=variant.work_id, variant=variant)
    row.adjudicator = actor
    return _write(row, actor, Kind.ADJUDICATION_MADE, given)


def _read_revision(variant: Variant, revision: int) -> int:
    """Return the revision if it is the present one; the variant stays as it is until the transaction ends."""
    current = Variant.objects.select_for_update(of=("self",)).select_related(
        "passage", "translation", "work__workspace"
    )
    now = current.get(pk=variant.pk)
    if not 1 <= revision <= now.version:
        message = gettext("The number of a revision of this variant is expected.")
        raise Invalid.field("revision", message, code="unknown_revision")
    if revision != now.version:
        raise Stale(gettext("This text was changed since you read it; look at it as it stands now."), current=now)
    return revision


def _checked(verdict: str, note: str, revision: int) -> dict[str, Any]:
    return {
        "verdict": chosen("verdict", verdict, Judgement.values, required=True),
        "revision": revision,
        "note": checked_text("note", note, maximum=limits.REASON).strip(),
    }


def _write(row: Judged, actor: User, kind: Kind, given: Mapping[str, Any]) -> Judged:
    before = {name: getattr(row, name) for name in given} if row.pk else {}
    if before == given:
        return row
    for name, value in given.items():
        setattr(row, name, value)
    row.given_at = timezone.now()
    row.save()
    record_judged(actor, kind, row, before=before, after=given)
    return row
