"""How rows are written, shared by all actions: checked fields, clashes named, versions guarded."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.db import IntegrityError, transaction
from django.db.models import Model, RestrictedError
from django.utils.translation import gettext

from workbench.accounts.checks import checked_language, checked_line, checked_text
from workbench.accounts.models import Versioned
from workbench.corpus import limits
from workbench.corpus.errors import Conflict, Invalid, Stale
from workbench.corpus.models import Passage, Translation

__all__ = ["checked_fields", "created", "delete_undiscussed", "next_position", "replaced", "stale"]

Row = TypeVar("Row", bound=Versioned)
New = TypeVar("New", bound=Model)


def checked_fields(
    given: Mapping[str, str],
    lines: Mapping[str, int],
    *,
    texts: Iterable[str] = (),
    required: Iterable[str] = (),
) -> dict[str, str]:
    """Return the values checked by their kind: language tag, line, or text; raise `Invalid` for any other name.

    `lines` gives the longest length by name; `required` names may not be empty.
    """
    checked: dict[str, str] = {}
    for name, value in given.items():
        if name == "language":
            checked[name] = checked_language(name, value)
        elif name in lines:
            checked[name] = checked_line(name, value, maximum=lines[name], required=name in required)
        elif name in texts:
            checked[name] = checked_text(name, value, maximum=limits.NOTE)
        else:
            raise Invalid.field(name, gettext("This field is not known here."), code="unknown_field")
    return checked


def next_position(rows: Any) -> int:
    """Return the position after the last row's, 1 if there is none."""
    return (rows.order_by("-position").values_list("position", flat=True).first() or 0) + 1


def created(row: New, unique: str) -> New:
    """Save a new row; a clash on the field `unique` becomes a `Conflict`."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise _taken(unique) from error
    return row


def replaced(row: Row, version: int, fields: Mapping[str, Any], unique: str) -> Row:
    """Write fields over a row that must be at `version`; return it as it then stands."""
    manager: Any = type(row)._default_manager
    try:
        with transaction.atomic():
            if not manager.replace(row, version=version, **fields):
                raise stale(row)
    except IntegrityError as error:
        raise _taken(unique) from error
    row.refresh_from_db()
    return row


def stale(row: Model) -> Stale:
    """Return the error of a late writer, with the row as it stands now."""
    row.refresh_from_db()
    return Stale(gettext("Somebody else changed this in the meantime; nothing was overwritten."), current=row)


def _taken(field: str) -> Conflict:
    return Conflict(
        gettext("This %(field)s is taken already.") % {"field": field},
        code="taken",
        fields={field: gettext("Another one is expected.")},
    )


def delete_undiscussed(row: Translation | Passage, version: int) -> None:
    """Delete a row that must be at `version`; raise `Conflict` while threads speak of it."""
    manager: Any = type(row)._default_manager
    if not manager.replace(row, version=version):
        raise stale(row)
    try:
        row.delete()
    except RestrictedError as error:
        raise Conflict(gettext("Threads speak of this; it stays while they do."), code="discussed") from error
