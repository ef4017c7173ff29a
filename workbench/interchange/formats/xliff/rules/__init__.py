"""What XLIFF 2.x asks of a file (OASIS, XLIFF 2.1 and 2.2, chapter 4) and a file does not keep to.

Such a file is read, for its words are there, but it is said by name what is wrong with it: whoever made it will want to
know, and other programs may refuse it. `names` has what may stand where, `structure` files, groups and units, `codes`
what stands among the words, `fragments` references inside the file; `Rules` gathers what they find.
"""

from collections.abc import Iterator
from typing import Any

from workbench.interchange.formats.xliff.rules.codes import complaints_about_codes
from workbench.interchange.formats.xliff.rules.names import CORE
from workbench.interchange.formats.xliff.rules.structure import Structure

__all__ = ["Rules"]

_MOST_KINDS = 12


class Rules:
    """Looks at a file unit by unit as it goes by; remembers each kind of fault with its first place."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[str, int]] = {}
        self._structure = Structure()

    def look_at(self, element: Any) -> None:
        """Look at a unit, a file or the root when it ends; what is not XLIFF 2.x is passed over."""
        namespace, _, name = element.tag.rpartition("}")
        if not namespace.startswith(f"{{{CORE}"):
            return
        where = f"unit {element.get('id', '?')}" if name == "unit" else name
        complaints = self._structure.look_at(element, name)
        for complaint in (*complaints, *(complaints_about_codes(element) if name == "unit" else ())):
            first, count = self._found.get(complaint, (where, 0))
            self._found[complaint] = (first, count + 1)

    def remarks(self) -> Iterator[str]:
        """Yield a sentence for each kind of fault, with where it was found first."""
        for complaint, (where, count) in list(self._found.items())[:_MOST_KINDS]:
            more = f" and {count - 1:,} times more" if count > 1 else ""
            yield f"This is no valid XLIFF: {complaint} ({where[:60]}{more})."
        if len(self._found) > _MOST_KINDS:
            yield f"It breaks {len(self._found) - _MOST_KINDS:,} more rules of XLIFF."
