"""Marks that a machine made before anybody judged: which still fit, and what reviewers made of them. Pure.

A mark is as answers hold it (siglum, start, end, category, severity, missing), with `quote`, the words it stands on.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

__all__ = ["Fate", "add_up", "fates_of", "still_fitting"]

Mark = Mapping[str, Any]
_SAME = ("start", "end", "category", "severity", "missing")


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of the marks in a version: taken as they were, with other ends or kind, or not at all."""

    siglum: str
    accepted: int
    changed: int
    struck: int


def still_fitting(offered: Iterable[Mark], texts: Mapping[str, str]) -> list[Mark]:
    """Return the marks whose words still stand where they stood. `texts` are by siglum."""
    return [one for one in offered if texts.get(one["siglum"], "")[one["start"] : one["end"]] == one["quote"]]


def fates_of(offered: Iterable[Mark], spans: Sequence[Mark], sigla: Iterable[str]) -> Counter[tuple[str, str]]:
    """Count by (siglum, fate) what an answer with these spans, of these versions, made of the marks.

    A mark is changed where another stands on some of its words that is no mark of the machine itself.
    """
    judged = set(sigla)
    marks = [one for one in offered if one["siglum"] in judged]
    own = [span for span in spans if not any(_is_same(one, span) for one in marks)]
    return Counter((one["siglum"], _fate(one, spans, own)) for one in marks)


def add_up(counts: Counter[tuple[str, str]], sigla: Iterable[str]) -> list[Fate]:
    """Return what became of all marks, for each version that had any, in the order of the sigla."""
    fates = [Fate(one, *(counts[one, fate] for fate in ("accepted", "changed", "struck"))) for one in sigla]
    return [one for one in fates if one.accepted or one.changed or one.struck]


def _fate(mark: Mark, spans: Iterable[Mark], own: Iterable[Mark]) -> str:
    if any(_is_same(mark, span) for span in spans):
        return "accepted"
    return "changed" if any(_overlaps(mark, span) for span in own) else "struck"


def _is_same(mark: Mark, span: Mark) -> bool:
    return mark["siglum"] == span["siglum"] and all(mark[name] == span[name] for name in _SAME)


def _overlaps(mark: Mark, span: Mark) -> bool:
    return mark["siglum"] == span["siglum"] and bool(mark["start"] < span["end"] and span["start"] < mark["end"])
