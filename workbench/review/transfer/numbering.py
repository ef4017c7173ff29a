"""Whether passages that a file calls as the work does are the same passages."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbench.corpus.models import Translation, Variant, Work
from workbench.corpus.transfer import ImportOptions, TextPlan, plan_texts
from workbench.corpus.transfer.matching import MatchedPassage
from workbench.interchange.document import WorkRecord
from workbench.text import Shift, find_shifts
from workbench.text.meaning import find_displaced, knows, load
from workbench.text.words.languages import language_of

__all__ = ["choose_facing", "describe_numbering", "describe_shifts"]

_MOST = 5
_ENCODED = 2_000


def choose_facing(work: Work, plan: TextPlan, siglum: str = "") -> Translation | None:
    """Return the translation to read beside the file: the one wished for, or the first that the file does not have."""
    translations = list(work.translations.order_by("position"))
    wished = [one for one in translations if one.siglum == siglum]
    brought = {record.siglum for record, _ in plan.translations}
    others = [one for one in translations if one.siglum not in brought]
    return next(iter([*wished, *others, *translations]), None)


def describe_numbering(record: WorkRecord, work: Work | None, options: ImportOptions) -> tuple[str, ...]:
    """Say the same of a work as a file has it, before it is imported. Takes some seconds for a Bible."""
    if work is None:
        return ()
    plan = plan_texts(record, work, replace(options, existing="keep"))
    beside = choose_facing(work, plan)
    return describe_shifts(plan, beside) if beside else ()


def describe_shifts(plan: TextPlan, beside: Translation) -> tuple[str, ...]:
    """Say in sentences where the numbering of a file seems shifted against that of the work. One query.

    The file's texts are held against those of `beside` in the passages where they would go.
    """
    variants = Variant.objects.filter(translation=beside).exclude(text="").values_list("passage_id", "text")
    texts = dict(variants.iterator(chunk_size=5_000))
    said: list[str] = []
    for record, there in plan.translations:
        rows = [
            (one, texts[one.passage.pk], variant.text)
            for one in plan.passages
            if one.passage and one.passage.pk in texts
            for variant in one.record.variants
            if variant.siglum == record.siglum and variant.text
        ]
        found, sides = [one for one, _, _ in rows], ([there for _, there, _ in rows], [here for _, _, here in rows])
        shifts = find_shifts(*sides, encoder=load())
        said.extend(_describe(shifts, found, record.siglum, beside.siglum))
        if language_of(there.language if there else record.language) != language_of(beside.language):
            said.extend(_describe_displaced(sides, shifts, found, record.siglum, beside.siglum))
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


def _describe_displaced(
    sides: tuple[Sequence[str], Sequence[str]],
    shifts: Sequence[Shift],
    rows: Sequence[MatchedPassage],
    siglum: str,
    beside: str,
) -> Iterator[str]:
    """Say of single passages that they stand beside a neighbour of theirs, where the extra `meaning` knows both
    languages. The first so many are looked at.
    """
    encoder = load()
    left, right = (side[:_ENCODED] for side in sides)
    if encoder is None or not knows(left, right, encoder):
        return
    shifted = {number for shift in shifts for number in range(shift.start, shift.end)}
    found = [one for one in find_displaced(left, right, encoder) if one.passage not in shifted]
    for one in found[:_MOST]:
        yield (
            f"{rows[one.passage].reference} of {siglum} seems to stand at the wrong place: it reads like "
            f"{rows[one.answers].reference} of {beside}."
        )
    if len(found) > _MOST:
        yield f"So do {len(found) - _MOST} more passages of {siglum}."
