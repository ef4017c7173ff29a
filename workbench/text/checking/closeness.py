"""How closely a version is worded to others: what a finding is worth depends on that."""

from collections.abc import Sequence

from workbench.text.checking.findings import Version

__all__ = ["closeness_of"]


def closeness_of(one: Version, others: Sequence[Version]) -> float:
    """Return the share of content words that a version has in common with another, on the mean, 0..1 (Dice)."""
    mine = {fact.value for fact in one.facts.content}
    shares = [_share(mine, {fact.value for fact in other.facts.content}) for other in others]
    return sum(shares) / len(shares) if shares else 0.0


def _share(mine: set[str], theirs: set[str]) -> float:
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine and theirs else 0.0
