"""JSON that holds more than any work has is refused before it is read."""

import pytest

from tests.interchange.hostile import OBJECTS
from workbench.interchange.errors import FormatError
from workbench.interchange.strict_json import MOST_ARRAYS, MOST_MEMBERS, MOST_OBJECTS, parse


@pytest.mark.parametrize(
    ("piece", "most", "what"), [('{"a":1}', MOST_OBJECTS, "objects"), ("[]", MOST_ARRAYS, "arrays")]
)
def test_a_crowded_text_is_refused_unread(piece: str, most: int, what: str) -> None:
    text = "[" + ",".join([piece] * (most + 1))  # it breaks off: reading it would complain of that
    with pytest.raises(FormatError, match=f"{what}. Expected a bundle with at most {most:,}"):
        parse(text, "a bundle")


def test_as_many_as_are_allowed_are_read() -> None:
    assert len(parse("[" + ",".join(["{}"] * MOST_OBJECTS) + "]", "a bundle")) == MOST_OBJECTS


@pytest.mark.parametrize("kind", OBJECTS)
def test_json_that_is_made_to_harm_is_refused(kind: str) -> None:
    with pytest.raises(FormatError):
        parse(OBJECTS[kind]().decode(), "a bundle")


def test_an_object_may_have_as_many_members_as_are_allowed() -> None:
    members = ",".join(f'"a{number}":0' for number in range(MOST_MEMBERS))
    assert len(parse(f"{{{members}}}", "a bundle")) == MOST_MEMBERS
    with pytest.raises(FormatError, match="line 2: An object begins here that has more than 2,000 members"):
        parse(f'[\n{{{members},"b": "\\"", "c": 1}}]', "a bundle")
