"""JSON that holds more than any work has is refused before it is read."""

import pytest

from workbench.interchange.errors import FormatError
from workbench.interchange.strict_json import MOST_ARRAYS, MOST_OBJECTS, parse


@pytest.mark.parametrize(
    ("piece", "most", "what"), [('{"a":1}', MOST_OBJECTS, "objects"), ("[]", MOST_ARRAYS, "arrays")]
)
def test_a_crowded_text_is_refused_unread(piece: str, most: int, what: str) -> None:
    text = "[" + ",".join([piece] * (most + 1))  # it breaks off: reading it would complain of that
    with pytest.raises(FormatError, match=f"{what}. Expected a bundle with at most {most:,}"):
        parse(text, "a bundle")


def test_as_many_as_are_allowed_are_read() -> None:
    assert len(parse("[" + ",".join(["{}"] * MOST_OBJECTS) + "]", "a bundle")) == MOST_OBJECTS
