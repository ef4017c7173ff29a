"""The overview bar of a whole work: as many strokes as a screen has room for, each a passage or a run of passages.

For works too long for `overview`, and for the variation page. `web.reading.stroke_height` says how tall they are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, fsum

from django.utils.translation import gettext, ngettext

from workbench.corpus.comparing import Place
from workbench.web.reading.stroke_height import height_of, say_distance
from workbench.web.site.figures import grouped, whole_percent

__all__ = ["STROKES", "Stroke", "draw_strokes"]

STROKES = 120


@dataclass(frozen=True, slots=True)
class Stroke:
    """A run of passages from `first` to `last`: how far the translations part on the mean, and where most; 0..1.

    `waiting` of them are in neither figure, still to be measured.
    """

    first: Place
    last: Place
    count: int
    mean: float | None
    most: float | None
    waiting: int = 0

    @property
    def height(self) -> int:
        """The mean, in hundredths of the bar."""
        return height_of(self.mean)

    @property
    def peak(self) -> int:
        """The most, in hundredths of the bar."""
        return height_of(self.most)

    @property
    def is_single(self) -> bool:
        """Whether it is one passage only."""
        return self.count == 1

    @property
    def words(self) -> str:
        """What the stroke says, for those who hear it or ask it."""
        said = self._say_distance()
        if self.is_single:
            return f"{self.first.reference}: {said}"
        run = {"first": self.first.reference, "last": self.last.reference, "n": grouped(self.count), "said": said}
        pattern = ngettext(
            "%(first)s to %(last)s, %(n)s passage: %(said)s",
            "%(first)s to %(last)s, %(n)s passages: %(said)s",
            self.count,
        )
        return pattern % run

    def _say_distance(self) -> str:
        if self.is_single or self.most is None or self.mean is None:
            return say_distance(self.mean, is_waiting=self.waiting > 0)
        shares = {"mean": whole_percent(self.mean), "most": whole_percent(self.most), "n": grouped(self.waiting)}
        if self.waiting:
            return gettext("%(mean)s apart on average, %(most)s at most, %(n)s still to be measured") % shares
        return gettext("%(mean)s apart on average, %(most)s at most") % shares


def draw_strokes(places: Sequence[Place], limit: int = STROKES) -> list[Stroke]:
    """Part the places, in their order, into at most `limit` runs of equal length (the last may be shorter)."""
    length = max(1, ceil(len(places) / limit))
    return [_draw(places[start : start + length]) for start in range(0, len(places), length)]


def _draw(run: Sequence[Place]) -> Stroke:
    known = _known(run)
    mean = fsum(known) / len(known) if known else None
    waiting = sum(place.is_waiting for place in run)
    return Stroke(run[0], run[-1], len(run), mean, max(known, default=None), waiting)


def _known(places: Iterable[Place]) -> list[float]:
    return [place.variation for place in places if place.variation is not None]
