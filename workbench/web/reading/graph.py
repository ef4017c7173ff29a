"""The collation of a passage as a variant graph: who goes through which words, from left to right.

A node is what some texts read at a place, an edge leads from each text's words to its next ones; where all agree there
is one node. Numbers are lengths for an SVG, in units of the drawing's own; nothing here knows of HTML.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.text import Collation
from workbench.web.reading.collating import Witness

__all__ = ["Edge", "Graph", "Node", "draw_graph"]

ROW = 46
GAP = 74
MARGIN = 16
HEIGHT = 26
LETTER = 7.6
LONGEST = 28  # characters of a node
NODES = 400


@dataclass(frozen=True, slots=True)
class Node:
    """What `sigla` read at a place: `words` as the box shows them, at `x` and `y`, its upper left corner."""

    x: float
    y: float
    width: float
    words: str
    sigla: str
    place: int


@dataclass(frozen=True, slots=True)
class Edge:
    """The way of `sigla` from one node to the next: a path, and where its label stands."""

    path: str
    x: float
    y: float
    sigla: str


@dataclass(frozen=True, slots=True)
class Graph:
    """A drawing of `width` and `height`; `is_whole` false where only the first places are drawn."""

    width: float
    height: float
    nodes: Sequence[Node]
    edges: Sequence[Edge]
    is_whole: bool


def draw_graph(collation: Collation, witnesses: Sequence[Witness]) -> Graph:
    """Draw the graph of a collation, at most `NODES` readings of it."""
    rows: list[list[tuple[int, ...]]] = []
    for column in collation.columns:
        rows.append([group for group in column.groups if column.cells[group[0]]])
        if sum(map(len, rows)) > NODES:
            break
    x, nodes, at = float(MARGIN), list[Node](), dict[tuple[int, int], Node]()
    for place, groups in enumerate(rows):
        made = [_node(collation, witnesses, place, row, group, x) for row, group in enumerate(groups)]
        nodes += made
        at |= {(place, one): node for node, group in zip(made, groups, strict=True) for one in group}
        x += max((node.width for node in made), default=-GAP) + GAP
    height = 2 * MARGIN + HEIGHT + ROW * (max((len(groups) for groups in rows), default=1) - 1)
    return Graph(x - GAP + MARGIN, height, nodes, _list_edges(at, witnesses), len(rows) == len(collation.columns))


def _node(
    collation: Collation, witnesses: Sequence[Witness], place: int, row: int, group: Sequence[int], x: float
) -> Node:
    cell = collation.columns[place].cells[group[0]]
    words = " ".join(cell.of(witnesses[group[0]].text).split()) if cell else ""
    shown = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
    return Node(x, MARGIN + ROW * row, 16 + LETTER * len(shown), shown, _sigla(group, witnesses), place + 1)


def _list_edges(at: dict[tuple[int, int], Node], witnesses: Sequence[Witness]) -> list[Edge]:
    """Join each text's nodes in their order; those who go the same way share an edge."""
    ways: dict[tuple[Node, Node], list[int]] = {}
    for one in range(len(witnesses)):
        path = [node for (_, witness), node in sorted(at.items(), key=lambda item: item[0][0]) if witness == one]
        for step in pairwise(path):
            ways.setdefault(step, []).append(one)
    return [_edge(*step, _sigla(who, witnesses)) for step, who in ways.items()]


def _edge(source: Node, target: Node, sigla: str) -> Edge:
    """Curve an edge from the end of one node to the beginning of the next."""
    x1, y1 = source.x + source.width, source.y + HEIGHT / 2
    x2, y2 = target.x, target.y + HEIGHT / 2
    bend = (x2 - x1) / 2
    is_long = target.place - source.place > 1 and y1 == y2
    lift = ROW * 0.55 if is_long else 0.0
    path = f"M{x1:g} {y1:g}C{x1 + bend:g} {y1 + lift:g} {x2 - bend:g} {y2 + lift:g} {x2:g} {y2:g}"
    return Edge(path, (x1 + x2) / 2, (y1 + y2) / 2 + lift * 0.75 - 4, sigla)


def _sigla(who: Sequence[int], witnesses: Sequence[Witness]) -> str:
    return " ".join(witnesses[one].translation.siglum for one in who)
