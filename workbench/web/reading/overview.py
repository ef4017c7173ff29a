"""The overview of passages that stand on one page: one stroke for each, with its open threads.

The taller, the further its translations part; by how much is said by `stroke_height`. Longer works have `strokes`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import ngettext

from workbench.corpus.models import Passage
from workbench.web.reading.stroke_height import height_of, say_distance

__all__ = ["Stroke", "draw_overview"]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A passage, and the number of its open threads."""

    passage: Passage
    open_threads: int

    @property
    def height(self) -> int:
        """The variation, in hundredths of the bar."""
        return height_of(self.passage.variation)

    @property
    def words(self) -> str:
        """What the stroke says, for those who hear it or ask it."""
        said = say_distance(self.passage.variation, is_waiting=not self.passage.is_measured)
        threads = ngettext("%(n)s open thread", "%(n)s open threads", self.open_threads) % {"n": self.open_threads}
        return f"{self.passage.reference}: {said}{f', {threads}' if self.open_threads else ''}"


def draw_overview(passages: Iterable[Passage], open_threads: Mapping[int, int]) -> list[Stroke]:
    """Return the strokes in the order of the passages; none where no passage was measured."""
    shown = list(passages)
    if all(passage.variation is None for passage in shown):
        return []
    return [Stroke(passage, open_threads.get(passage.pk, 0)) for passage in shown]
