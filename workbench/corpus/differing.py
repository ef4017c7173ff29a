"""Where the translations of a work part, asked by type, by pair, by who stands alone, in the work's order or by weight.

Answered from the stored counts (`surveying`), with no look at a text but those of the passages shown: what parts there.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from django.db.models import Exists, F, OuterRef, QuerySet

from workbench.corpus.models import Passage, PassageKinds, Translation, Variant, Work
from workbench.corpus.queries import WorkRules
from workbench.corpus.surveying import ROW
from workbench.corpus.units import Unit, read_units
from workbench.text import Difference, Rule, diff
from workbench.text.difference.counting import KINDS
from workbench.text.difference.weighing import Weight, weigh_difference

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Asked", "Found", "Parting", "Partings", "PlaceApart", "find_partings", "weights_of"]

Order = Literal["position", "weight"]
Cursor = tuple[int, int]
_BATCH = 2_000
_MILLION = 1_000_000
_LONGEST = 30_000  # characters of texts that are compared for a page


@dataclass(frozen=True, slots=True)
class Asked:
    """Which passages somebody wants. `kind` is one of `KINDS`, "" for any; `left` and `right` name two translations,
    `left` alone one against all others. `only`: where this one parts from all others so, and these do not from each
    other. `shared`: where so many do not part so from each other, `left` among them if it is named, and each of them
    parts so from all others in its language. `first` and `last` are positions. `least`: the weight of a pair."""

    kind: str = ""
    left: Translation | None = None
    right: Translation | None = None
    only: Translation | None = None
    shared: int = 0
    first: int = 1
    last: int | None = None
    order: Order = "position"
    least: float = 0.0
    discussed: QuerySet[Any] | None = None
    is_discussed: bool = True


@dataclass(frozen=True, slots=True)
class Parting:
    """How two translations (ids) part in a passage: how often in each of `KINDS`, and the weight of it all."""

    left: int
    right: int
    counts: tuple[int, ...]
    weight: float

    @property
    def by_kind(self) -> dict[str, int]:
        """The kinds that there are."""
        return {kind: count for kind, count in zip(KINDS, self.counts, strict=True) if count}


@dataclass(frozen=True, slots=True)
class PlaceApart:
    """One difference in a passage: both texts as they were compared, and how much it matters."""

    left: Variant
    right: Variant
    difference: Difference
    left_text: str
    right_text: str
    weight: Weight

    @property
    def left_words(self) -> str:
        """What the left one has, "" for nothing."""
        return self.difference.left.of(self.left_text)

    @property
    def right_words(self) -> str:
        """What the right one has, "" for nothing."""
        return self.difference.right.of(self.right_text)


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that has what was asked for: its pairs that have it, the heaviest first, and what parts the first."""

    passage: Passage
    weight: float
    partings: Sequence[Parting]
    places: Sequence[PlaceApart] = ()


@dataclass(frozen=True, slots=True)
class Partings:
    """A page of them; `after` is where the next one begins, None at the end. `waiting` passages are not counted yet."""

    found: Sequence[Found]
    after: Cursor | None
    waiting: int


@dataclass(frozen=True)
class _Row:
    passage: int
    position: int
    weight: float
    translations: tuple[int, ...]
    pairs: "NDArray[Any]" = field(repr=False)

    @cached_property
    def sides(self) -> "tuple[NDArray[Any], NDArray[Any]]":
        pks = np.array(self.translations, "<i8")
        return pks[self.pairs["left"]], pks[self.pairs["right"]]


def find_partings(work: Work, asked: Asked, *, after: Cursor | None = None, size: int) -> Partings:
    """Return the page of passages that begins after a cursor, with what parts in each."""
    rows = _stored(work, asked)
    chosen = _by_weight(rows, asked, after, size) if asked.order == "weight" else _by_place(rows, asked, after, size)
    shown, further = chosen[:size], len(chosen) > size
    passages = Passage.objects.in_bulk([row.passage for _, row, _ in shown])
    found = [Found(passages[row.passage], row.weight, kept) for _, row, kept in shown]
    waiting = work.passages.count() - rows.count() if after is None and not _is_narrowed(asked) else 0
    return Partings(_with_places(work, asked, found), shown[-1][0] if further else None, waiting)


def weights_of(work: Work, passages: Sequence[int]) -> dict[int, dict[int, float]]:
    """Return by passage (id) and translation (id) what parts it from the others: the mean weight of its pairs."""
    rows = PassageKinds.objects.filter(passage__work=work, passage__in=passages, changes=F("passage__changes"))
    found: dict[int, dict[int, float]] = {}
    for row in _read(rows):
        sides = row.sides
        found[row.passage] = {
            pk: float(row.pairs["weight"][touched].mean())
            for pk in row.translations
            if (touched := (sides[0] == pk) | (sides[1] == pk)).any()
        }
    return found


def _is_narrowed(asked: Asked) -> bool:
    return asked.first > 1 or asked.last is not None or asked.discussed is not None


def _stored(work: Work, asked: Asked) -> QuerySet[PassageKinds]:
    rows = PassageKinds.objects.filter(
        passage__work=work, changes=F("passage__changes"), passage__position__gte=asked.first
    )
    if asked.last is not None:
        rows = rows.filter(passage__position__lte=asked.last)
    if asked.discussed is not None:
        has = Exists(asked.discussed.filter(passage=OuterRef("passage")))
        rows = rows.filter(has if asked.is_discussed else ~has)
    return rows


def _read(rows: QuerySet[PassageKinds]) -> Iterator[_Row]:
    names = ("passage", "passage__position", "weight", "translations", "pairs")
    for pk, position, weight, translations, pairs in rows.values_list(*names).iterator(chunk_size=_BATCH):
        pks = tuple(np.frombuffer(bytes(translations), "<i8").tolist())
        yield _Row(pk, position, weight, pks, np.frombuffer(bytes(pairs), ROW))


_Chosen = tuple[Cursor, _Row, list[Parting]]


def _by_place(rows: QuerySet[PassageKinds], asked: Asked, after: Cursor | None, size: int) -> list[_Chosen]:
    """Go through the work until the page is full."""
    begin = after[1] if after else 0
    found: list[_Chosen] = []
    for row in _read(rows.filter(passage__position__gt=begin).order_by("passage__position")):
        if (kept := _keep(row, asked)) is not None:
            found.append(((0, row.position), row, kept))
            if len(found) > size:
                break
    return found


def _by_weight(rows: QuerySet[PassageKinds], asked: Asked, after: Cursor | None, size: int) -> list[_Chosen]:
    """Rank all that have it: by the weight of the heaviest pair asked for, or, where none is named, of the passage."""
    ranked = []
    for row in _read(rows.order_by("passage__position")):
        if (kept := _keep(row, asked)) is not None:
            weight = row.weight if not (asked.left or asked.only or asked.shared) else kept[0].weight if kept else 0.0
            ranked.append(((-round(_MILLION * weight), row.position), row, kept))
    ranked.sort(key=lambda one: one[0])
    start = 0 if after is None else bisect_right(ranked, after, key=lambda one: one[0])
    return ranked[start : start + size + 1]


def _keep(row: _Row, asked: Asked) -> list[Parting] | None:
    """Return the pairs of a passage that are asked for and part so, the heaviest first; None where there are none."""
    counted = _counts_of(row.pairs, asked.kind)
    left, right = row.sides
    is_wanted = counted & (row.pairs["weight"] >= asked.least)
    if asked.only is not None:
        touches = (left == asked.only.pk) | (right == asked.only.pk)
        if not touches.any() or not counted[touches].all() or counted[~touches].any() or touches.sum() < 2:
            return None
        is_wanted &= touches
    if asked.shared:
        sharing = _sharing(row, counted, asked.shared)
        if asked.left is not None and asked.left.pk not in sharing:
            return None
        is_wanted &= np.isin(left, sharing) | np.isin(right, sharing)
    for one in (asked.left, asked.right):
        if one is not None:
            is_wanted &= (left == one.pk) | (right == one.pk)
    places = np.flatnonzero(is_wanted)
    if not len(places):
        return None
    partings = [
        Parting(int(left[n]), int(right[n]), tuple(row.pairs["counts"][n].tolist()), float(row.pairs["weight"][n]))
        for n in places
    ]
    return sorted(partings, key=lambda one: -one.weight)


def _sharing(row: _Row, parts: "NDArray[np.bool_]", size: int) -> list[int]:
    """Return the translations (ids) that stand in a group of this size, whose members do not part from each other, and
    each from all others that it is compared with, at least one."""
    agree = np.eye(len(row.translations), dtype=np.int64)
    left, right = row.pairs["left"][~parts], row.pairs["right"][~parts]
    agree[left, right] = agree[right, left] = 1
    common = agree @ agree.T
    is_group = (agree.sum(axis=1) == size) & ((common == size) | (agree == 0)).all(axis=1)
    parted = {*row.pairs["left"][parts].tolist(), *row.pairs["right"][parts].tolist()}
    return [row.translations[place] for place in np.flatnonzero(is_group).tolist() if place in parted]


def _counts_of(pairs: "NDArray[Any]", kind: str) -> "NDArray[np.bool_]":
    if not kind:
        return np.asarray(pairs["counts"].any(axis=1))
    return np.asarray(pairs["counts"][:, KINDS.index(kind)] > 0)


def _with_places(work: Work, asked: Asked, found: Sequence[Found]) -> list[Found]:
    """Read what parts the first pair of each passage."""
    translations = work.translations.in_bulk(
        {pk for one in found for pk in (one.partings[0].left, one.partings[0].right)}
    )
    units = read_units(work.pk, [one.passage for one in found], list(translations.values()))
    rules = WorkRules(work)
    read = []
    for one in found:
        first = _turned(one.partings[0], asked)
        unit = units.of(one.passage, [translations[first.left], translations[first.right]])
        counting = rules.of(unit.passages[0], (first.left, first.right))
        places = _places(unit, translations[first.left].language, counting, asked)
        read.append(Found(one.passage, one.weight, [first, *one.partings[1:]], places))
    return read


def _turned(one: Parting, asked: Asked) -> Parting:
    """Put the translation that was named first on the left."""
    first = asked.left or asked.only
    if first is None or one.left == first.pk:
        return one
    return Parting(one.right, one.left, _exchanged(one.counts), one.weight)


def _exchanged(counts: Sequence[int]) -> tuple[int, ...]:
    """What is added on one side is left out on the other."""
    by_kind = dict(zip(KINDS, counts, strict=True))
    by_kind["addition"], by_kind["omission"] = by_kind["omission"], by_kind["addition"]
    return tuple(by_kind.values())


def _places(unit: Unit, language: str, rules: Sequence[Rule], asked: Asked) -> list[PlaceApart]:
    left, right = unit.texts
    if left is None or right is None or len(left.text) + len(right.text) > _LONGEST:
        return []
    found = []
    for one in diff(left.text, right.text, rules=rules).differences:
        weight = weigh_difference(one, left.text, right.text, language)
        if asked.kind in {"", one.type, weight.matter} and weight.value >= asked.least:
            found.append(PlaceApart(left.parts[0][0], right.parts[0][0], one, left.text, right.text, weight))
    return found
