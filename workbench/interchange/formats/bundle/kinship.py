"""Whether what a bundle says of the relations between translations means something."""

from collections.abc import Iterator, Set

from workbench.interchange.document import WorkRecord
from workbench.interchange.errors import Problem
from workbench.interchange.relations import leads_back

__all__ = ["find_wrong_relations"]


def find_wrong_relations(work: WorkRecord, references: Set[str], at: str) -> Iterator[Problem]:
    """Yield what contradicts itself in the groups, derivations, rules and orders of reading of a work at `at`."""
    sigla = {translation.siglum for translation in work.translations}
    yield from _of_groups(work, sigla, at)
    yield from _of_derivations(work, sigla, at)
    for index, rule in enumerate(work.rules):
        if rule.passage and rule.passage not in references:
            yield Problem(f"{at}/rules/{index}/passage", f"No passage has the reference {rule.passage}.")
        for side in ("left", "right"):
            if not getattr(rule, side).strip():
                yield Problem(f"{at}/rules/{index}/{side}", "Expected words.")
    yield from _of_orders(work, at)


def _of_groups(work: WorkRecord, sigla: Set[str], at: str) -> Iterator[Problem]:
    taken = set(sigla)
    for index, group in enumerate(work.groups):
        if group.siglum in taken:
            yield Problem(f"{at}/groups/{index}/siglum", f"{group.siglum} is the siglum of something else already.")
        taken.add(group.siglum)
        for place, member in enumerate(group.members):
            if member not in sigla:
                yield Problem(f"{at}/groups/{index}/members/{place}", f"No translation is called {member}.")
            elif member in group.members[:place]:
                yield Problem(f"{at}/groups/{index}/members/{place}", f"{member} stands in the group already.")


def _of_derivations(work: WorkRecord, sigla: Set[str], at: str) -> Iterator[Problem]:
    sources: dict[str, set[str]] = {}
    for index, one in enumerate(work.derivations):
        for key, siglum in (("siglum", one.siglum), ("source", one.source)):
            if siglum not in sigla:
                yield Problem(f"{at}/derivations/{index}/{key}", f"No translation is called {siglum}.")
        if one.source in sources.get(one.siglum, ()):
            yield Problem(f"{at}/derivations/{index}", f"That {one.siglum} was made from {one.source} is said already.")
        elif leads_back(one, sources):
            yield Problem(f"{at}/derivations/{index}/source", f"{one.source} was itself made from {one.siglum}.")
        sources.setdefault(one.siglum, set()).add(one.source)


def _of_orders(work: WorkRecord, at: str) -> Iterator[Problem]:
    first: dict[tuple[str, int], str] = {}
    for index, passage in enumerate(work.passages):
        for place, variant in enumerate(passage.variants):
            if variant.order is None:
                continue
            pointer = f"{at}/passages/{index}/variants/{place}/order"
            if (earlier := first.setdefault((variant.siglum, variant.order), pointer)) != pointer:
                yield Problem(pointer, f"{variant.siglum} has its number {variant.order} at {earlier} already.")
