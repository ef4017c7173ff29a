"""What records say was corrected in a collation, as the engine takes it."""

from collections.abc import Sequence

from workbench.interchange.document import CorrectionRecord, VariantRecord
from workbench.text.collation import CORRECTIONS, Correction, Mark
from workbench.text.words.spans import Span

__all__ = ["engine_corrections"]


def engine_corrections(
    corrections: Sequence[CorrectionRecord], variants: Sequence[VariantRecord]
) -> tuple[Correction, ...]:
    """Return what corrections say of these variants of one passage, as the engine takes it, in their order."""
    places = {one.siglum: at for at, one in enumerate(variants)}
    return tuple(
        Correction(
            one.kind,
            tuple(
                Mark(places[mark.siglum], Span(mark.start, mark.end), mark.side)
                for mark in one.marks
                if not mark.passage
                and mark.siglum in places
                and variants[places[mark.siglum]].text[mark.start : mark.end] == mark.quote
            ),
        )
        for one in corrections
        if one.kind in CORRECTIONS
    )
