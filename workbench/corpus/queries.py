"""Reads of the texts that cross tables, each with a fixed number of queries."""

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from itertools import combinations
from operator import or_

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from workbench.corpus.models import Equivalence, Passage, Presence, Revision, Translation, Variant, Work
from workbench.text import Rule, merge

__all__ = [
    "WorkRules",
    "history_of",
    "holding",
    "merge_edits",
    "passage_after",
    "passage_before",
    "sides_alike",
    "standing_rules",
    "translations_of",
    "translations_with_counts",
    "variants_by_cell",
    "words_alike",
]


MOST_FORMS = 400  # SQLite takes expressions a thousand levels deep


def passage_before(passage: Passage) -> Passage | None:
    """Return the passage before this one in its work, None before the first."""
    return Passage.objects.filter(work=passage.work_id, position__lt=passage.position).order_by("-position").first()


def passage_after(passage: Passage) -> Passage | None:
    """Return the passage after this one in its work, None after the last."""
    return Passage.objects.filter(work=passage.work_id, position__gt=passage.position).order_by("position").first()


def translations_of(work: Work) -> QuerySet[Translation]:
    """Return a work's translations in their order."""
    return work.translations.order_by("position")


def translations_with_counts(work: Work) -> QuerySet[Translation]:
    """Return a work's translations in their order, each with `entered_count`: the passages it has an entry for, and
    `reads_otherwise`: whether it has them in an order of its own.
    """
    entered = Variant.objects.filter(translation=OuterRef("pk")).order_by().values("translation")
    counted = Coalesce(Subquery(entered.annotate(n=Count("pk")).values("n")), 0)
    leaping = Variant.objects.filter(translation=OuterRef("pk"), reading_order__isnull=False)
    return translations_of(work).annotate(entered_count=counted, reads_otherwise=Exists(leaping))


def variants_by_cell(
    passages: Iterable[Passage], translations: Iterable[Translation]
) -> dict[tuple[int, int], Variant]:
    """Return the variants of a table by (passage id, translation id), in one query."""
    variants = Variant.objects.filter(passage__in=list(passages), translation__in=list(translations))
    return {(variant.passage_id, variant.translation_id): variant for variant in variants}


def history_of(variant: Variant) -> Sequence[Revision]:
    """Return all revisions of a variant with their authors, newest first."""
    return list(variant.revisions.select_related("author").order_by("-number"))


def standing_rules(work: Work) -> QuerySet[Equivalence]:
    """Return the equivalence rules that count in a work or in single passages of it, the workspace's own included."""
    rows = Equivalence.objects.standing().counting_in(work).select_related("created_by", "passage")
    return rows.order_by("pk").prefetch_related("translations")


class WorkRules:
    """The equivalence rules of a work, loaded in two queries and asked passage by passage."""

    def __init__(self, work: Work) -> None:
        self._general: list[Rule] = []
        self._special: dict[int, list[Rule]] = {}
        self._limited: list[tuple[int | None, frozenset[int], Rule]] = []
        for row in standing_rules(work):
            if row.is_limited:
                self._limited.append((row.passage_id, frozenset(one.pk for one in row.translations.all()), row.rule))
            else:
                scope = self._general if row.passage_id is None else self._special.setdefault(row.passage_id, [])
                scope.append(row.rule)

    def of(self, passage: Passage, compared: Iterable[int] = ()) -> tuple[Rule, ...]:
        """Return the rules that count in a passage of the work where translations (ids) are `compared`.

        Without any, the rules that count between all.
        """
        general = (*self._general, *self._special.get(passage.pk, ()))
        chosen = frozenset(compared) if self._limited else frozenset()
        if not chosen:
            return general
        found = [rule for place, among, rule in self._limited if place in (None, passage.pk) and chosen <= among]
        return (*general, *found)

    def of_pairs(self, passage: Passage, translations: Iterable[int]) -> Mapping[tuple[int, int], tuple[Rule, ...]]:
        """Return the rules of each two of the translations (ids) between which more count than between all."""
        among = frozenset[int]().union(*(ids for place, ids, _ in self._limited if place in (None, passage.pk)))
        pairs = combinations([pk for pk in translations if pk in among], 2)
        rules, general = {pair: self.of(passage, pair) for pair in pairs}, self.of(passage)
        return {pair: found for pair, found in rules.items() if found != general}


def sides_alike(rule: Rule, workspace: int) -> tuple[frozenset[str], frozenset[str]]:
    """Return what the standing rules of a workspace (id) make the same as each side of `rule`."""
    standing = [row.rule for row in Equivalence.objects.standing().filter(workspace=workspace, of=rule.of)]
    return words_alike(rule.left, standing), words_alike(rule.right, standing)


def words_alike(words: str, rules: Iterable[Rule]) -> frozenset[str]:
    """Return what the rules make the same as `words`, these included: rules that share a side, case aside, join."""
    sides: dict[str, set[str]] = {}
    for rule in rules:
        for one, other in ((rule.left, rule.right), (rule.right, rule.left)):
            sides.setdefault(one.casefold(), set()).add(other)
    found, waiting = {words}, [words]
    while waiting:
        fresh = sides.pop(waiting.pop().casefold(), set()) - found
        found |= fresh
        waiting += fresh
    return frozenset(found)


def holding(words: Iterable[str]) -> Q:
    """Return the condition that a text may hold any of these sides of rules: its first word, as a rule matches it.

    It holds of every text where there are so many sides that a database could not be asked for them.
    """
    firsts = {side.split(maxsplit=1)[0] for side in words}
    # SQLite folds the case of ASCII only
    forms = {form for word in firsts for form in (word, word.lower(), word.upper(), word.capitalize())}
    if len(forms) > MOST_FORMS:
        return Q()
    return reduce(or_, (Q(text__icontains=form) for form in sorted(forms)), Q(pk=None))


def merge_edits(current: Variant, mine: str, version: int) -> str | None:
    """Return a text with both edits of the state `version`: `mine` and the ones that led to the present text.

    None where they touch, where one contains the other, or where that state is not known.
    """
    seen = Revision.objects.filter(variant=current, number=version, presence=Presence.PRESENT).first()
    if seen is None or current.presence != Presence.PRESENT:
        return None
    merged = merge(seen.text, mine, current.text)
    return merged if merged not in (mine, current.text) else None
