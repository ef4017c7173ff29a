"""Reading bodies: JSON that is what RFC 8259 says and nothing else, with only text that may be stored."""

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import IO, Any, NoReturn, TypeAlias

from django.conf import settings
from rest_framework.parsers import BaseParser, MultiPartParser

from workbench.api.protocol.problems import Place, Refusal, pointer_to
from workbench.text import InvalidText, check_text
from workbench.text.words.digits import read_digits

__all__ = ["FormParser", "JsonParser", "bad_texts", "refuse_bad_text"]

MOST_PLACES = 20
LONGEST_POINTER = 1_000
_Way: TypeAlias = "tuple[_Way, str | int] | None"
"""How a member is reached: the way to what holds it, and its name or position there."""


class JsonParser(BaseParser):
    """Read UTF-8 JSON; refuse repeated names, NaN, nesting without end, and characters that may not be stored."""

    media_type = "application/json"

    def parse(
        self, stream: IO[Any], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        """Return the value of the body."""
        del media_type, parser_context
        limit: int = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        body = stream.read(limit + 1)
        if len(body) > limit:
            raise Refusal(413, "too_large", f"A body of at most {limit:,} bytes is expected.")
        value = _read(_decoded(body))
        refuse_bad_text(value)
        return value


class FormParser(MultiPartParser):
    """Read `multipart/form-data`: a file and the words about it."""

    def parse(
        self, stream: IO[Any], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        """Return fields and files. What says it is too large is refused before it is read."""
        length = read_digits(str((parser_context or {})["request"].META.get("CONTENT_LENGTH") or "0"))
        most: int = settings.IMPORT_MAX_BYTES
        if length is None or length > most + settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            raise Refusal(413, "too_large", f"A file of at most {most:,} bytes is expected.")
        return super().parse(stream, media_type, parser_context)


def refuse_bad_text(value: Any) -> None:
    """Raise a 422 naming the first places of strings with characters that may not be stored."""
    found = islice(bad_texts(value), MOST_PLACES)
    bad = [Place(detail=str(error), code="invalid_character", pointer=pointer) for pointer, error in found]
    if bad:
        raise Refusal(422, "invalid_character", bad[0]["detail"], errors=bad)


def bad_texts(value: Any) -> Iterator[tuple[str, InvalidText]]:
    """Yield the strings inside a JSON value that may not be stored, as (JSON Pointer, what is wrong with it)."""
    for way, text in _strings(value):
        if error := _refusal_of(text):
            yield _pointer_along(way), error


def _strings(value: Any) -> Iterator[tuple[_Way, str]]:
    """Yield all names and strings with the way to them.

    Goes down without recursion: what the reader could nest, this can follow. Keeps one iterator for each level and
    writes no pointer, so that neither many members nor long names cost memory.
    """
    levels: list[Iterator[tuple[_Way, Any]]] = [iter([(None, value)])]
    while levels:
        for way, found in levels[-1]:
            if isinstance(found, str):
                yield way, found
            elif isinstance(found, (dict, list)):
                levels.append(_members(way, found))
                break
        else:
            levels.pop()


def _members(way: _Way, found: dict[str, Any] | list[Any]) -> Iterator[tuple[_Way, Any]]:
    if isinstance(found, dict):
        yield from ((way, name) for name in found)
        yield from (((way, name), member) for name, member in found.items())
    else:
        yield from (((way, position), member) for position, member in enumerate(found))


def _pointer_along(way: _Way) -> str:
    """Return the JSON Pointer to where the way leads, or to the last place on it that can be named in short."""
    tokens: list[str | int] = []
    while way is not None:
        way, token = way
        tokens.append(token)
    pointer = ""
    for token in reversed(tokens):
        longer = pointer + pointer_to(token)
        if len(longer) > LONGEST_POINTER:
            break
        pointer = longer
    return pointer


def _refusal_of(text: str) -> InvalidText | None:
    try:
        check_text(text)
    except InvalidText as error:
        return error
    return None


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        detail = f"A body in UTF-8 is expected; byte {error.start} is not."
        raise Refusal(400, "not_utf_8", detail) from error


def _read(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_without_repeats, parse_constant=_refuse_constant)
    except RecursionError as error:
        raise Refusal(400, "too_deep", "Less deeply nested JSON is expected.") from error
    except ValueError as error:
        raise Refusal(400, "malformed", f"JSON is expected: {error}.") from error


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice in one object")
    return found


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")
