"""What stands between the translations of a work: groups, which was made from which, words that count as one."""

from collections.abc import Mapping, Set
from dataclasses import dataclass

__all__ = ["DerivationRecord", "GroupRecord", "RuleRecord", "leads_back"]


@dataclass(frozen=True, slots=True)
class GroupRecord:
    """Translations (`members`, by siglum) that are cited together under a siglum of their own."""

    siglum: str
    name: str = ""
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DerivationRecord:
    """The translation `siglum` was made from `source`, both by siglum; `kind` is one of `vocabulary.DERIVATIONS`."""

    siglum: str
    source: str
    kind: str = "revision"


@dataclass(frozen=True, slots=True)
class RuleRecord:
    """`left` counts as `right` in comparisons of the work, or of the passage `passage` (a reference) alone."""

    left: str
    right: str
    passage: str = ""
    author: str = ""
    created_at: str = ""


def leads_back(one: DerivationRecord, sources: Mapping[str, Set[str]]) -> bool:
    """Tell whether a derivation closes a circle, where `sources` has by siglum what others were made from."""
    waiting, seen = [one.source], set[str]()
    while waiting:
        siglum = waiting.pop()
        if siglum == one.siglum:
            return True
        waiting += sources.get(siglum, set()) - seen
        seen.add(siglum)
    return False
