"""Which translation was made from which, drawn small: sources to the left, what was made from them to the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from workbench.corpus.models import Derivation
from workbench.corpus.relations import depths_of

__all__ = ["Descent", "draw_descent"]

STEP = 130
ROW = 36
_SAID: dict[str, Promise] = {
    Derivation.Kind.REVISION: gettext_lazy("%(made)s was revised from %(source)s"),
    Derivation.Kind.TRANSLATION: gettext_lazy("%(made)s was translated from %(source)s"),
    Derivation.Kind.COPY: gettext_lazy("%(made)s was copied from %(source)s"),
}


@dataclass(frozen=True, slots=True)
class Node:
    """A translation at its place, in pixels."""

    siglum: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from a source to what was made from it, and how that is said."""

    source: Node
    made: Node
    said: str
    kind: str


@dataclass(frozen=True, slots=True)
class Descent:
    """The drawing: `width` by `height` pixels."""

    nodes: Sequence[Node]
    edges: Sequence[Edge]
    width: int
    height: int


def draw_descent(derivations: Sequence[Derivation]) -> Descent | None:
    """Draw derivations whose translations are loaded; None where there are none."""
    if not derivations:
        return None
    depths = depths_of((one.translation.siglum, one.source.siglum) for one in derivations)
    rows = [0] * (max(depths.values()) + 1)
    nodes: dict[str, Node] = {}
    for siglum, depth in sorted(depths.items(), key=lambda item: (item[1], item[0])):
        nodes[siglum] = Node(siglum, 30 + depth * STEP, 24 + rows[depth] * ROW)
        rows[depth] += 1
    edges = [
        Edge(
            nodes[one.source.siglum],
            nodes[one.translation.siglum],
            str(_SAID[one.kind]) % {"made": one.translation.siglum, "source": one.source.siglum},
            one.kind,
        )
        for one in derivations
    ]
    return Descent(list(nodes.values()), edges, 60 + (len(rows) - 1) * STEP, 12 + max(rows) * ROW)
