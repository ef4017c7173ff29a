"""JSON to plain values, strictly: what JSON leaves open (RFC 8259) is an error with its place."""

import json
from typing import Any, NoReturn

from workbench.interchange.errors import FormatError, Problem

__all__ = ["Repeated", "parse"]


class Repeated(dict[str, Any]):
    """An object in which the member `member` stands twice; readers of objects refuse it, with its pointer."""

    member = ""


MOST_OBJECTS = 1_000_000
MOST_ARRAYS = 3_000_000


def parse(text: str, expected: str) -> Any:
    """Return the value of a JSON text, or raise `FormatError` with the line and column where it breaks.

    `expected` says what it should be, "a bundle". A text with more objects or arrays than any work has is refused
    before it is read, since they take thirty times its size. Brackets inside strings count too; a Bible in eight
    translations has half a million of either.
    """
    _refuse_crowded(text, expected)
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise _failure(where, f"This is not JSON: {error.msg}.") from error
    except RecursionError as error:
        raise _failure("", f"This is nested too deep. Expected {expected}.") from error
    except ValueError as error:
        raise _failure("", f"A number cannot be read: {error}.") from error


def _refuse_crowded(text: str, expected: str) -> None:
    for sign, most, what in (("{", MOST_OBJECTS, "objects"), ("[", MOST_ARRAYS, "arrays")):
        if (count := text.count(sign)) > most:
            raise _failure(
                "", f"It holds {count:,} {what}. Expected {expected} with at most {most:,}: in several files."
            )


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    repeated, seen = Repeated(made), set[str]()
    repeated.member = next(name for name, _ in pairs if name in seen or seen.add(name))  # type: ignore[func-returns-value]
    return repeated


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _failure(where: str, message: str) -> FormatError:
    return FormatError((Problem(where, message),))
