"""After a change of the glossary: the passages that have its words, found by the index, are checked for terms anew."""

from collections.abc import Iterable, Sequence

import numpy as np
from django.db import transaction

from workbench.corpus.concordance.engine import engine
from workbench.corpus.concordance.scope import Scope
from workbench.corpus.findings import keep_findings
from workbench.corpus.glossary import glossary_of
from workbench.corpus.measuring import read_texts
from workbench.corpus.models import Check, Passage, PassageKinds, Variant, Work
from workbench.corpus.surveying import ROW, versions_in, weigh
from workbench.text.checking import check_terms, query_of
from workbench.text.concordance import BadQuery, parse_query

__all__ = ["passages_with", "review_terms"]

_CHUNK = 2_000
_BATCH = 200
_NEVER = 2**31 - 1  # a state that no passage has: it waits


def passages_with(work: Work, words: Iterable[str]) -> list[int]:
    """Return the ids of the passages in which any translation may have any of these words, by the index."""
    found: set[int] = set()
    for one in words:
        for variants in _candidates(work, one):
            found.update(Variant.objects.filter(pk__in=variants).order_by().values_list("passage", flat=True))
    return sorted(found)


def review_terms(work: Work, passages: Sequence[int], most: int | None = None) -> int:
    """Check passages (ids) of a work for terms anew, `most` at most, and let the others wait; return how many."""
    now = passages if most is None else passages[:most]
    glossary = glossary_of(work)
    for start in range(0, len(now), _BATCH):
        rows = list(Passage.objects.filter(pk__in=now[start : start + _BATCH]).order_by("pk"))
        texts = read_texts(rows)
        found = {row.pk: check_terms(versions_in(texts.get(row.pk, ()), {}), glossary) for row in rows}
        with transaction.atomic():
            keep_findings(found, ["term"])
            _weigh_anew([row.pk for row in rows])
    for start in range(len(now), len(passages), _CHUNK):
        PassageKinds.objects.filter(passage__in=passages[start : start + _CHUNK]).update(changes=_NEVER)
    return len(now)


def _candidates(work: Work, words: str) -> Iterable[list[int]]:
    try:
        query = parse_query(query_of(words))
    except BadQuery:
        return
    scope, after = Scope(works=frozenset([work.pk])), 0
    while found := engine().candidates(query, scope, after, _CHUNK, is_exact=True):
        yield [pk for pk, _ in found]
        after = found[-1][0]


def _weigh_anew(passages: Sequence[int]) -> None:
    checks: dict[int, list[float]] = {}
    rows = Check.objects.filter(passage__in=passages).exclude(state=Check.State.STALE).exclude(kind="spelling")
    for passage, weight in rows.order_by().values_list("passage", "weight"):
        checks.setdefault(passage, []).append(weight)
    kinds = list(PassageKinds.objects.filter(passage__in=passages))
    for one in kinds:
        pairs = np.frombuffer(bytes(one.pairs), ROW)["weight"].tolist()
        one.weight = weigh(checks.get(one.passage_id, []), pairs)
    PassageKinds.objects.bulk_update(kinds, ["weight"])
