"""The passages of a work as an import meets them: what it needs to know of each, without the weight of model rows."""

from typing import NamedTuple

from workbench.corpus.models import Work, split_path

__all__ = ["StandingPassage", "read_passages"]


class StandingPassage(NamedTuple):
    """A passage that stands in a work."""

    pk: int
    position: int
    reference: str
    division: str
    label: str

    @property
    def path(self) -> tuple[str, ...]:
        """Its labels by the levels of the work."""
        return split_path(self.division, self.label)


def read_passages(work: Work) -> list[StandingPassage]:
    """Return the passages of a work in their order. One query."""
    rows = work.passages.order_by("position").values_list(*StandingPassage._fields)
    return list(map(StandingPassage._make, rows))
