"""What the person who imports decides, for what a file cannot say."""

from dataclasses import dataclass
from typing import Literal

__all__ = ["Existing", "ImportOptions", "Match"]

Match = Literal["auto", "reference", "order"]
Existing = Literal["refuse", "keep", "revise"]


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How a document meets a work.

    `match`: how its passages find those of the work; auto goes by reference where the file has any, and
    by order where it has none and the numbers agree. `existing`: what happens where the work has
    another text already: refuse the whole import, keep what stands, or revise it (as a new revision).
    `title`, `slug`: of a new work, in place of what the file says; a title alone makes its own slug.
    `reason`: of the revisions that are written. `numbering`: how the file counts verses, one of
    `interchange.numberings`; "" as the work does.
    """

    match: Match = "auto"
    existing: Existing = "refuse"
    title: str = ""
    slug: str = ""
    reason: str = ""
    numbering: str = ""

    def slug_for(self, written: str) -> str:
        """Return the slug of a new work whose file says `written`; "" where one is to be made from the title."""
        return self.slug or ("" if self.title else written)
