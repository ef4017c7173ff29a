"""Passages by what people call them: a reference, a chapter, a range; and the divisions that a work has."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Max, Min

from workbench.corpus.models import Work, split_path
from workbench.interchange.references import find_label, parse_path, parse_range
from workbench.text.words.digits import read_digits

__all__ = ["Division", "Stretch", "find_stretch", "outline", "path_in"]

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """The passages of a work from one position to another, both included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Division:
    """A chapter, or whatever holds passages: its path, and the positions of its first and last passage."""

    path: Path
    first: int
    last: int

    @property
    def name(self) -> str:
        """Its path as it is printed: "Ps 23", "2.1"."""
        return print_path(self.path)


def outline(work: Work) -> list[Division]:
    """Return the divisions of a work in the order in which they begin. One query, none for a work without levels."""
    if not work.levels:
        return []
    rows = work.passages.exclude(division="").order_by().values("division")
    found = rows.annotate(first=Min("position"), last=Max("position")).values_list("division", "first", "last")
    divisions = [Division(split_path(division, ""), first, last) for division, first, last in found]
    return sorted(divisions, key=lambda one: one.first)


def print_path(path: Sequence[str]) -> str:
    """Return a path as people write it: a name before numbers, these with colons or, without a name, with points."""
    if path and not path[0][:1].isdecimal():
        return f"{path[0]} {':'.join(path[1:])}".strip()
    return ".".join(path)


def path_in(work: Work, reference: str) -> Path:
    """Return the path of a reference in a work: a label for each of its levels, () where it is not written so."""
    path = parse_path(reference) if work.levels else ()
    return path if len(path) == len(work.levels) else ()


def find_stretch(work: Work, wanted: str) -> Stretch | None:
    """Return the passages that `wanted` names: one by its very reference, a chapter (also `Ps.23.`), a range.

    Four queries at most.
    """
    plain = " ".join(wanted.split())
    exact = work.passages.filter(reference__in={wanted, plain}).values_list("position", flat=True).first()
    if exact is not None:
        return Stretch(exact, exact)
    named = parse_range(plain.rstrip(".:"))
    if named is None:
        return None
    divisions = outline(work)
    if not divisions:
        return _between_names(work, plain)
    first = _find(work, divisions, named.first)
    last = first if named.last == named.first else _find(work, divisions, named.last)
    return Stretch(first.first, last.last) if first and last and first.first <= last.last else None


def _between_names(work: Work, wanted: str) -> Stretch | None:
    """Return the passages from one reference to another, in a work without levels."""
    begins, _, ends = re.sub("[\u2010-\u2015]", "-", wanted).partition("-")
    names = [begins.strip(), ends.strip()]
    places = dict(work.passages.filter(reference__in=names).values_list("reference", "position"))
    if not all(name in places for name in names) or places[names[0]] > places[names[1]]:
        return None
    return Stretch(places[names[0]], places[names[1]])


def _find(work: Work, divisions: Iterable[Division], path: Path) -> Stretch | None:
    """Go down the tree by the labels of a path, as far as there are divisions, then among the passages of the last."""
    within, depth = list(divisions), 0
    for depth, wanted in enumerate(path):
        labels = {one.path[depth] for one in within if len(one.path) > depth}
        label = find_label(wanted, labels)
        if label is None:
            break
        within = [one for one in within if one.path[depth : depth + 1] == (label,)]
    else:
        return Stretch(min(one.first for one in within), max(one.last for one in within)) if within else None
    if depth != len(path) - 1 or len(within) != 1 or len(within[0].path) != depth:
        return None
    return _among_passages(work, within[0], path[-1])


def _among_passages(work: Work, division: Division, wanted: str) -> Stretch | None:
    rows = work.passages.filter(division="\t".join(division.path)).order_by("position")
    positions = {label: position for label, position in rows.values_list("label", "position") if label}
    label = find_label(wanted, positions)
    found = [positions[label]] if label else [at for one, at in positions.items() if _stands_over(one, wanted)]
    return Stretch(min(found), max(found)) if found else None


def _stands_over(label: str, wanted: str) -> bool:
    """Tell whether a passage's label covers a number: a bridge (3-4 holds 4), or a part of it (3a is of 3)."""
    if (number := read_digits(wanted)) is None:
        return False
    numbers = [int(one) for one in re.findall("[0-9]+", label)[:2]]
    return bool(numbers) and numbers[0] <= number <= numbers[-1]
