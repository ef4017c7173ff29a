"""Pages of a list: the cursor is the place of the last row shown, signed, so that it cannot be made up.

A cursor holds for the list and the filters it was given for. Rows that come or go between two pages move nothing: the
next page begins after the row that ended the last one. No counts: they cost much and would be wrong a moment later.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from django.core import signing
from django.db.models import Model, Q, QuerySet
from rest_framework.request import Request

from workbench.api.protocol.problems import Refusal

__all__ = ["DEFAULT_SIZE", "MAXIMUM_SIZE", "next_after", "page_of", "page_to", "place_of", "places_of"]

DEFAULT_SIZE = 50
MAXIMUM_SIZE = 200
_SALT = "workbench.api.cursor"
Row = TypeVar("Row", bound=Model)


def page_of(
    request: Request,
    rows: QuerySet[Row],
    show: Callable[[Row], Mapping[str, Any]],
    *,
    asked: Mapping[str, Any],
    order: Sequence[str] = ("pk",),
) -> dict[str, Any]:
    """Return `{"results": [...], "next": address or None}` with the rows after the cursor asked for.

    `order` names columns that together are unique and hold integers or moments; those with a "-" go down.
    """
    filters = _filters_of(request)
    if cursor := asked.get("cursor"):
        rows = rows.filter(_after(order, _read_cursor(cursor, filters, len(order))))
    size = asked.get("page_size", DEFAULT_SIZE)
    found = list(rows.order_by(*order)[: size + 1])
    shown, more = found[:size], len(found) > size
    return {
        "results": [show(row) for row in shown],
        "next": _next_address(request, [_value(shown[-1], column) for column in order], filters) if more else None,
    }


def place_of(request: Request, asked: Mapping[str, Any]) -> int:
    """Return the id after which a page begins whose rows are found otherwise than by a queryset; 0 for the first."""
    return (places_of(request, asked, 1) or [0])[0]


def places_of(request: Request, asked: Mapping[str, Any], length: int) -> list[int]:
    """Return the numbers (`length` of them) after which such a page begins; none for the first."""
    cursor = asked.get("cursor")
    return [int(place) for place in _read_cursor(cursor, _filters_of(request), length)] if cursor else []


def page_to(request: Request, results: Sequence[Mapping[str, Any]], read_to: int | None) -> dict[str, Any]:
    """Return such a page: `next` goes on after the id `read_to`."""
    return {"results": list(results), "next": next_after(request, None if read_to is None else [read_to])}


def next_after(request: Request, places: Sequence[int] | None) -> str | None:
    """Return the address of the page that goes on after these numbers; None where there is nothing more."""
    return None if places is None else _next_address(request, places, _filters_of(request))


def _after(order: Sequence[str], values: Sequence[int | str]) -> Q:
    """Return the condition of lexicographic order: (a, b) > (x, y) is a > x, or a = x and b > y."""
    beyond = Q()
    names = [column.removeprefix("-") for column in order]
    for place, (column, name, value) in enumerate(zip(order, names, values, strict=True)):
        step = "lt" if column.startswith("-") else "gt"
        same = dict(zip(names[:place], values[:place], strict=True))
        beyond |= Q(**same, **{f"{name}__{step}": value})
    return beyond


def _value(row: Model, column: str) -> int | str:
    """Return what a cursor keeps of a column: a number, or a moment as ISO 8601 writes it."""
    value: Any = row
    for part in column.removeprefix("-").split("__"):
        value = getattr(value, part)
    return value.isoformat() if isinstance(value, datetime) else int(value)


def _filters_of(request: Request) -> str:
    kept = sorted((name, value) for name, value in request.query_params.items() if name not in {"cursor", "page_size"})
    return hashlib.sha256(repr((request.path, kept)).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _read_cursor(cursor: str, filters: str, length: int) -> list[int | str]:
    try:
        kept, values = signing.loads(cursor, salt=_SALT)
    except (signing.BadSignature, ValueError) as error:
        raise _refused("A cursor is expected as `next` gave it.") from error
    if kept != filters or len(values) != length:
        raise _refused("This cursor belongs to another list or other filters.")
    return list(values)


def _refused(detail: str) -> Refusal:
    return Refusal(400, "bad_cursor", detail, errors=[{"detail": detail, "code": "bad_cursor", "parameter": "cursor"}])


def _next_address(request: Request, values: Sequence[int | str], filters: str) -> str:
    query = request.query_params.copy()
    query["cursor"] = signing.dumps([filters, list(values)], salt=_SALT)
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")
