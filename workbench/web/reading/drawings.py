"""Drawings of a distance matrix: the tree and the map as numbers for an SVG, and in words for those who hear them.

Lengths are in units of the drawing's own; nothing here knows of HTML.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import dist, fsum

from workbench.text import Branch, Dendrogram, Matrix, cluster, place

__all__ = ["Join", "Label", "Map", "Point", "Tick", "Tree", "draw_map", "draw_tree"]

WIDTH = 420
ROW = 28
EDGE = 14
LETTER = 8.5
_STEPS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5)


@dataclass(frozen=True, slots=True)
class Label:
    """A siglum at a place of the drawing."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A distance on the axis of the tree."""

    text: str
    x: float


@dataclass(frozen=True, slots=True)
class Join:
    """Two parts of the tree, by their sigla, and the mean distance at which they join."""

    left: Sequence[str]
    right: Sequence[str]
    height: float


@dataclass(frozen=True, slots=True)
class Tree:
    """A dendrogram: its leaves on the right one under the other, the root on the left; `joins` the nearest first."""

    width: float
    height: float
    base: float
    paths: Sequence[str]
    labels: Sequence[Label]
    ticks: Sequence[Tick]
    joins: Sequence[Join]


@dataclass(frozen=True, slots=True)
class Point:
    """A translation on the map: where the dot stands in the drawing, its label, and its coordinates as distances."""

    label: Label
    x: float
    y: float
    across: float
    along: float


@dataclass(frozen=True, slots=True)
class Map:
    """Translations in the plane. `scale` units of the drawing are the distance `step`.

    `error` is how far the distances on the map are from the true ones, on the mean over all pairs.
    """

    width: float
    height: float
    points: Sequence[Point]
    step: float
    scale: float
    error: float


def draw_tree(matrix: Matrix, sigla: Sequence[str]) -> Tree:
    """Draw the tree of the nearest kin (`text.cluster`). Raises ValueError for a matrix without a row."""
    root = cluster(matrix)
    longest = max(root.height, _STEPS[0])
    end = WIDTH - EDGE - LETTER * max(map(len, sigla))
    span = end - EDGE - 6
    rows = {leaf: ROW * (number + 0.75) for number, leaf in enumerate(root.leaves)}
    base = ROW * (len(sigla) + 0.5)

    def across(height: float) -> float:
        return round(end - 6 - span * height / longest, 1)

    branches = sorted(_branches(root), key=lambda branch: branch.height)
    paths = [
        f"M{across(one.left.height)} {_middle(one.left, rows)}H{across(one.height)}"
        f"V{_middle(one.right, rows)}H{across(one.right.height)}"
        for one in branches
    ]
    labels = [Label(sigla[leaf], round(end, 1), row) for leaf, row in rows.items()]
    joins = [Join(_names(one.left, sigla), _names(one.right, sigla), one.height) for one in branches]
    ticks = [Tick(f"{height:.0%}", across(height)) for height in _marks(longest)]
    return Tree(WIDTH, base + ROW, base, paths, labels, ticks, joins)


def draw_map(matrix: Matrix, sigla: Sequence[str]) -> Map:
    """Draw the map (`text.place`): equal lengths mean equal distances in both directions."""
    points = place(matrix)
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    margin = EDGE + LETTER * max(map(len, sigla))
    scale = (WIDTH - EDGE - 8 - margin) / max(right - left, bottom - top, _STEPS[0])
    drawn: list[Point] = []
    for siglum, (x, y) in zip(sigla, points, strict=True):
        place_x, place_y = round(EDGE + scale * (x - left), 1), round(ROW + scale * (bottom - y), 1)
        label = Label(siglum, place_x + 9, _free_row(place_x + 9, place_y, [one.label for one in drawn]))
        drawn.append(Point(label, place_x, place_y, x, y))
    lowest = max([ROW + scale * (bottom - top), *(one.label.y for one in drawn)])
    step = max((step for step in _STEPS if step <= (right - left) / 2), default=_STEPS[0])
    return Map(WIDTH, round(lowest + 2 * ROW, 1), drawn, step, round(scale * step, 1), _error(matrix, points))


def _branches(part: Dendrogram) -> list[Branch]:
    return [*_branches(part.left), *_branches(part.right), part] if isinstance(part, Branch) else []


def _middle(part: Dendrogram, rows: dict[int, float]) -> float:
    """The row on which the stem of a part stands: half way between those of its two parts."""
    if isinstance(part, Branch):
        return round((_middle(part.left, rows) + _middle(part.right, rows)) / 2, 1)
    return rows[part.index]


def _names(part: Dendrogram, sigla: Sequence[str]) -> list[str]:
    return [sigla[leaf] for leaf in part.leaves]


def _marks(longest: float) -> list[float]:
    """Round distances for an axis: two to five of them."""
    step = next((step for step in _STEPS if longest / step <= 5), _STEPS[-1])
    return [step * number for number in range(int(longest / step + 1e-9) + 1)]


def _free_row(x: float, y: float, others: Sequence[Label]) -> float:
    """Move a label down until it covers no other."""
    while any(abs(other.y - y) < 15 and abs(other.x - x) < LETTER * (len(other.text) + 1) for other in others):
        y += 15
    return round(y, 1)


def _error(matrix: Matrix, points: Sequence[tuple[float, float]]) -> float:
    pairs = list(combinations(range(len(points)), 2))
    known = [(matrix[i][j], dist(points[i], points[j])) for i, j in pairs]
    apart = [abs(true - drawn) for true, drawn in known if true is not None]
    return fsum(apart) / len(apart) if apart else 0.0
