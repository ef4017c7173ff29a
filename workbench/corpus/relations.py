"""How the translations of a work hang together: groups that are cited together, and which was made from which."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.corpus.models import Derivation, TranslationGroup, Work

__all__ = ["MADE", "Relations", "depths_of", "describe_derivations", "describe_groups", "read_relations"]

MADE = {"revision": "revised", "translation": "translated", "copy": "copied"}
"""How each kind of derivation is said: B was revised from A."""


@dataclass(frozen=True, slots=True)
class Relations:
    """The groups of a work with their `members`, and its derivations with both translations, in the order of both."""

    groups: Sequence[TranslationGroup]
    derivations: Sequence[Derivation]

    def __bool__(self) -> bool:
        return bool(self.groups or self.derivations)


def read_relations(work: Work) -> Relations:
    """Read them. Three queries at most."""
    groups = work.groups.order_by("siglum").prefetch_related("members")
    derivations = work.derivations.select_related("translation", "source")
    return Relations(list(groups), list(derivations.order_by("source__position", "translation__position")))


def describe_groups(work: Work) -> str:
    """Return the groups of a work as one writes them, a line each: `g (The old ones): A, B`."""
    lines = []
    for group in work.groups.order_by("siglum").prefetch_related("members"):
        members = sorted(group.members.all(), key=lambda one: one.position)
        name = f" ({group.name})" if group.name else ""
        lines.append(f"{group.siglum}{name}: {', '.join(one.siglum for one in members)}")
    return "\n".join(lines)


def describe_derivations(work: Work) -> str:
    """Return the derivations of a work as one writes them, a line each: `B revised from A`."""
    rows = work.derivations.order_by("source__position", "translation__position")
    said = rows.values_list("translation__siglum", "kind", "source__siglum")
    return "\n".join(f"{siglum} {MADE[kind]} from {source}" for siglum, kind, source in said)


def depths_of(derivations: Iterable[tuple[str, str]]) -> Mapping[str, int]:
    """Return by siglum how many steps lie before a translation, for (siglum, source) that go round in no circle.

    Where they do, a step that closes a circle counts for nothing.
    """
    sources: dict[str, list[str]] = {}
    for siglum, source in derivations:
        sources.setdefault(siglum, []).append(source)
        sources.setdefault(source, [])
    found: dict[str, int] = {}

    def depth(siglum: str, above: frozenset[str]) -> int:
        if siglum not in found:
            steps = [depth(one, above | {siglum}) + 1 for one in sources[siglum] if one not in above]
            found[siglum] = max(steps, default=0)
        return found[siglum]

    for siglum in sources:
        depth(siglum, frozenset((siglum,)))
    return found
