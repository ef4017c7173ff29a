"""Passages: added in their place, renamed, deleted."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import F, Max

from workbench.accounts.models import Role, User
from workbench.corpus import limits
from workbench.corpus.actions.writing import checked_fields, created, delete_undiscussed, next_position, replaced
from workbench.corpus.errors import Invalid
from workbench.corpus.models import Passage, Work
from workbench.corpus.permissions import require_role
from workbench.corpus.recording import record_about, values_of
from workbench.journal.kinds import Kind

__all__ = ["add_passage", "delete_passage", "edit_passage"]


@transaction.atomic
def add_passage(*, actor: User, work: Work, reference: str, heading: str = "", position: int | None = None) -> Passage:
    """Add a passage at `position` (from 1; the ones from there on move down), or at the end."""
    require_role(actor, work.workspace_id, Role.EDITOR)
    fields = _checked_passage({"reference": reference, "heading": heading})
    end = next_position(work.passages.select_for_update())
    place = end if position is None else position
    if not 1 <= place <= end:
        raise Invalid.field("position", f"A position from 1 to {end} is expected.", code="out_of_range")
    _make_room(work, place)
    row = Passage(workspace_id=work.workspace_id, work=work, position=place, is_measured=True, **fields)
    created(row, "reference")
    record_about(actor, Kind.PASSAGE_ADDED, row, after={"position": place})
    return row


@transaction.atomic
def edit_passage(*, actor: User, passage: Passage, version: int, changes: Mapping[str, str]) -> Passage:
    """Change a passage's reference or heading."""
    require_role(actor, passage.workspace_id, Role.EDITOR)
    fields = _checked_passage(changes)
    before = values_of(passage, fields)
    changed = replaced(passage, version, fields, "reference")
    record_about(actor, Kind.PASSAGE_EDITED, changed, before=before, after=values_of(changed, fields))
    return changed


@transaction.atomic
def delete_passage(*, actor: User, passage: Passage, version: int) -> None:
    """Delete a passage and its texts. Refused while threads speak of it. Owners only."""
    require_role(actor, passage.workspace_id, Role.OWNER)
    record_about(actor, Kind.PASSAGE_DELETED, passage, before={"texts": passage.variants.count()})
    delete_undiscussed(passage, version)


def _checked_passage(given: Mapping[str, str]) -> dict[str, str]:
    return checked_fields(given, {"reference": limits.REFERENCE, "heading": limits.LINE}, required=("reference",))


def _make_room(work: Work, place: int) -> None:
    """Move the passages from `place` on one down, by way of positions beyond all that are taken before or after.

    The constraint holds at each row, in whatever order the database takes them: no step leads to where one begins.
    """
    later = work.passages.filter(position__gte=place)
    top = later.aggregate(top=Max("position"))["top"]
    if top is not None:
        later.update(position=F("position") + top + 1)
        work.passages.filter(position__gt=place + top).update(position=F("position") - top)
