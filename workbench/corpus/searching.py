"""Where words stand in the texts that somebody may see: the reading behind the concordance.

The index (`corpus.concordance`) names candidates in the order of their pks; each is read and asked again
(`workbench.text.concordance`), so both databases give the same answers in the same order. A search reads a bounded
number of texts and says where it stopped, so that it can be continued.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import cast

from django.db.models import QuerySet

from workbench.accounts.checks import checked_line
from workbench.accounts.errors import Invalid
from workbench.accounts.models import Membership, Reader, User, Viewer
from workbench.corpus import limits
from workbench.corpus.concordance.engine import engine
from workbench.corpus.concordance.scope import Scope
from workbench.corpus.forms import forms_in
from workbench.corpus.models import Translation, Variant, Work
from workbench.corpus.queries import standing_rules
from workbench.text import Ignorable, Rule, Span
from workbench.text.concordance import FOLDS, BadQuery, Matcher, Query, parse_query, with_rules
from workbench.text.words.languages import language_of

__all__ = [
    "MOST_CHARACTERS",
    "MOST_COUNTED",
    "MOST_SPANS",
    "MOST_TEXTS",
    "Counts",
    "Found",
    "Hit",
    "Search",
    "around",
    "count_texts",
    "find_hits",
    "read_search",
    "translations_in",
]

MOST_TEXTS = 5_000
MOST_CHARACTERS = 10_000_000  # of the texts read
MOST_SHOWN = 1_000_000  # characters of the texts found
MOST_SPANS = 100
MOST_COUNTED = 10_000
_CHUNK = 2_000


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: `query`, where the letters of `fold` are alike, among some works and translations, by pks."""

    query: Query
    fold: frozenset[Ignorable] = FOLDS
    works: frozenset[int] | None = None
    translations: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A variant in which the words stand, and where (the first `MOST_SPANS` places)."""

    variant: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Hits by the ids of their variants. `read_to`: the last id that was read, None where nothing is left to read."""

    hits: tuple[Hit, ...]
    read_to: int | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many texts of each translation have the words, the most first; `is_whole` if all were counted."""

    translations: Sequence[tuple[Translation, int]]
    is_whole: bool

    @property
    def total(self) -> int:
        """How many texts were counted."""
        return sum(count for _, count in self.translations)


def read_search(
    words: str,
    fold: frozenset[Ignorable] = FOLDS,
    *,
    works: QuerySet[Work] | None = None,
    translations: QuerySet[Translation] | None = None,
    rules_of: Work | None = None,
    forms_of: Work | None = None,
) -> Search:
    """Read what somebody typed, `rules_of` a work making alike what its readers call equal.

    `forms_of` a work: its other forms of a word count as the word, where they are known (not inside phrases).
    Raises `Invalid` on the field `q` for several lines, for nothing to look for, and for what is no query.
    """
    try:
        query = parse_query(checked_line("q", words, maximum=limits.SEARCH, required=True))
    except BadQuery as error:
        raise Invalid.field("q", str(error), code="bad_query") from error
    if rules_of is not None:
        query = with_rules(query, _general_rules(rules_of))
    if forms_of is not None:
        query = with_rules(query, forms_in(forms_of, _translations(forms_of, translations), words))
    return Search(query, fold, _pks(works), _pks(translations))


def _general_rules(work: Work) -> list[Rule]:
    """List the rules that count everywhere in a work, between all its translations."""
    return [row.rule for row in standing_rules(work) if row.passage_id is None and not row.is_limited]


def _translations(work: Work, chosen: QuerySet[Translation] | None) -> list[Translation]:
    rows = work.translations.all()
    return list(rows if chosen is None else rows.filter(pk__in=chosen.values("pk")))


def translations_in(language: str, rows: QuerySet[Translation]) -> QuerySet[Translation]:
    """Keep the translations in a language, by its primary subtag: those in `de-AT` for "de"."""
    wanted = language_of(language)
    tags = rows.order_by().values_list("language", flat=True).distinct()
    return rows.filter(language__in=[tag for tag in tags if language_of(tag) == wanted])


def find_hits(*, user: Viewer, search: Search, size: int, after: int = 0) -> Found:
    """Find at most `size` texts that the user may see with these words, from the id `after` on.

    Reads at most `MOST_TEXTS` texts and little more than `MOST_CHARACTERS` characters: there may be fewer hits than
    asked for, or none, and still something left to read.
    """
    matcher = Matcher(search.query, search.fold)
    hits: list[Hit] = []
    read, shown, last = 0, 0, None
    for count, (pk, text) in enumerate(_candidates(user, search, after, size), 1):
        is_full = count > MOST_TEXTS or read >= MOST_CHARACTERS or shown >= MOST_SHOWN or len(hits) == size
        if last is not None and is_full:
            return Found(tuple(hits), last)
        read, last = read + len(text), pk
        if spans := matcher.find(text):
            hits.append(Hit(pk, tuple(islice(spans, MOST_SPANS))))
            shown += len(text)
    return Found(tuple(hits), None)


def count_texts(*, user: Viewer, search: Search) -> Counts:
    """Count the texts with the words by translation, at most `MOST_COUNTED` of them."""
    matcher = Matcher(search.query, search.fold)
    is_sure = search.fold >= FOLDS and all(_is_plain(search.query))
    counted: Counter[int] = Counter()
    read, seen = 0, 0
    rows = _rows(user, search)
    scope = _scope(user, search)
    last, is_whole = 0, scope.is_empty
    while not is_whole and seen < MOST_COUNTED and read < MOST_CHARACTERS:
        found = engine().candidates(search.query, scope, last, _CHUNK, is_exact=search.fold >= FOLDS)
        is_whole, seen = len(found) < _CHUNK, seen + len(found)
        if not found:
            break
        last, present = found[-1][0], set(found)
        texts = rows.filter(pk__in={pk for pk, _ in found})
        if is_sure:
            counted.update(
                one
                for pk, version, one in texts.values_list("pk", "version", "translation_id")
                if (pk, version) in present
            )
        else:
            for text, one in texts.values_list("text", "translation_id"):
                read += len(text)
                counted[one] += bool(matcher.find(text))
    named = Translation.objects.visible_to(user).select_related("work__workspace").in_bulk([*counted])
    ordered = [(named[pk], count) for pk, count in counted.most_common() if count and pk in named]
    return Counts(ordered, is_whole)


def around(hits: Sequence[Hit], rows: QuerySet[Variant]) -> list[tuple[Hit, list[Variant]]]:
    """Return each hit with the rows of its passage, its own among them, in the translations' order: one query.

    A hit whose variant went meanwhile is left out.
    """
    pks = [hit.variant for hit in hits]
    found = Variant.objects.filter(pk__in=pks).values("passage")
    said: dict[int, list[Variant]] = {}
    for row in rows.filter(passage__in=found).order_by("translation__position"):
        said.setdefault(row.passage_id, []).append(row)
    groups = {row.pk: group for group in said.values() for row in group}
    return [(hit, groups[hit.variant]) for hit in hits if hit.variant in groups]


def _candidates(user: Viewer, search: Search, after: int, size: int) -> Iterator[tuple[int, str]]:
    """Yield pk and text of what the index names, in the order of pks: few at first, then more at a time."""
    rows, scope = _rows(user, search), _scope(user, search)
    chunk = 2 * size + 1
    while not scope.is_empty:
        found = engine().candidates(search.query, scope, after, chunk, is_exact=search.fold >= FOLDS)
        yield from rows.filter(pk__in={pk for pk, _ in found}).order_by("pk").values_list("pk", "text")
        if len(found) < chunk:
            return
        after, chunk = found[-1][0], min(2 * chunk, _CHUNK)


def _rows(user: Viewer, search: Search) -> QuerySet[Variant]:
    rows: QuerySet[Variant] = Variant.objects.visible_to(user).exclude(text="")
    if search.works is not None:
        rows = rows.filter(work__in=search.works)
    if search.translations is not None:
        rows = rows.filter(translation__in=search.translations)
    return rows


def _scope(user: Viewer, search: Search) -> Scope:
    if isinstance(user, Reader):
        return Scope(None, search.works, search.translations)
    member = Membership.objects.filter(user=cast("User", user)).values_list("workspace_id", flat=True)
    return Scope(frozenset(member), search.works, search.translations)


def _is_plain(query: Query) -> Iterator[bool]:
    """Tell of each term whether an index that holds it is enough to know."""
    for term in query.terms:
        yield term.near is None and (not term.is_excluded or all(len(one.terms) == 1 for one in term.writings))


def _pks(rows: QuerySet[Work] | QuerySet[Translation] | None) -> frozenset[int] | None:
    return None if rows is None else frozenset(rows.values_list("pk", flat=True))
