"""Writing into the log what happened to works and texts."""

from collections.abc import Iterable, Mapping
from typing import Any

from workbench.accounts.models import User
from workbench.corpus.models import (
    Check,
    ConfirmedLink,
    Correction,
    Equivalence,
    Passage,
    StyleRule,
    Term,
    Translation,
    Variant,
    Work,
)
from workbench.journal.actions import Place, record
from workbench.journal.kinds import Kind

__all__ = ["place_of", "record_about", "values_of"]

Row = Work | Translation | Passage | Variant | Equivalence | ConfirmedLink | Correction | Check | Term | StyleRule
_LONGEST = 200  # characters of a value that an event repeats


def record_about(
    actor: User,
    kind: Kind,
    row: Row,
    *,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> None:
    """Record what was done to a row; to be called while it has its primary key, as the action's last step."""
    record(actor=actor, kind=kind, subject=row.pk, place=place_of(row), name=_name_of(row), before=before, after=after)


def values_of(row: Row, names: Iterable[str]) -> dict[str, Any]:
    """Return the values of some fields as an event keeps them: long texts are cut."""
    values = {name: getattr(row, name) for name in names}
    return {name: value[:_LONGEST] if isinstance(value, str) else value for name, value in values.items()}


def place_of(row: Row) -> Place:
    """Say where a row stands."""
    place: dict[str, int | None] = {"workspace": row.workspace_id}
    if isinstance(row, Work):
        return Place(**place, work=row.pk)
    if isinstance(row, ConfirmedLink | Correction):
        return Place(**place, work=row.passage.work_id, passage=row.passage_id)
    place["work"] = row.work_id
    if isinstance(row, Translation):
        place["translation"] = row.pk
    elif isinstance(row, Passage):
        place["passage"] = row.pk
    elif isinstance(row, Variant):
        place |= {"passage": row.passage_id, "translation": row.translation_id, "variant": row.pk}
    elif isinstance(row, Check):
        place |= {"passage": row.passage_id, "variant": row.variant_id, "thread": row.thread}
    elif isinstance(row, Equivalence):
        place["passage"] = row.passage_id
    return Place(**place)


def _name_of(row: Row) -> str:
    if isinstance(row, Variant):
        return f"{row.translation.siglum} {row.passage.reference}"
    if isinstance(row, ConfirmedLink):
        return f"{row.left_quote} · {row.right_quote}"[:_LONGEST]
    if isinstance(row, Correction):
        return f"{row.kind}: {row.passage.reference}"
    if isinstance(row, Check):
        return f"{row.kind}: {row.quote or row.note}"
    return f"{row.left} = {row.right}" if isinstance(row, Equivalence) else str(row)
