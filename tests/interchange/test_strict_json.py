"""JSON that holds more than any work has is refused before it is read."""

import pytest

from tests.interchange.hostile import OBJECTS
from workbench.interchange.errors import FormatError
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import FORMATS
from workbench.interchange.strict_json import (
    MOST_ARRAYS,
    MOST_MEMBERS,
    MOST_OBJECTS,
    MOST_VALUES,
    parse,
    refuse_crowded,
)


@pytest.mark.parametrize(
    ("piece", "most", "what"),
    [('{"a":1}', MOST_OBJECTS, "objects"), ("[]", MOST_ARRAYS, "arrays"), ("1e9", MOST_VALUES + 1, "commas")],
)
def test_a_crowded_text_is_refused_unread(piece: str, most: int, what: str) -> None:
    data = ("[" + ",".join([piece] * (most + 1))).encode() + b"\xff"  # reading it would complain of the encoding
    with pytest.raises(FormatError, match=f"{what}. Expected a bundle with at most {most - (piece == '1e9'):,}"):
        FORMATS["bundle"].read(data, ReadOptions())


def test_as_many_as_are_allowed_are_read() -> None:
    text = "[" + ",".join(["{}"] * MOST_OBJECTS) + "]"
    refuse_crowded(text.encode(), "a bundle")
    assert len(parse(text, "a bundle")) == MOST_OBJECTS


@pytest.mark.parametrize("kind", OBJECTS)
def test_json_that_is_made_to_harm_is_refused(kind: str) -> None:
    with pytest.raises(FormatError):
        FORMATS["bundle"].read(OBJECTS[kind](), ReadOptions())


def test_an_object_may_have_as_many_members_as_are_allowed() -> None:
    members = ",".join(f'"a{number}":0' for number in range(MOST_MEMBERS))
    assert len(parse(f"{{{members}}}", "a bundle")) == MOST_MEMBERS
    with pytest.raises(FormatError, match="line 2: An object begins here that has more than 2,000 members"):
        parse(f'[\n{{{members},"b": "\\"", "c": 1}}]', "a bundle")
