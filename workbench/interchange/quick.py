"""Records that are made by the hundred thousand: the type checker sees frozen dataclasses, nothing else guards them.

A frozen dataclass sets every field through `object.__setattr__`, which takes five times as long as setting it. A module
imports `dataclass` from here where the type checker does not look, and from the standard library where it does.
"""

import dataclasses
from collections.abc import Callable
from typing import TypeVar

__all__ = ["dataclass"]

_Class = TypeVar("_Class")


def dataclass(*, frozen: bool, slots: bool) -> Callable[[type[_Class]], type[_Class]]:
    """Make a class a dataclass of values that are compared and hashed by what they hold."""
    assert frozen
    return dataclasses.dataclass(slots=slots, unsafe_hash=True)
