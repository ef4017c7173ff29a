"""What an index is given of a text, and within what somebody looks for words."""

from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["Scope", "Text"]

_MOST_LABELS = 500


class Text(NamedTuple):
    """A variant's text at a version; the pks of what it belongs to."""

    variant: int
    version: int
    text: str
    workspace: int
    work: int
    translation: int

    @property
    def labels(self) -> str:
        """What a text is labelled with, parted by spaces: letters and digits."""
        return f"w{self.workspace} k{self.work} t{self.translation}"


@dataclass(frozen=True, slots=True)
class Scope:
    """Texts of one of these workspaces, works and translations each, by pks; None where any will do.

    An index is told so to read less; it may give texts of others too.
    """

    workspaces: frozenset[int] | None = None
    works: frozenset[int] | None = None
    translations: frozenset[int] | None = None

    @property
    def labels(self) -> list[list[str]]:
        """Of each list, one label must be among a text's own."""
        kinds = (("w", self.workspaces), ("k", self.works), ("t", self.translations))
        return [[f"{kind}{pk}" for pk in sorted(pks)] for kind, pks in kinds if pks and len(pks) <= _MOST_LABELS]

    @property
    def is_empty(self) -> bool:
        """Whether no text lies within it."""
        return any(pks is not None and not pks for pks in (self.workspaces, self.works, self.translations))
