"""How far the translations of a work lie apart, passage by passage and over all of them: reads, writes nothing.

As long as nothing is ignored, the stored counts answer for any choice of translations, in all passages unless the work
has millions of pairs of texts (`measuring_limits.count_step`). With something ignored the texts are measured when asked
for, at no more passages than `measuring_limits` allows, spread evenly. As in `measuring`, only translations into one
language are compared with each other.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import fsum
from typing import Any, NamedTuple, TypeVar

from django.db.models import F, QuerySet
from django.utils.translation import gettext

from workbench.corpus.errors import Invalid
from workbench.corpus.joining import read_links, said_in
from workbench.corpus.measuring import measure_with
from workbench.corpus.measuring_limits import count_affordable, count_step
from workbench.corpus.memory import Memory, measured_state
from workbench.corpus.models import Passage, PassageTally, Translation, Variant, Work
from workbench.corpus.queries import WorkRules
from workbench.corpus.tallies import Block, average_distances, make_blocks, read_blocks, sum_distances
from workbench.text import Ignorable, Matrix
from workbench.text.words.languages import language_of

__all__ = [
    "Place",
    "Survey",
    "check_whole",
    "group_by_language",
    "read_distances",
    "read_places",
    "spread",
    "survey_work",
]

T = TypeVar("T")
_REMEMBERED = 12  # surveys; that of a Bible in eight translations holds some 15 MB


class Place(NamedTuple):  # a tuple because a page of a Bible makes sixty thousand of them
    """A passage by its id, position and reference, with how far its translations part there: 0..1, None if unknown.

    `is_waiting`: it is not known because the passage waits to be measured.
    """

    pk: int
    position: int
    reference: str
    variation: float | None
    is_waiting: bool = False


@dataclass(frozen=True)
class Survey:
    """What was found: `places` have the passages looked at, in the work's order, `total` is how many were asked for.

    `waiting` of the places are not measured since they changed. `blocks` have the counts behind all figures;
    `distances[a][b]` is the distance of two translations over all places, 0..1, None across languages and where they
    share none.
    """

    places: Sequence[Place]
    total: int
    waiting: int
    distances: Matrix
    blocks: Sequence[Block]
    drawn: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def once(self, name: str, draw: Callable[[], T]) -> T:
        """Return what is drawn from the survey under a name, drawn once as long as it is remembered."""
        if name not in self.drawn:
            self.drawn[name] = draw()
        found: T = self.drawn[name]
        return found

    @cached_property
    def mean(self) -> float | None:
        """How far the translations part on the mean of the passages."""
        known = [place.variation for place in self.places if place.variation is not None]
        return fsum(known) / len(known) if known else None

    def distinctiveness_of(self, places: Iterable[Place]) -> Mapping[int, Mapping[int, float]]:
        """Return how far each variant lies from the others on the mean, by passage id and translation id."""
        wanted = {place.pk for place in places}
        found: dict[int, dict[int, float]] = {pk: {} for pk in wanted}
        for block in self.blocks:
            for passage, values in block.distinctiveness_of(wanted).items():
                found[passage] |= values
        return found


_memory: Memory[Survey] = Memory(_REMEMBERED)


def read_places(work: Work, first: int = 1, last: int | None = None) -> list[Place]:
    """Return the passages at the positions `first` to `last` (None: the end) with their stored variation; one query."""
    rows = work.passages.filter(position__gte=first).order_by("position")
    if last is not None:
        rows = rows.filter(position__lte=last)
    found = rows.values_list("pk", "position", "reference", "variation", "is_measured")
    return [Place(pk, at, reference, figure, not measured) for pk, at, reference, figure, measured in found]


def survey_work(
    work: Work,
    translations: Sequence[Translation],
    *,
    first: int = 1,
    last: int | None = None,
    ignore: frozenset[Ignorable] = frozenset(),
) -> Survey:
    """Find how far these translations part at the positions `first` to `last`; up to seven queries.

    What is stored is summed once for each state of the work and of its measures, then remembered.
    """
    if ignore:
        return _survey(work, translations, first, last, ignore)
    asked = (work.pk, tuple([one.pk for one in translations]), first, last)
    state = measured_state(work)
    return _memory.get(asked, state) or _memory.keep(asked, state, _survey(work, translations, first, last, ignore))


def _survey(
    work: Work, translations: Sequence[Translation], first: int, last: int | None, ignore: frozenset[Ignorable]
) -> Survey:
    places = read_places(work, first, last)
    if ignore:
        seen: Sequence[Place] = spread(places, count_affordable([place.pk for place in places], translations))
        blocks = _measure(work, seen, translations, ignore)
        waiting: frozenset[int] = frozenset()
    else:
        step = count_step(len(places), work.translations.count())
        seen = [place for place in places if place.position % step == 0]
        run = (seen[0].position, seen[-1].position) if seen else (0, 0)
        rows = _stored(work, step).filter(passage__position__range=run)
        blocks = read_blocks(rows, [one.pk for one in translations])
        waiting = frozenset(place.pk for place in seen if place.is_waiting)
    figures = average_distances(blocks)
    return Survey(
        [Place(one.pk, one.position, one.reference, figures.get(one.pk), one.pk in waiting) for one in seen],
        len(places),
        len(waiting),
        sum_distances(blocks, [one.pk for one in translations]),
        blocks,
    )


def read_distances(work: Work, translations: Sequence[Translation], passages: int) -> Matrix:
    """Return how far all translations of a work of so many passages lie apart, 0..1, from what is stored; one query."""
    step = count_step(passages, len(translations))
    chosen = [one.pk for one in translations]
    return sum_distances(read_blocks(_stored(work, step), chosen), chosen)


def check_whole(survey: Survey) -> None:
    """Raise `Invalid` where not all of the passages asked for were looked at."""
    if len(survey.places) < survey.total:
        most = f"at most {len(survey.places):,}"
        message = gettext(
            "With texts so long or so many, passages measured at a time: %(most)s. Say first and last."
        ) % {"most": most}
        raise Invalid.field("last", message, code="too_many")


def _stored(work: Work, step: int) -> QuerySet[PassageTally]:
    """Return what is stored and holds, of each `step`th passage."""
    rows = PassageTally.objects.filter(passage__work=work, passage__is_measured=True)
    return rows if step == 1 else rows.annotate(rest=F("passage__position") % step).filter(rest=0)


def _measure(
    work: Work, places: Sequence[Place], translations: Sequence[Translation], ignore: frozenset[Ignorable]
) -> list[Block]:
    """Measure the texts of the places, with the rules of each."""
    if not places:
        return []
    rules, links = WorkRules(work), read_links(work.pk, translations, after=places[0].position)
    rows = Variant.objects.filter(work=work, translation__in=translations)
    texts = said_in([place.pk for place in places], rows, links)
    return make_blocks((pk, measure_with(rules, Passage(pk=pk), texts[pk], ignore).languages) for pk in texts)


def spread(places: Sequence[T], limit: int) -> Sequence[T]:
    """Return all of them, or `limit` of them at even distances."""
    if len(places) <= limit:
        return places
    return [places[number * len(places) // limit] for number in range(limit)]


def group_by_language(translations: Sequence[Translation]) -> dict[str, list[int]]:
    """Part translations by the language they are in, regions of it together: their places by language subtag."""
    groups: dict[str, list[int]] = {}
    for place, one in enumerate(translations):
        groups.setdefault(language_of(one.language), []).append(place)
    return groups
