"""How closely a version is worded to others: what a finding is worth depends on that."""

from collections.abc import Sequence

from workbench.text.checking.findings import Version

__all__ = ["closeness_of", "shared_by"]


def closeness_of(one: Version, others: Sequence[Version]) -> float:
    """Return the share of content words that a version has in common with another, on the mean, 0..1 (Dice)."""
    mine = {fact.value for fact in one.facts.content}
    shares = [_share(mine, {fact.value for fact in other.facts.content}) for other in others]
    return sum(shares) / len(shares) if shares else 0.0


def shared_by(one: Version, others: Sequence[Version]) -> float:
    """Return the share of a version's content words that another has too, on the mean, 0..1.

    What is left of a text from which much was left out is worded as closely as before, which `closeness_of` denies.
    """
    mine = {fact.value for fact in one.facts.content}
    if not mine or not others:
        return 0.0
    return sum(len(mine & {fact.value for fact in other.facts.content}) for other in others) / len(mine) / len(others)


def _share(mine: set[str], theirs: set[str]) -> float:
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine and theirs else 0.0
