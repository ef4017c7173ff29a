"""What stands in a file of either kind, in its order, whatever lies around it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from workbench.interchange.xml import local_name

__all__ = ["Outline"]


@dataclass(frozen=True, slots=True)
class Outline:
    """The elements of a format by their names: those that only lie around others, paragraphs, parts of tables."""

    containers: frozenset[str]
    paragraphs: frozenset[str]
    tables: frozenset[str]

    def inside(self, element: Any) -> Iterator[Any]:
        """Yield what stands in an element, and in what lies around more (sections, lists, content controls)."""
        for one in element:
            if local_name(one) in self.containers:
                yield from self.inside(one)
            else:
                yield one

    def paragraphs_in(self, element: Any) -> Iterator[Any]:
        """Yield all paragraphs in an element, those of tables cell by cell."""
        for one in self.inside(element):
            name = local_name(one)
            if name in self.paragraphs:
                yield one
            elif name in self.tables:
                yield from self.paragraphs_in(one)
