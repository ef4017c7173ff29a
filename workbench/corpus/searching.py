"""Where words stand in the texts that somebody may see: the reading behind the concordance.

Databases fold letters differently (SQLite those of ASCII only, PostgreSQL as its locale says), so the texts are matched
here, the same on both: upper and lower case alike by full case folding (Unicode 16, section 3.13), composed and
decomposed letters alike, any white space between words. A search reads a bounded number of texts and says where it
stopped, so that it can be continued.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from unicodedata import normalize

import regex
from django.db.models import QuerySet

from workbench.accounts.checks import checked_line
from workbench.accounts.models import User
from workbench.corpus import limits
from workbench.corpus.models import Presence, Variant
from workbench.text import Span

__all__ = ["MOST_CHARACTERS", "MOST_SPANS", "MOST_TEXTS", "Found", "Hit", "around", "search_variants"]

MOST_TEXTS = 20_000
MOST_CHARACTERS = 10_000_000  # of the texts read
MOST_SHOWN = 1_000_000  # characters of the texts found
MOST_SPANS = 100
_CHUNK = 500


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


def search_variants(
    *, user: User, words: str, size: int, after: int = 0, among: QuerySet[Variant] | None = None
) -> Found:
    """Find at most `size` texts that the user may see with these words, `among` some rows, from the id `after` on.

    Reads at most `MOST_TEXTS` texts and little more than `MOST_CHARACTERS` characters: there may be fewer hits than
    asked for, or none, and still something left to read. Raises `Invalid` for no words and for several lines.
    """
    pattern = _pattern(checked_line("q", words, maximum=limits.SEARCH, required=True))
    rows = (Variant.objects.all() if among is None else among).visible_to(user)  # type: ignore[attr-defined]
    texts = _texts(rows.filter(pk__gt=after, presence=Presence.PRESENT))
    hits: list[Hit] = []
    read, shown, last = 0, 0, None
    for count, (pk, text) in enumerate(texts, 1):
        is_full = count > MOST_TEXTS or read >= MOST_CHARACTERS or shown >= MOST_SHOWN or len(hits) == size
        if last is not None and is_full:
            return Found(tuple(hits), last)
        read, last = read + len(text), pk
        if spans := _spans(pattern, text):
            hits.append(Hit(pk, spans))
            shown += len(text)
    return Found(tuple(hits), None)


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


def _texts(rows: QuerySet[Variant]) -> Iterator[tuple[int, str]]:
    """Yield the texts by their ids, some at a time."""
    return iter(rows.order_by("pk").values_list("pk", "text")[: MOST_TEXTS + 1].iterator(chunk_size=_CHUNK))


def _pattern(words: str) -> "regex.Pattern[str]":
    forms = dict.fromkeys((words, normalize("NFC", words), normalize("NFD", words)))
    written = (r"\s+".join(map(regex.escape, form.split())) for form in forms)
    return regex.compile("|".join(written), regex.V1 | regex.IGNORECASE | regex.FULLCASE)


def _spans(pattern: "regex.Pattern[str]", text: str) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for match in islice(pattern.finditer(text), MOST_SPANS))
