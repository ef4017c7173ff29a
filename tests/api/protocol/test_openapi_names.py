"""Every shape that the API describes has a name of its own."""

from typing import TypedDict

import pytest

from workbench.api.protocol.openapi.responses import Components


def test_two_shapes_of_one_name_are_refused() -> None:
    def first() -> type:
        class PlaceShown(TypedDict):
            """A place."""

            start: int

        return PlaceShown

    def second() -> type:
        class PlaceShown(TypedDict):
            """Another place."""

            end: int

        return PlaceShown

    components = Components()
    components.refer(first())
    with pytest.raises(ValueError, match="Two shapes of the API are called Place"):
        components.refer(second())
