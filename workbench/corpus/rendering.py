"""What each translation has for a word or phrase of one of them, counted over the places where it stands.

Where it stands is asked of the concordance's index, what answers it of the engine (`linking`), place by place. So that
nobody waits for that, a bounded number of places is looked at: all of them where they are few, else some that are
spread evenly over the work; a narrower stretch of passages is counted whole.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from workbench.accounts.checks import checked_line
from workbench.accounts.errors import Invalid
from workbench.corpus import limits
from workbench.corpus.addressing import Stretch
from workbench.corpus.concordance.engine import engine
from workbench.corpus.concordance.scope import Scope
from workbench.corpus.forms import forms_in
from workbench.corpus.lexicons import lexicon_of
from workbench.corpus.linking import link_unit, read_said
from workbench.corpus.models import ConfirmedLink, Passage, Translation, Variant, Work
from workbench.corpus.units import Units, read_units
from workbench.text import Span
from workbench.text.alignment.renderings import consistency_of, find_inner, find_rendering, rendering_key
from workbench.text.checking import query_of
from workbench.text.concordance import BadQuery, Matcher, Query, parse_query, with_rules
from workbench.text.words.languages import language_of

__all__ = ["Place", "RenderedAs", "RenderingTable", "TranslationRenderings", "find_renderings"]

_PAIRS = 1_200  # comparisons in one answer
_ACROSS = 10  # of these one across languages counts for
_CHUNK = 5_000


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the words in a passage: `words` as they stand, and what another translation has there ("" nothing)."""

    passage: Passage
    words: str
    rendering: str


@dataclass(frozen=True, slots=True)
class RenderedAs:
    """One rendering, as it is written most often ("" for none), with its places in order."""

    form: str
    words: str
    places: Sequence[Place]

    @property
    def count(self) -> int:
        """How many places have it."""
        return len(self.places)


@dataclass(frozen=True, slots=True)
class TranslationRenderings:
    """What a translation has for the words, the most frequent first. Passages that it has not are left out."""

    translation: Translation
    renderings: Sequence[RenderedAs]

    @property
    def total(self) -> int:
        """How many places were looked at."""
        return sum(one.count for one in self.renderings)

    @property
    def consistency(self) -> float | None:
        """How probable it is that two places have the same rendering, 0..1; None without two places."""
        return consistency_of([one.count for one in self.renderings])


@dataclass(frozen=True, slots=True)
class RenderingTable:
    """The words as they stand, and what the others have; `texts` have the words, `looked_at` were looked at."""

    texts: int
    looked_at: int
    columns: Sequence[TranslationRenderings]
    forms: Sequence[tuple[str, int]] = field(default_factory=tuple)

    @property
    def is_whole(self) -> bool:
        """Whether all places were counted."""
        return self.texts == self.looked_at


def find_renderings(
    work: Work,
    words: str,
    translation: Translation,
    others: Sequence[Translation],
    stretch: Stretch | None = None,
    *,
    by_lemma: bool = False,
) -> RenderingTable:
    """Count what the `others` have for the words of a translation; six queries, and one for 5,000 texts with the words.

    The words are a word or phrase, a star at its end stands for any ending. `by_lemma`: its other forms count as well,
    and the forms of one rendering as one, in languages whose forms are known. Raises `Invalid` for the field `word`.
    """
    query = _read(words)
    if by_lemma:
        query = with_rules(query, forms_in(work, [translation], words))
    found = _texts_with(work, query, translation, stretch)
    chosen = _spread(found, _most(translation, others))
    rows = Variant.objects.filter(pk__in=chosen).select_related("passage").order_by("passage__position")
    matcher = Matcher(query)
    spans = {row: matcher.find(row.text) for row in rows}
    passages = [row.passage for row in spans]
    units = read_units(work.pk, passages, [translation, *others])
    said = _said_by_passage(units)
    columns = [_column(translation, other, spans, units, said, by_lemma=by_lemma) for other in others]
    forms = Counter(span.of(row.text) for row, each in spans.items() for span in each)
    return RenderingTable(len(found), len(chosen), columns, forms.most_common())


def _read(words: str) -> Query:
    try:
        return parse_query(query_of(checked_line("word", words, maximum=limits.SEARCH, required=True)))
    except BadQuery as error:
        raise Invalid.field("word", str(error), code="bad_query") from error


def _texts_with(work: Work, query: Query, translation: Translation, stretch: Stretch | None) -> list[int]:
    """Return the ids of the texts that have the words, as far as the index knows."""
    scope = Scope(works=frozenset([work.pk]), translations=frozenset([translation.pk]))
    rows = Variant.objects.filter(work=work, translation=translation)
    if stretch is not None:
        rows = rows.filter(passage__position__range=(stretch.first, stretch.last))
    pks: list[int] = []
    after = 0
    while found := engine().candidates(query, scope, after, _CHUNK, is_exact=True):
        present = dict(rows.filter(pk__in=[pk for pk, _ in found]).order_by().values_list("pk", "version"))
        pks += [pk for pk, version in found if present.get(pk) == version]
        after = found[-1][0]
    return pks


def _most(translation: Translation, others: Sequence[Translation]) -> int:
    language = language_of(translation.language)
    cost = sum(1 if language_of(other.language) == language else _ACROSS for other in others)
    return max(20, _PAIRS // max(1, cost))


def _spread(pks: Sequence[int], most: int) -> list[int]:
    return list(pks) if len(pks) <= most else [pks[place * len(pks) // most] for place in range(most)]


def _said_by_passage(units: Units) -> dict[int, list[ConfirmedLink]]:
    said: dict[int, list[ConfirmedLink]] = {}
    for link in read_said(units.variants.values()):
        said.setdefault(link.passage_id, []).append(link)
    return said


def _column(
    translation: Translation,
    other: Translation,
    spans: Mapping[Variant, Sequence[Span]],
    units: Units,
    said: Mapping[int, list[ConfirmedLink]],
    *,
    by_lemma: bool,
) -> TranslationRenderings:
    groups: dict[str, list[Place]] = {}
    forms_of = other.language if by_lemma else ""
    tags = (translation.language, other.language)
    lexicon = lexicon_of(translation, other)
    for row, found in spans.items():
        unit = units.of(row.passage, (translation, other))
        links = [link for passage in unit.passages for link in said.get(passage.pk, ())]
        linked = link_unit(unit, tags, links, lexicon)
        part = linked.left.part_of(row.passage_id) if linked else None
        if linked is None or part is None:
            continue
        texts = (linked.left.text, linked.right.text)
        for span in found:
            places = find_rendering(linked.answers, Span(span.start + part.start, span.end + part.start), texts)
            words = " … ".join(place.of(texts[1]) for place in places)
            groups.setdefault(rendering_key(words, forms_of), []).append(Place(row.passage, span.of(row.text), words))
    return TranslationRenderings(other, _ordered(_gather(groups).items()))


def _gather(groups: Mapping[str, list[Place]]) -> dict[str, list[Place]]:
    """Put places whose stretch holds another rendering to those of this one, in the work's order."""
    inner = find_inner({form: len(places) for form, places in groups.items()})
    found: dict[str, list[Place]] = {}
    for form, places in groups.items():
        found.setdefault(inner.get(form, form), []).extend(places)
    return {form: sorted(places, key=lambda one: one.passage.position) for form, places in found.items()}


def _ordered(groups: Iterable[tuple[str, list[Place]]]) -> list[RenderedAs]:
    found = [
        RenderedAs(form, Counter(place.rendering for place in places).most_common(1)[0][0], places)
        for form, places in groups
    ]
    return sorted(found, key=lambda one: (-one.count, one.form))
