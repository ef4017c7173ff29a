"""What scholars said of words, in and out: corrections of collations, and links between words."""

from collections.abc import Container, Iterator, Mapping

from workbench.corpus.actions import LinkedWords, MarkedWords, correct_collation, link_words, part_words
from workbench.corpus.models import ConfirmedLink, Correction, LinkVerdict, Passage, Variant, Work
from workbench.corpus.transfer.apply import AppliedTexts
from workbench.corpus.transfer.attribution import Attribution
from workbench.corpus.transfer.moments import moment_as_text
from workbench.corpus.transfer.plan import TextPlan
from workbench.interchange.document import CorrectionRecord, MarkRecord, WorkRecord
from workbench.text import Span

__all__ = ["apply_corrections", "describe_left_out", "export_corrections"]

_VERDICTS = {LinkVerdict.CONFIRMED: "linked", LinkVerdict.PARTED: "unlinked"}
_SAY = {"linked": link_words, "unlinked": part_words}


def export_corrections(work: Work) -> tuple[CorrectionRecord, ...]:
    """Return what counts, the oldest first, corrections before links. Three queries."""
    rows = Correction.objects.standing().filter(passage__work=work).select_related("passage", "created_by")
    rows = rows.prefetch_related("marks__variant__translation", "marks__variant__passage").order_by("pk")
    links = ConfirmedLink.objects.standing().filter(passage__work=work).order_by("pk")
    links = links.select_related("passage", "created_by", "left__translation", "right__translation")
    return (*map(_correction, rows), *map(_link, links))


def describe_left_out(plan: TextPlan) -> Iterator[str]:
    """Say of how many corrections and links the words will not stand in the work: a text stays as it is there."""
    marks = [mark for one in plan.record.corrections for mark in one.marks]
    texts = _future_texts(plan, {mark.siglum for mark in marks}) if marks else {}
    left = sum(
        any(
            texts.get((mark.passage or one.passage, mark.siglum), "")[mark.start : mark.end] != mark.quote
            for mark in one.marks
        )
        for one in plan.record.corrections
    )
    if left:
        yield (
            f"{left:,} corrections of collations and links between words are left out: "
            "their words do not stand in the work."
        )


def _future_texts(plan: TextPlan, sigla: Container[str]) -> dict[tuple[str, str], str]:
    """Return the texts as they will stand, by the passage's reference in the file, and siglum."""
    is_kept = plan.options.existing != "revise"
    return {
        (one.record.reference or one.reference, said.siglum): there.text if is_kept and there else said.text
        for one, said in plan.variants()
        if said.siglum in sigla
        for there in [plan.stored.get((one.reference, said.siglum))]
    }


def apply_corrections(record: WorkRecord, applied: AppliedTexts, attribution: Attribution) -> None:
    """Write the corrections and links that the work does not have yet and whose words stand where they say.

    Those whose words do not stand there are left out; `describe_left_out` says so. The caller holds the transaction.
    """
    standing = set(export_corrections(applied.work)) if record.corrections else set()
    known = {(one.kind, one.passage, one.marks) for one in standing}
    for one in record.corrections:
        if (one.kind, one.passage, one.marks) in known:
            continue
        marks = [_find(mark, one, applied) for mark in one.marks]
        if all(marks):
            _write(one, [mark for mark in marks if mark], applied, attribution)


def _write(one: CorrectionRecord, marks: list[MarkedWords], applied: AppliedTexts, attribution: Attribution) -> None:
    author, attributed_to = attribution.author(one.author)
    signed = {"created_by": author, "attributed_to": attributed_to, "created_at": attribution.moment(one.created_at)}
    if one.kind in _SAY:
        left, right = (LinkedWords(mark.variant, mark.span) for mark in marks)
        link = _SAY[one.kind](actor=attribution.actor, left=left, right=right, reason=one.reason)
        ConfirmedLink.objects.filter(pk=link.pk).update(**signed)
        return
    passage = Passage.objects.select_related("work").get(pk=applied.named[one.passage])
    made = correct_collation(actor=attribution.actor, passage=passage, kind=one.kind, marks=marks, reason=one.reason)
    Correction.objects.filter(pk=made.pk).update(**signed)


def _find(mark: MarkRecord, one: CorrectionRecord, applied: AppliedTexts) -> MarkedWords | None:
    where: Mapping[str, int] = {
        "passage": applied.named[mark.passage or one.passage],
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
