"""Whether passages that a file calls as the work does are the same passages."""

from collections.abc import Iterator, Sequence

from workbench.corpus.models import Translation, Variant
from workbench.corpus.transfer import TextPlan
from workbench.corpus.transfer.matching import MatchedPassage
from workbench.text import Shift, find_shifts

__all__ = ["describe_shifts"]

_MOST = 5


def describe_shifts(plan: TextPlan, beside: Translation) -> tuple[str, ...]:
    """Say in sentences where the numbering of a file seems shifted against that of the work. One query.

    The file's texts are held against those of `beside` in the passages where they would go.
    """
    variants = Variant.objects.filter(translation=beside).exclude(text="").values_list("passage_id", "text")
    texts = dict(variants.iterator(chunk_size=5_000))
    said: list[str] = []
    for record, _ in plan.translations:
        rows = [
            (one, texts[one.passage.pk], variant.text)
            for one in plan.passages
            if one.passage and one.passage.pk in texts
            for variant in one.record.variants
            if variant.siglum == record.siglum and variant.text
        ]
        shifts = find_shifts([there for _, there, _ in rows], [here for _, _, here in rows])
        said.extend(_describe(shifts, [one for one, _, _ in rows], record.siglum, beside.siglum))
    return tuple(said)


def _describe(shifts: Sequence[Shift], rows: Sequence[MatchedPassage], siglum: str, beside: str) -> Iterator[str]:
    for shift in shifts[:_MOST]:
        yield (
            f"The numbering of {siglum} seems shifted from {rows[shift.start].reference} to "
            f"{rows[shift.end - 1].reference}: its {rows[shift.right].reference} reads like "
            f"{rows[shift.left].reference} of {beside}."
        )
    if len(shifts) > _MOST:
        yield f"There are {len(shifts) - _MOST} more such places in {siglum}."
