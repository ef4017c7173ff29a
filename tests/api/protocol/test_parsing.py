"""What a JSON body may cost: in proportion to its size, whatever its shape."""

import tracemalloc

import pytest

from workbench.api.protocol.parsing import refuse_bad_text
from workbench.api.protocol.problems import Refusal


@pytest.mark.parametrize("members", [[0] * 3_000, dict.fromkeys(map(str, range(3_000)), 0)])
def test_a_long_name_is_not_repeated_for_each_of_its_members(members: object) -> None:
    value = {"k" * 100_000: members}
    tracemalloc.start()
    try:
        refuse_bad_text(value)
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def test_a_bad_text_is_pointed_at() -> None:
    with pytest.raises(Refusal) as refused:
        refuse_bad_text({"anchors": [{"quote": "fine"}, {"quo/te": "a\0"}]})
    assert [place.get("pointer") for place in refused.value.problem.errors] == ["/anchors/1/quo~1te"]


def test_a_place_too_long_to_name_is_named_by_what_holds_it() -> None:
    with pytest.raises(Refusal) as refused:
        refuse_bad_text({"anchors": [{"k" * 10_000: ["\0"] * 30}]})
    assert [place.get("pointer") for place in refused.value.problem.errors] == ["/anchors/0"] * 20
