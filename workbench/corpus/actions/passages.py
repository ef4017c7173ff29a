"""Passages: added in their place, renamed, deleted."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext

from workbench.accounts.models import Role, User
from workbench.corpus import limits
from workbench.corpus.actions.writing import checked_fields, created, delete_undiscussed, next_position, replaced
from workbench.corpus.addressing import path_in
from workbench.corpus.errors import Invalid
from workbench.corpus.models import Passage, Presence, Variant, Work, join_path
from workbench.corpus.permissions import require_role
from workbench.corpus.positions import Shift, shift_positions
from workbench.corpus.recording import record_about, values_of
from workbench.corpus.tasks import measure_passage
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
        raise Invalid.field(
            "position", gettext("A position from 1 to %(end)s is expected.") % {"end": end}, code="out_of_range"
        )
    _make_room(work, place)
    fields |= _place_in_tree(work, reference)
    row = Passage(workspace_id=work.workspace_id, work=work, position=place, is_measured=True, **fields)
    created(row, "reference")
    _measure_before(work, place)
    record_about(actor, Kind.PASSAGE_ADDED, row, after={"position": place})
    return row


@transaction.atomic
def edit_passage(
    *, actor: User, passage: Passage, version: int, changes: Mapping[str, str], position: int | None = None
) -> Passage:
    """Change a passage's reference or heading, or put it at another `position`; those between move up or down."""
    require_role(actor, passage.workspace_id, Role.EDITOR)
    fields = _checked_passage(changes)
    place = passage.position if position is None else position
    last = next_position(Passage.objects.filter(work=passage.work_id).select_for_update()) - 1
    if not 1 <= place <= last:
        raise Invalid.field(
            "position", gettext("A position from 1 to %(last)s is expected.") % {"last": last}, code="out_of_range"
        )
    names = [*fields, *(["position"] if place != passage.position else [])]
    before = values_of(passage, names)
    tree = _place_in_tree(passage.work, fields["reference"]) if "reference" in fields else {}
    changed = replaced(passage, version, {**fields, **tree}, "reference")
    _move(changed, place)
    record_about(actor, Kind.PASSAGE_EDITED, changed, before=before, after=values_of(changed, names))
    return changed


@transaction.atomic
def delete_passage(*, actor: User, passage: Passage, version: int) -> None:
    """Delete a passage and its texts. Refused while threads speak of it. Owners only."""
    require_role(actor, passage.workspace_id, Role.OWNER)
    record_about(actor, Kind.PASSAGE_DELETED, passage, before={"texts": passage.variants.count()})
    delete_undiscussed(passage, version)
    _measure_before(passage.work, passage.position)


def _measure_before(work: Work, place: int) -> None:
    """Measure the passage before a place anew: other passages than before may be joined to it."""
    before = work.passages.filter(position__lt=place).order_by("-position").first()
    if before and Variant.objects.filter(work=work, presence=Presence.JOINED).exists():
        measure_passage(before)


def _checked_passage(given: Mapping[str, str]) -> dict[str, str]:
    return checked_fields(given, {"reference": limits.REFERENCE, "heading": limits.LINE}, required=("reference",))


def _place_in_tree(work: Work, reference: str) -> dict[str, str]:
    """Return where a passage called so stands among the levels of the work."""
    division, label = join_path(path_in(work, reference))
    return {"division": division, "label": label}


def _make_room(work: Work, place: int) -> None:
    """Move the passages from `place` on one down."""
    shift_positions(work.passages.all(), [Shift(place, _LAST, 1)])


def _move(passage: Passage, place: int) -> None:
    """Put a passage at `place`, and let those between there and where it stood close up."""
    stood = passage.position
    between = Shift(place, stood - 1, 1) if place < stood else Shift(stood + 1, place, -1)
    shift_positions(Passage.objects.filter(work=passage.work_id), [Shift(stood, stood, place - stood), between])
    passage.position = place


_LAST = 2**30
"""Beyond every position."""
