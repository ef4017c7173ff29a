"""Libraries that only some formats need, from the extra `formats`: loaded when they are asked for."""

from importlib import import_module
from typing import Any

from workbench.interchange.errors import FormatError, Problem

__all__ = ["load_extra"]


def load_extra(name: str) -> Any:
    """Return the module `name`; raises `FormatError` that says what to install where it is absent."""
    try:
        return import_module(name)
    except ImportError as error:
        message = "This format needs the extra “formats” of Translation Workbench, which is not installed here."
        raise FormatError((Problem("", message),)) from error
