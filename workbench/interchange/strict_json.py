"""JSON to plain values, strictly: what JSON leaves open (RFC 8259) is an error with its place."""

import json
import re
from typing import Any, NoReturn

from workbench.interchange.encodings import decode_text
from workbench.interchange.errors import FormatError, Problem

__all__ = ["Repeated", "parse", "read_json", "refuse_crowded"]


class Repeated(dict[str, Any]):
    """An object in which the member `member` stands twice; readers of objects refuse it, with its pointer."""

    member = ""


MOST_OBJECTS = 1_000_000
MOST_ARRAYS = 3_000_000
MOST_VALUES = 6_000_000
MOST_MEMBERS = 2_000
_STRING = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_CROWDED = re.compile(rf'\{{\s*+(?:{_STRING}\s*+:\s*+(?:{_STRING}|[^\s{{}}\[\]",]++)\s*+,\s*+){{{MOST_MEMBERS}}}')


def read_json(data: bytes, expected: str, max_bytes: int, encoding: str | None = None) -> Any:
    """Return the value of a JSON file, refused unread where it is too crowded; raises `FormatError` as `parse` does."""
    refuse_crowded(data, expected)
    return parse(decode_text(data, encoding, max_bytes), expected)


def parse(text: str, expected: str) -> Any:
    """Return the value of a JSON text, or raise `FormatError` with the line and column where it breaks.

    `expected` says what it should be, "a bundle". A text with an object of more than 2,000 plain members is refused
    before it is read; one with more objects or arrays than any work has, which take thirty times its size, by
    `refuse_crowded`, which is asked first.
    """
    _refuse_full(text, expected)
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise _failure(where, f"This is not JSON: {error.msg}.") from error
    except RecursionError as error:
        raise _failure("", f"This is nested too deep. Expected {expected}.") from error
    except ValueError as error:
        raise _failure("", f"A number cannot be read: {error}.") from error


def refuse_crowded(data: bytes, expected: str) -> None:
    """Raise `FormatError` for a file of too many objects, arrays or values, before anybody takes the time to decode it.

    Brackets and commas inside strings count too; a Bible in eight translations has half a million of the ones.
    """
    signs = ((b"{", MOST_OBJECTS, "objects"), (b"[", MOST_ARRAYS, "arrays"), (b",", MOST_VALUES, "commas"))
    for sign, most, what in signs:
        if (count := data.count(sign)) > most:
            raise _failure(
                "", f"It holds {count:,} {what}. Expected {expected} with at most {most:,}: in several files."
            )


def _refuse_full(text: str, expected: str) -> None:
    if found := _CROWDED.search(text):
        where = f"line {text.count(chr(10), 0, found.start()) + 1}"
        raise _failure(
            where, f"An object begins here that has more than {MOST_MEMBERS:,} members. Expected {expected}."
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
