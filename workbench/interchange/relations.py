"""What stands between the translations of a work: groups, which was made from which, words that count as one, and what
scholars say of words that answer each other.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass

__all__ = ["CorrectionRecord", "DerivationRecord", "GroupRecord", "MarkRecord", "RuleRecord", "leads_back"]


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
    """`left` counts as `right` in comparisons of the work, or of the passage `passage` (a reference) alone.

    Both are words or, by `of`, letters; with `translations` (sigla) they are the same between these only.
    """

    left: str
    right: str
    passage: str = ""
    author: str = ""
    created_at: str = ""
    of: str = ""
    translations: tuple[str, ...] = ()


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


@dataclass(frozen=True, slots=True)
class MarkRecord:
    """The words at `start:end` (code points) of what `siglum` says, as `quote` has them; `side` as the kind has it.

    `passage` is a reference, where that is another than the correction's: passages may be read as one.
    """

    siglum: str
    start: int
    end: int
    quote: str
    side: int = 0
    passage: str = ""


@dataclass(frozen=True, slots=True)
class CorrectionRecord:
    """What somebody said of words in the passage `passage`: of the collation, or whether two answer each other.

    `kind` is one of `vocabulary.CORRECTIONS`. Only what counts is told, not what was taken back or lapsed.
    """

    kind: str
    passage: str
    marks: tuple[MarkRecord, ...]
    reason: str = ""
    author: str = ""
    created_at: str = ""
