"""Renderings and words through the API."""

from typing import Any

import pytest

RENDERINGS = "works/a-small-work/renderings/"


def test_each_rendering_has_its_count_and_places(team: Any, script: Any) -> None:
    shown = script(team.reader).get(f"{RENDERINGS}?word=mat&translation=A").json()
    assert (shown["texts"], shown["looked_at"]) == (1, 1)
    (other,) = shown["translations"]
    assert (other["translation"], other["total"], other["consistency"]) == ("B", 1, None)
    (rendering,) = other["renderings"]
    assert (rendering["rendering"], rendering["places"][0]["reference"]) == ("rug", "1")


def test_the_words_of_ones_own_are_listed(team: Any, script: Any) -> None:
    shown = script(team.reader).get("works/a-small-work/words/?translation=A&without=B&most=2").json()
    assert [(one["word"], one["elsewhere"]) for one in shown["words"]] == [("mat", 0), ("raining", 0)]
    assert (shown["counted_at"], shown["without"]) == (None, "B")


@pytest.mark.parametrize("address", [f"{RENDERINGS}?word=mat&format=csv", "works/a-small-work/words/?format=csv"])
def test_both_come_as_tables(team: Any, script: Any, address: str) -> None:
    assert script(team.reader).get(address)["Content-Type"] == "text/csv; charset=utf-8"


@pytest.mark.parametrize("query", ["", "?word=mat&translation=Z", "?word=mat&passages=99", "?word=…"])
def test_what_is_not_there_is_said_with_its_parameter(team: Any, script: Any, query: str) -> None:
    refused = script(team.reader).get(RENDERINGS + query)
    assert (refused.status_code, "parameter" in refused.json()["errors"][0]) == (422, True)
