"""Reading bodies: JSON that is what RFC 8259 says and nothing else, with only text that may be stored."""

import json
from collections.abc import Iterator, Mapping
from typing import IO, Any, NoReturn

from rest_framework.parsers import BaseParser, MultiPartParser

from workbench.api.problems import Place, Refusal, pointer_to
from workbench.text import InvalidText, check_text

__all__ = ["FormParser", "JsonParser", "refuse_bad_text"]


class JsonParser(BaseParser):
    """Read UTF-8 JSON; refuse repeated names, NaN, nesting without end, and characters that may not be stored."""

    media_type = "application/json"

    def parse(
        self, stream: IO[Any], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        """Return the value of the body."""
        del media_type, parser_context
        value = _read(_decoded(stream.read()))
        refuse_bad_text(value)
        return value


class FormParser(MultiPartParser):
    """Read `multipart/form-data`: a file and the words about it."""


def refuse_bad_text(value: Any) -> None:
    """Raise a 422 naming the places of strings with characters that may not be stored."""
    bad = [
        Place(detail=str(error), code="invalid_character", pointer=pointer_to(*keys))
        for keys, error in _bad_text(value)
    ]
    if bad:
        raise Refusal(422, "invalid_character", bad[0]["detail"], errors=bad[:20])


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


def _bad_text(value: Any, *keys: object) -> Iterator[tuple[tuple[object, ...], InvalidText]]:
    if isinstance(value, str):
        try:
            check_text(value)
        except InvalidText as error:
            yield keys, error
    elif isinstance(value, dict):
        for name, member in value.items():
            yield from _bad_text(name, *keys)
            yield from _bad_text(member, *keys, name)
    elif isinstance(value, list):
        for position, member in enumerate(value):
            yield from _bad_text(member, *keys, position)
