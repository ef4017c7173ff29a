"""The overview bar: one stroke for each passage, the taller the further its translations part."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workbench.corpus.models import Passage

__all__ = ["Stroke", "draw_overview"]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A passage, and the number of its open threads."""

    passage: Passage
    open_threads: int

    @property
    def height(self) -> int:
        """The variation in hundredths."""
        return round(100 * (self.passage.variation or 0))

    @property
    def words(self) -> str:
        """What the stroke says, for those who hear it or ask it."""
        said = "not measured" if self.passage.variation is None else f"{self.passage.variation:.0%} apart"
        threads = f", {self.open_threads} open thread{'s' * (self.open_threads > 1)}" if self.open_threads else ""
        return f"{self.passage.reference}: {said}{threads}"


def draw_overview(passages: Iterable[Passage], open_threads: Mapping[int, int]) -> list[Stroke]:
    """Return the strokes in the order of the passages; none where no passage was measured."""
    strokes = [Stroke(passage, open_threads.get(passage.pk, 0)) for passage in passages]
    return strokes if any(stroke.passage.variation is not None for stroke in strokes) else []
