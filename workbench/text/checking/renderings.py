"""How each translation renders the names of others as a rule: "Jehovah" for "the LORD" is its usage, no slip."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import permutations

from workbench.text.checking.findings import Finding, Version
from workbench.text.words.facts import name_of
from workbench.text.words.languages import language_of

__all__ = ["Rendering", "count_renderings", "is_usual"]

_OFTEN = 3  # passages
_MOSTLY = 0.5  # of those in which another version has not the name

Rendering = tuple[int, str, str]
"""The number of a version, the name it has, and the name another has: "" for passages where any other has it not."""


def count_renderings(passages: Iterable[Sequence[Version]]) -> Counter[Rendering]:
    """Count in how many passages a version has a name that another lacks, and which that one has for it."""
    return Counter(pair for versions in passages for pair in set(_renderings(versions)))


def is_usual(one: Finding, counts: Mapping[Rendering, int]) -> bool:
    """Tell whether what was found is how the translation renders this name as a rule."""
    if one.kind != "name":
        return False
    here = name_of(one.words) if one.words else ""
    there = {name_of(word) for says in one.others for word in says.words.split(", ") if word} - {here}
    least = max(_OFTEN, _MOSTLY * counts.get((one.witness, here, ""), 0))
    return any(counts.get((one.witness, here, name), 0) >= least for name in there)


def _renderings(versions: Sequence[Version]) -> Iterator[Rendering]:
    named = [(one, frozenset([fact.value for fact in one.facts.names])) for one in versions]
    for (one, mine), (other, theirs) in permutations(named, 2):
        if language_of(one.language) == language_of(other.language):
            for name in mine - theirs:
                yield one.witness, name, ""
                yield from ((one.witness, name, answer) for answer in theirs - mine)
