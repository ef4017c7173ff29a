"""What the mutated modules call: the function as it was, or the mutant that is under test."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

__all__ = ["ORIGINAL", "Switch", "switchable"]

ORIGINAL = "_mutmut_orig"


class Switch:
    """Which mutant is under test ("": none), and which functions were called since `called` was emptied."""

    mutant = ""
    called: set[str] = set()  # noqa: RUF012 - one for the process


def switchable(
    mutants: Mapping[str, Callable[..., Any]], is_classmethod: bool = False
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Decorate a function of which `mutants` holds the original and the mutants, by name.

    Those of a class method are found anew on the class that it is called of, which may be a subclass.
    """

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def call(*args: Any, **kwargs: Any) -> Any:
            original = mutants[ORIGINAL]
            module, _, name = Switch.mutant.rpartition(":")
            Switch.called.add(f"{function.__module__}:{original.__name__.removesuffix('_' + ORIGINAL)}")
            chosen = mutants.get(name, original) if module == function.__module__ else original
            if is_classmethod:
                return getattr(args[0], chosen.__name__)(*args[1:], **kwargs)
            return chosen(*args, **kwargs)

        return call

    return decorate
