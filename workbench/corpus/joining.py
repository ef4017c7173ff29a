"""Which passages some translation joins to the one before, so that what it says is compared with several passages.

What a passage's measures are made of may thus stand in the passages after it, as far as each is joined to the last; and
a text that changes may change the measures of the passages before it, as far as each joins the next.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import OuterRef, Q, QuerySet, Subquery

from workbench.corpus.models import Passage, Presence, Translation, Variant
from workbench.text.words.joining import JOINED, Said

__all__ = ["Column", "Links", "read_links", "said_in", "with_those_before"]


@dataclass(frozen=True, slots=True)
class Links:
    """`following[a] == b`: some translation says in passage a (an id) what passage b has, the one after it."""

    following: Mapping[int, int]

    def onward(self, passage: int) -> list[int]:
        """Return a passage and those after it, as far as each is joined to the last."""
        found = [passage]
        while found[-1] in self.following:
            found.append(self.following[found[-1]])
        return found

    def around(self, passage: int) -> list[int]:
        """Return the passages that a passage is joined with, itself among them, in their order."""
        first = next((one for one in self.before({passage}) if one not in self.following.values()), passage)
        return self.onward(first)

    def before(self, passages: Iterable[int]) -> set[int]:
        """Return the passages before these with which they are joined."""
        earlier = {after: before for before, after in self.following.items()}
        found: set[int] = set()
        waiting = list(passages)
        while waiting:
            before = earlier.get(waiting.pop())
            if before is not None and before not in found:
                found.add(before)
                waiting.append(before)
        return found


def read_links(work: int, translations: Iterable[Translation] | None = None, after: int = 0) -> Links:
    """Return the links of a work (id), those made by some translations only where they are given; one query.

    Only from the passage at the position `after` on.
    """
    joined = Variant.objects.filter(work=work, presence=Presence.JOINED)
    if translations is not None:
        joined = joined.filter(translation__in=list(translations))
    earlier = Passage.objects.filter(work=OuterRef("work"), position__lt=OuterRef("position")).order_by("-position")
    rows = Passage.objects.filter(work=work, position__gt=after, pk__in=joined.values("passage"))
    found = rows.annotate(before=Subquery(earlier.values("pk")[:1])).values_list("before", "pk")
    return Links({before: pk for before, pk in found if before is not None})


def with_those_before(passages: QuerySet[Passage]) -> QuerySet[Passage]:
    """Return passages and those before them whose measures are made of their texts too."""
    by_work: dict[int, set[int]] = {}
    for pk, work in passages.order_by().values_list("pk", "work"):
        by_work.setdefault(work, set()).add(pk)
    more = {pk for work, found in by_work.items() for pk in read_links(work).before(found)}
    if not more:
        return passages
    return Passage.objects.filter(Q(pk__in=passages.order_by().values("pk")) | Q(pk__in=more))


Column = tuple[int, str, tuple[Said, ...]]
"""A translation (id), its language tag, and what it says in a passage and those after it that are joined to it."""


def said_in(passages: Sequence[int], variants: QuerySet[Variant], links: Links) -> dict[int, list[Column]]:
    """Return the columns that begin in each of the passages (ids), of the `variants` given; one query."""
    chains = {pk: links.onward(pk) for pk in passages}
    needed = {pk for chain in chains.values() for pk in chain}
    rows = variants.filter(passage__in=needed).order_by("translation")
    said: dict[int, dict[int, Said]] = {pk: {} for pk in needed}
    tags: dict[int, str] = {}
    for passage, pk, tag, presence, text in rows.values_list(*_CELL):
        tags[pk] = tag
        said[passage][pk] = text if presence == Presence.PRESENT else _ABSENT.get(presence)
    return {pk: list(_columns([said[one] for one in chain], tags)) for pk, chain in chains.items()}


_CELL = ("passage", "translation", "translation__language", "presence", "text")
_ABSENT = {Presence.JOINED.value: JOINED}


def _columns(rows: Sequence[Mapping[int, Said]], tags: Mapping[int, str]) -> Iterator[Column]:
    """Yield the column of each translation that has words in these rows, in the order of their ids."""
    for pk in sorted({pk for row in rows for pk in row}):
        column = tuple([row.get(pk) for row in rows])
        if any(isinstance(said, str) for said in column):
            yield pk, tags[pk], column
