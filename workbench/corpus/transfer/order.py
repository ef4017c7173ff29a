"""Where new passages belong among those of a work: after the one whose reference goes before theirs.

References are compared as people count: number by number ("Ps 2:10" after "Ps 2:9"), among those that begin with the
same words. Where these do not rise in the work, or there are none, a new passage follows the one before it in the file.
"""

import re
from bisect import bisect
from collections.abc import Mapping, Sequence
from itertools import pairwise

from workbench.corpus.transfer.matching import MatchedPassage
from workbench.corpus.transfer.standing import StandingPassage

__all__ = ["OrderedPassage", "arrange_passages", "describe_places"]

OrderedPassage = tuple[StandingPassage | None, MatchedPassage | None]
"""A passage of the work, of the document, or of both."""

_Rank = tuple[tuple[int, int, str], ...]
_SHOWN = 5
_BETWEEN = " .:,"
"""What parts the numbers of a reference, whichever way of writing them a work has."""


def arrange_passages(passages: Sequence[StandingPassage], matched: Sequence[MatchedPassage]) -> list[OrderedPassage]:
    """Return the passages of the work, in their order, and the new ones of the document where they belong."""
    by_passage = {one.passage.pk: one for one in matched if one.passage}
    ordered: list[OrderedPassage] = [(passage, by_passage.get(passage.pk)) for passage in passages]
    if not passages or all(one.passage for one in matched):
        return [*ordered, *((None, one) for one in matched if not one.passage)]
    groups = _rising_groups(passages)
    places = {passage.pk: at for at, passage in enumerate(passages, 1)}
    following: dict[int, list[tuple[_Rank, OrderedPassage]]] = {}
    for place, one in _places_of_new(matched, groups, places, len(passages)):
        following.setdefault(place, []).append((_rank_of(one.reference), (None, one)))
    arranged: list[OrderedPassage] = []
    for place in range(len(passages) + 1):
        arranged += ordered[place - 1 : place] if place else []
        arranged += _by_number(following.get(place, []))
    return arranged


def _by_number(pairs: list[tuple[_Rank, OrderedPassage]]) -> list[OrderedPassage]:
    """Return the passages by their numbers if they begin with the same words, else as they come."""
    prefixes = {parts[0][2] if parts else "" for parts, _ in pairs}
    return [one for _, one in (sorted(pairs, key=lambda pair: pair[0]) if len(prefixes) == 1 else pairs)]


def describe_places(ordered: Sequence[OrderedPassage]) -> str:
    """Say in a sentence where new passages are put, "" if there is none or nothing beside it."""
    new = [matched.reference for passage, matched in ordered if passage is None and matched]
    stored = [at for at, (passage, _) in enumerate(ordered) if passage]
    if not new or not stored:
        return ""
    if all(passage is None for passage, _ in ordered[stored[-1] + 1 :]) and len(ordered) - stored[-1] - 1 == len(new):
        return f"{len(new):,} new passages are put at the end of the work, from {new[0]} on."
    shown = [
        f"{matched.reference} {f'after {_name(before)}' if before else 'at the beginning'}"
        for before, (passage, matched) in zip([None, *ordered], ordered, strict=False)
        if passage is None and matched
    ]
    more = f" and {len(shown) - _SHOWN:,} more" if len(shown) > _SHOWN else ""
    return f"{len(new):,} new passages are put where their references belong: {', '.join(shown[:_SHOWN])}{more}."


def _name(pair: OrderedPassage) -> str:
    passage, matched = pair
    return passage.reference if passage else matched.reference if matched else ""


def _rank_of(reference: str) -> _Rank:
    parts = re.findall(r"[0-9]{1,18}|[^0-9]+", reference.casefold())
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part.strip(_BETWEEN)) for part in parts)


def _prefix(reference: str) -> str:
    return re.split(r"[0-9]", reference.casefold(), maxsplit=1)[0].strip(_BETWEEN)


def _rising_groups(passages: Sequence[StandingPassage]) -> dict[str, list[tuple[_Rank, int]]]:
    """Return, by the words they begin with, the ranks and places (from 1) of passages whose references rise."""
    groups: dict[str, list[tuple[_Rank, int]]] = {}
    for place, passage in enumerate(passages, 1):
        if re.search(r"[0-9]", passage.reference):
            groups.setdefault(_prefix(passage.reference), []).append((_rank_of(passage.reference), place))
    return {name: rows for name, rows in groups.items() if all(left <= right for left, right in pairwise(rows))}


def _places_of_new(
    matched: Sequence[MatchedPassage],
    groups: Mapping[str, list[tuple[_Rank, int]]],
    places: Mapping[int, int],
    end: int,
) -> list[tuple[int, MatchedPassage]]:
    """Return each new passage with the place of the stored one that it follows, 0 for none; by rank where they share
    one.
    """
    found: list[tuple[int, MatchedPassage]] = []
    place: int | None = None
    for index, one in enumerate(matched):
        if one.passage:
            place = places[one.passage.pk]
            continue
        group = groups.get(_prefix(one.reference)) if re.search(r"[0-9]", one.reference) else None
        if group:
            at = bisect(group, (_rank_of(one.reference), end + 1))
            place = group[at - 1][1] if at else group[0][1] - 1
        elif place is None:
            later = (places[other.passage.pk] - 1 for other in matched[index:] if other.passage)
            place = next(later, end)
        found.append((place, one))
    return found
