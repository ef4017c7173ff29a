"""What scholars said of words, in and out: corrections of collations, and links between words."""

from collections.abc import Iterator, Mapping

from workbench.corpus.actions import LinkedWords, MarkedWords, correct_collation, link_words, part_words
from workbench.corpus.models import ConfirmedLink, Correction, LinkVerdict, Passage, Variant, Work
from workbench.corpus.transfer.apply import AppliedTexts
from workbench.corpus.transfer.attribution import Attribution
from workbench.corpus.transfer.moments import moment_as_text
from workbench.interchange.document import CorrectionRecord, MarkRecord, WorkRecord
from workbench.text import Span

__all__ = ["apply_corrections", "export_corrections"]

_VERDICTS = {LinkVerdict.CONFIRMED: "linked", LinkVerdict.PARTED: "unlinked"}
_SAY = {"linked": link_words, "unlinked": part_words}


def export_corrections(work: Work) -> tuple[CorrectionRecord, ...]:
    """Return what counts, the oldest first, corrections before links. Three queries."""
    rows = Correction.objects.standing().filter(passage__work=work).select_related("passage", "created_by")
    rows = rows.prefetch_related("marks__variant__translation", "marks__variant__passage").order_by("pk")
    links = ConfirmedLink.objects.standing().filter(passage__work=work).order_by("pk")
    links = links.select_related("passage", "created_by", "left__translation", "right__translation")
    return (*map(_correction, rows), *map(_link, links))


def apply_corrections(record: WorkRecord, applied: AppliedTexts, attribution: Attribution) -> int:
    """Write the corrections and links that the work does not have yet and whose words stand where they say.

    Return how many do not stand there: a text was kept as it was. The caller holds the transaction.
    """
    standing = set(export_corrections(applied.work)) if record.corrections else set()
    known = {(one.kind, one.passage, one.marks) for one in standing}
    left = 0
    for one in record.corrections:
        marks = [_find(mark, one, applied) for mark in one.marks]
        if (one.kind, one.passage, one.marks) in known:
            continue
        if any(mark is None for mark in marks):
            left += 1
            continue
        _write(one, [mark for mark in marks if mark], applied, attribution)
    return left


def _write(one: CorrectionRecord, marks: list[MarkedWords], applied: AppliedTexts, attribution: Attribution) -> None:
    author, attributed_to = attribution.author(one.author)
    signed = {"created_by": author, "attributed_to": attributed_to, "created_at": attribution.moment(one.created_at)}
    if one.kind in _SAY:
        left, right = (LinkedWords(mark.variant, mark.span) for mark in marks)
        link = _SAY[one.kind](actor=attribution.actor, left=left, right=right, reason=one.reason)
        ConfirmedLink.objects.filter(pk=link.pk).update(**signed)
        return
    passage = Passage.objects.select_related("work").get(pk=applied.passages[one.passage])
    made = correct_collation(actor=attribution.actor, passage=passage, kind=one.kind, marks=marks, reason=one.reason)
    Correction.objects.filter(pk=made.pk).update(**signed)


def _find(mark: MarkRecord, one: CorrectionRecord, applied: AppliedTexts) -> MarkedWords | None:
    where: Mapping[str, int] = {
        "passage": applied.passages[mark.passage or one.passage],
        "translation": applied.translations[mark.siglum],
    }
    variant = Variant.objects.select_related("translation", "passage", "work").filter(**where).first()
    span = Span(mark.start, mark.end)
    if variant is None or span.of(variant.text) != mark.quote:
        return None
    return MarkedWords(variant, variant.version, span, mark.side)


def _correction(row: Correction) -> CorrectionRecord:
    return CorrectionRecord(
        row.kind,
        row.passage.reference,
        tuple(_marks(row)),
        row.reason,
        row.attributed_to or row.created_by.username,
        moment_as_text(row.created_at),
    )


def _marks(row: Correction) -> Iterator[MarkRecord]:
    for mark in sorted(row.marks.all(), key=lambda one: one.pk):
        variant = mark.variant
        elsewhere = "" if variant.passage_id == row.passage_id else variant.passage.reference
        yield MarkRecord(variant.translation.siglum, mark.start, mark.end, mark.quote, mark.side, elsewhere)


def _link(link: ConfirmedLink) -> CorrectionRecord:
    left = MarkRecord(link.left.translation.siglum, link.left_start, link.left_end, link.left_quote)
    right = MarkRecord(link.right.translation.siglum, link.right_start, link.right_end, link.right_quote, 1)
    return CorrectionRecord(
        _VERDICTS[LinkVerdict(link.verdict)],
        link.passage.reference,
        (left, right),
        link.reason,
        link.attributed_to or link.created_by.username,
        moment_as_text(link.created_at),
    )
