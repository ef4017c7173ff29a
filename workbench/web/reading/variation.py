"""How far the translations of a work part, and where: from the stored measures, or measured for the moment.

What is stored answers as long as all translations (of a language) are compared and nothing is ignored. Anything else
is measured when it is asked for, at no more passages than `affording` allows, spread evenly; so are the distances of
the translations, which are not stored.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import TypeVar

from django.db.models import Avg, Q

from workbench.corpus.affording import count_affordable
from workbench.corpus.comparing import measure_distances
from workbench.corpus.measuring import Measures, measure
from workbench.corpus.models import Passage, Presence, Variant, Work
from workbench.corpus.queries import WorkRules
from workbench.text import Matrix
from workbench.web.reading.strokes import Place
from workbench.web.reading.variation_state import VariationState

__all__ = ["PAGE", "RankedPage", "Standout", "Survey", "read_places", "read_survey"]

PAGE = 25
T = TypeVar("T")
Texts = Mapping[tuple[int, int], str]
"""The texts that are there, by (passage id, translation id)."""


@dataclass(frozen=True, slots=True)
class Standout:
    """A passage of the list, and the one translation that lies farthest from the others there, if one does."""

    place: Place
    siglum: str = ""
    distinctiveness: float = 0.0


@dataclass(frozen=True, slots=True)
class RankedPage:
    """Some passages in the order asked for; `number` of `pages`, from 1."""

    rows: Sequence[Standout]
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class Survey:
    """What the page shows. `places` are the passages in the work's order that have measures: `total` were asked for.

    `compared` of them gave the `distances` of the translations; `waiting` are not measured anew since a change.
    `measures` by passage id are those of the moment, empty where the stored ones answer.
    """

    state: VariationState
    places: Sequence[Place]
    total: int
    compared: int
    waiting: int
    distances: Matrix
    measures: Mapping[int, Measures]

    @property
    def mean(self) -> float | None:
        """How far the translations part on the mean of the passages."""
        known = [place.variation for place in self.places if place.variation is not None]
        return fsum(known) / len(known) if known else None

    def read_ranked(self) -> RankedPage:
        """Return the page of the list that the state asks for (the last one if there are fewer); one query at most."""
        ranked = _rank(self.places, self.state.sort)
        pages = max(1, -(-len(ranked) // PAGE))
        number = min(self.state.page, pages)
        rows = ranked[(number - 1) * PAGE : number * PAGE]
        distinct = self._distinctiveness(rows)
        return RankedPage([self._stand_out(place, distinct.get(place.key, {})) for place in rows], number, pages)

    def _distinctiveness(self, places: Sequence[Place]) -> dict[int, dict[int, float]]:
        if not self.state.is_stored:
            return {place.key: self.measures[place.key].distinctiveness for place in places}
        rows = Variant.objects.filter(
            passage__in=[place.key for place in places],
            translation__in=self.state.translations,
            distinctiveness__isnull=False,
        )
        found: dict[int, dict[int, float]] = {}
        for passage, one, value in rows.values_list("passage_id", "translation_id", "distinctiveness"):
            found.setdefault(passage, {})[one] = value or 0.0
        return found

    def _stand_out(self, place: Place, distinct: Mapping[int, float]) -> Standout:
        """Name the most distinctive translation; none where the first two are level, as any two by themselves are."""
        first, second, *_ = [*sorted(distinct, key=lambda key: -distinct[key]), 0, 0]
        if round(distinct.get(first, 0), 3) <= round(distinct.get(second, 0), 3):
            return Standout(place)
        siglum = next(one.siglum for one in self.state.translations if one.pk == first)
        return Standout(place, siglum, distinct[first])


def read_survey(work: Work, state: VariationState) -> Survey:
    """Read and measure what the page shows; five queries, whatever the length of the work."""
    places, waiting = read_places(work, state)
    sample = spread(places, count_affordable([place.key for place in places], state.translations))
    texts = _read_texts(sample, state)
    rules = WorkRules(work)
    measures: dict[int, Measures] = {}
    shown: Sequence[Place] = places
    if not state.is_stored:
        measures = _measure(sample, texts, state, rules)
        shown = [Place(one.key, one.position, one.reference, measures[one.key].variation) for one in sample]
    table = [[texts.get((place.key, one.pk)) for one in state.translations] for place in sample]
    distances = measure_distances(table, state.translations, rules.general, state.ignore)
    return Survey(state, shown, len(places), len(sample), waiting, distances, measures)


def spread(places: Sequence[T], limit: int) -> Sequence[T]:
    """Return all of them, or `limit` of them at even distances."""
    if len(places) <= limit:
        return places
    return [places[number * len(places) // limit] for number in range(limit)]


def read_places(work: Work, state: VariationState) -> tuple[list[Place], int]:
    """Return the passages asked for with their stored variation, and how many of these wait to be measured."""
    rows = work.passages.filter(position__gte=state.first).order_by("position")
    if state.last is not None:
        rows = rows.filter(position__lte=state.last)
    measured = "variation"
    if state.language:
        # The mean over all pairs is the mean of each text's mean over its pairs, for each text has as many.
        of_language = Q(variants__translation__in=state.translations)
        rows, measured = rows.annotate(of_language=Avg("variants__distinctiveness", filter=of_language)), "of_language"
    found = list(rows.values_list("pk", "position", "reference", measured, "is_measured"))
    return [Place(*row[:4]) for row in found], sum(not row[4] for row in found)


def _read_texts(places: Sequence[Place], state: VariationState) -> Texts:
    rows = Variant.objects.filter(
        passage__in=[place.key for place in places], translation__in=state.translations, presence=Presence.PRESENT
    )
    return {(passage, one): text for passage, one, text in rows.values_list("passage_id", "translation_id", "text")}


def _measure(places: Sequence[Place], texts: Texts, state: VariationState, rules: WorkRules) -> dict[int, Measures]:
    """Measure each passage by itself; distinctiveness by the id of the translation."""
    return {
        place.key: measure(
            [
                (one.pk, one.language, texts[place.key, one.pk])
                for one in state.translations
                if (place.key, one.pk) in texts
            ],
            rules.of(Passage(pk=place.key)),
            state.ignore,
        )
        for place in places
    }


def _rank(places: Sequence[Place], sort: str) -> Sequence[Place]:
    """Sort by variation, passages without one last; equal ones in the work's order."""
    if sort == "work":
        return places
    sign = -1 if sort == "most" else 1
    return sorted(places, key=lambda place: (place.variation is None, sign * (place.variation or 0)))
