"""The order in which a file of one translation has its passages, kept where that is another than the work's."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from workbench.corpus.models import Translation
from workbench.corpus.transfer.matching import MatchedPassage
from workbench.corpus.transfer.order import OrderedPassage
from workbench.interchange.document import TranslationRecord

__all__ = ["describe_own_order", "with_own_order"]

_SHOWN = 5


def with_own_order(
    matched: Sequence[MatchedPassage],
    ordered: Sequence[OrderedPassage],
    translations: Sequence[tuple[TranslationRecord, Translation | None]],
) -> tuple[MatchedPassage, ...] | None:
    """Return the passages with their texts numbered as the file has them; None where nothing is to be kept: they rise
    in the work, or the file says an order itself, or holds several translations or one that the work has.
    """
    if len(translations) != 1 or translations[0][1] is not None or not _leaps(matched, ordered):
        return None
    if any(variant.order for one in matched for variant in one.record.variants):
        return None
    return tuple(_numbered(one, number) for number, one in enumerate(matched, 1))


def describe_own_order(
    matched: Sequence[MatchedPassage], ordered: Sequence[OrderedPassage], siglum: str
) -> Iterator[str]:
    """Say in a sentence where a file has its passages in another order than the work."""
    leaps = [f"{after.reference} after {before.reference}" for before, after in _leaps(matched, ordered)]
    if leaps:
        more = f" and {len(leaps) - _SHOWN:,} more" if len(leaps) > _SHOWN else ""
        yield (
            f"{siglum} has its passages in another order than the work ({', '.join(leaps[:_SHOWN])}{more}): they are "
            "put beside those of the work, and the order of the file is kept as its own."
        )


def _leaps(
    matched: Sequence[MatchedPassage], ordered: Sequence[OrderedPassage]
) -> list[tuple[MatchedPassage, MatchedPassage]]:
    """Return each passage of the file that stands before the one before it, with that one."""
    places = {one.reference: at for at, (_, one) in enumerate(ordered) if one}
    pairs = pairwise(one for one in matched if one.reference in places)
    return [(one, other) for one, other in pairs if places[one.reference] > places[other.reference]]


def _numbered(one: MatchedPassage, number: int) -> MatchedPassage:
    variants = tuple(replace(variant, order=number) for variant in one.record.variants)
    return replace(one, record=replace(one.record, variants=variants))
