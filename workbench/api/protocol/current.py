"""What stands there now, for the person whose write came second: presenters tell here which kind of row they show."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

__all__ = ["show_current", "shows_current"]

Show = TypeVar("Show", bound=Callable[[Any], Mapping[str, Any]])
_SHOWN: dict[type, Callable[[Any], Mapping[str, Any]]] = {}


def shows_current(kind: type) -> Callable[[Show], Show]:
    """Let the presenter below this show rows of a kind whose writes can be stale."""

    def keep(show: Show) -> Show:
        _SHOWN[kind] = show
        return show

    return keep


def show_current(row: object) -> Mapping[str, Any] | None:
    """Show a row of any kind that can be stale; None for others."""
    return next((show(row) for kind, show in _SHOWN.items() if isinstance(row, kind)), None)
