"""Drawings of a distance matrix: the tree and the map as numbers for an SVG, and in words for those who hear them.

Lengths are in units of the drawing's own; nothing here knows of HTML.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import dist, fsum

from workbench.text import Branch, Dendrogram, Matrix, cluster, place
from workbench.web.site.figures import whole_percent
from workbench.web.variation.labels import LETTER, Label, place_labels

__all__ = ["Join", "Map", "Point", "Tick", "Tree", "draw_map", "draw_tree"]

WIDTH = 420
ROW = 28
EDGE = 14
_STEPS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5)


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
    """A translation on the map: where the dot stands in the drawing, its label, and its coordinates as distances.

    Where others crowd a label away from its dot, `leader` is the line that leads to it.
    """

    label: Label
    x: float
    y: float
    across: float
    along: float
    leader: str = ""


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
    ticks = [Tick(whole_percent(height), across(height)) for height in _marks(longest)]
    return Tree(WIDTH, base + ROW, base, paths, labels, ticks, joins)


def draw_map(matrix: Matrix, sigla: Sequence[str]) -> Map:
    """Draw the map (`text.place`): equal lengths mean equal distances in both directions."""
    points = place(matrix)
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    bottom, top = min(y for _, y in points), max(y for _, y in points)
    margin = EDGE + LETTER * max(map(len, sigla))
    width = max(WIDTH, 2 * margin + WIDTH / 2)
    scale = (width - 2 * margin) / max(right - left, top - bottom, _STEPS[0])
    dots = [(round(margin + scale * (x - left), 1), round(ROW + scale * (top - y), 1)) for x, y in points]
    labels = place_labels(dots, sigla)
    drawn = [
        Point(label, *dot, *point, _lead(dot, label)) for dot, point, label in zip(dots, points, labels, strict=True)
    ]
    lowest = max([y for _, y in dots] + [label.y for label in labels])
    step = max((step for step in _STEPS if step <= (right - left) / 2), default=_STEPS[0])
    return Map(width, round(lowest + 2 * ROW, 1), drawn, step, round(scale * step, 1), _error(matrix, points))


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


def _error(matrix: Matrix, points: Sequence[tuple[float, float]]) -> float:
    pairs = list(combinations(range(len(points)), 2))
    known = [(matrix[i][j], dist(points[i], points[j])) for i, j in pairs]
    apart = [abs(true - drawn) for true, drawn in known if true is not None]
    return fsum(apart) / len(apart) if apart else 0.0


def _lead(dot: tuple[float, float], label: Label) -> str:
    """A line from a dot to the nearer end of its label; none where the label stands beside it."""
    if label.y == dot[1]:
        return ""
    end = label.x - 2 if label.x > dot[0] else label.x + label.width
    return f"M{dot[0]:g} {dot[1]:g}L{end:g} {label.y:g}"
