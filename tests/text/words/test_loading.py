"""What is worked out while a module is loaded (patterns, classes of letters, tables) is the same whenever it is."""

import importlib
import importlib.util
import re
from types import ModuleType
from typing import Any

import pytest
import regex

MODULES = [
    "words.boundaries",
    "words.folding",
    "words.nearness",
    "words.number_words",
    "words.numerals",
    "words.old_spelling",
    "words.orthography",
    "words.romanisation",
    "words.segmentation",
    "words.spellings",
    "words.stops",
    "words.validity",
    "words.weights",
]


@pytest.mark.parametrize("name", MODULES)
def test_a_module_loaded_again_holds_what_it_held(name: str) -> None:
    held = importlib.import_module(f"workbench.text.{name}")
    again = load_again(held)
    assert values_of(again) == values_of(held) != {}


def load_again(module: ModuleType) -> ModuleType:
    """Run a module's code once more, beside the one that is in use."""
    spec = module.__spec__
    assert spec
    assert spec.loader
    again = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(again)
    return again


def values_of(module: ModuleType) -> dict[str, Any]:
    """Return the names that hold nothing but values, with those."""
    found = {name: plain(value) for name, value in vars(module).items() if not name.startswith("__")}
    return {name: value for name, value in found.items() if value is not None}


def plain(value: Any) -> Any:
    """Return a value made of texts, numbers and patterns; None for functions, classes and what remembers."""
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, re.Pattern | regex.Pattern):
        return value.pattern, value.flags
    if isinstance(value, frozenset):
        return value
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    if type(value) is dict:
        return {name: plain(one) for name, one in value.items()}
    return None
