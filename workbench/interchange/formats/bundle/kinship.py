"""Whether what a bundle says of the relations between translations means something."""

from collections.abc import Iterator, Mapping, Set

from workbench.interchange.document import CorrectionRecord, MarkRecord, WorkRecord
from workbench.interchange.errors import Problem
from workbench.interchange.relations import leads_back

__all__ = ["find_wrong_relations"]


def find_wrong_relations(work: WorkRecord, references: Set[str], at: str) -> Iterator[Problem]:
    """Yield what contradicts itself in what a work at `at` says beside its texts and threads."""
    sigla = {translation.siglum for translation in work.translations}
    yield from _of_groups(work, sigla, at)
    yield from _of_derivations(work, sigla, at)
    for index, rule in enumerate(work.rules):
        if rule.passage and rule.passage not in references:
            yield Problem(f"{at}/rules/{index}/passage", f"No passage has the reference {rule.passage}.")
        for place, siglum in enumerate(rule.translations):
            if siglum not in sigla:
                yield Problem(f"{at}/rules/{index}/translations/{place}", f"No translation is called {siglum}.")
        if len({*rule.translations}) == 1:
            yield Problem(f"{at}/rules/{index}/translations", "Expected two translations at least, or none for all.")
        for side in ("left", "right"):
            if not getattr(rule, side).strip():
                yield Problem(f"{at}/rules/{index}/{side}", "Expected words.")
    texts = {(one.reference, said.siglum): said.text for one in work.passages for said in one.variants}
    for index, correction in enumerate(work.corrections):
        yield from _of_correction(correction, references, texts, f"{at}/corrections/{index}")
    yield from _of_orders(work, at)


def _of_correction(
    one: CorrectionRecord, references: Set[str], texts: Mapping[tuple[str | None, str], str], at: str
) -> Iterator[Problem]:
    if one.passage not in references:
        yield Problem(f"{at}/passage", f"No passage has the reference {one.passage}.")
    if not one.marks:
        yield Problem(f"{at}/marks", "Expected words.")
    for place, mark in enumerate(one.marks):
        if problem := _of_mark(mark, texts.get((mark.passage or one.passage, mark.siglum)), f"{at}/marks/{place}"):
            yield problem


def _of_mark(mark: MarkRecord, text: str | None, at: str) -> Problem | None:
    if text is None:
        return Problem(f"{at}/siglum", f"The passage has no variant of {mark.siglum}.")
    if not mark.start < mark.end <= len(text) or text[mark.start : mark.end] != mark.quote:
        return Problem(f"{at}/quote", "These words do not stand at start:end of the text.")
    return None if mark.side in (0, 1) else Problem(f"{at}/side", "Expected 0 or 1.")


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
        for name, siglum in (("siglum", one.siglum), ("source", one.source)):
            if siglum not in sigla:
                yield Problem(f"{at}/derivations/{index}/{name}", f"No translation is called {siglum}.")
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
