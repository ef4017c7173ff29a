"""Marks as JSON: a list of objects, or an object on each line, with the names of the table's columns.

An object is a row of the table, its words marked by `<v>`; or a text with a list of its marks in `annotations`,
`errors` or `mqm`, each with `start`, `end` (code points of the target), `category`, `severity` and a `comment` or
`explanation`.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.formats.mqm.labels import NO_ERROR
from workbench.interchange.formats.mqm.ratings import ALIASES, COLUMNS, Rating, make_rating
from workbench.interchange.limits import MAX_ROWS
from workbench.interchange.strict_json import parse
from workbench.interchange.xml import checked_text

__all__ = ["is_json", "read_objects"]

_LISTS = ("annotations", "errors", "mqm")
_NAMES = {"translation": "target", "mt": "target", "src": "source", "annotator": "rater", "explanation": "comment"}
_REQUIRED = ("system", "seg_id", "source", "target")


def is_json(text: str) -> bool:
    """Whether a file of marks is JSON and no table."""
    return text.lstrip()[:1] in {"[", "{"}


def read_objects(text: str) -> tuple[list[Rating], list[str]]:
    """Return the ratings, and the names that nothing is known of; raises `FormatError` with the object."""
    if text.count("{") > MAX_ROWS or text.count("[") > MAX_ROWS:
        raise FormatError((Problem("", f"Expected at most {MAX_ROWS:,} objects."),))
    ratings: list[Rating] = []
    unknown: dict[str, None] = {}
    for number, value in enumerate(_objects(text), 1):
        if not isinstance(value, dict):
            raise FormatError((Problem(f"object {number}", "Expected an object with the names of the columns."),))
        lists = [name for name in _LISTS if isinstance(value.get(name), list)]
        cells = _cells(value, number)
        if missing := [name for name in _REQUIRED if name not in cells]:
            raise FormatError((Problem(f"object {number}", f"Expected {', '.join(missing)}."),))
        marks = value[lists[0]] if lists else None
        said = [*cells, *(name for mark in marks or () if isinstance(mark, dict) for name in _cells(mark, number))]
        unknown |= dict.fromkeys(name for name in said if name not in {*COLUMNS, "start", "end"})
        ratings += [make_rating(number, cells)] if marks is None else _marked(number, cells, marks)
    return ratings, list(unknown)


def _objects(text: str) -> list[Any]:
    if text.lstrip().startswith("["):
        found = parse(text, "a list of marks")
        return found if isinstance(found, list) else []
    return [parse(line, "an object on each line") for line in text.split("\n") if line.strip()]


def _cells(value: Mapping[str, Any], number: int) -> dict[str, str]:
    """Return the texts and numbers of an object by the names of the columns; marks of the table stay in them."""
    found = {}
    for member, said in value.items():
        name = member.strip().casefold()
        if isinstance(said, (str, int)) and not isinstance(said, bool):
            found[ALIASES.get(name, _NAMES.get(name, name))] = checked_text(str(said), f"object {number}")
    return {"category": NO_ERROR, "severity": NO_ERROR, **found}


def _marked(number: int, cells: Mapping[str, str], marks: list[Any]) -> Iterator[Rating]:
    """Yield a rating for each mark of a text, one that found nothing where there are none."""
    target = cells["target"]
    for mark in marks:
        start, end = (mark.get("start"), mark.get("end")) if isinstance(mark, dict) else (None, None)
        if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(target):
            where = f"0 <= start < end <= {len(target)}"
            raise FormatError((Problem(f"object {number}", f"Expected marks with {where}, the length of the target."),))
        marked = f"{target[:start]}<v>{target[start:end]}</v>{target[end:]}"
        yield make_rating(number, {**cells, **_cells(mark, number), "target": marked})
    if not marks:
        yield make_rating(number, cells)
