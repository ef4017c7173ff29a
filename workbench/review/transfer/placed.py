"""Importing a text that was placed: the same machinery as every import, all of it or nothing."""

from collections.abc import Sequence

from django.db import transaction

from workbench.accounts.models import User
from workbench.corpus.measuring import measure_waiting
from workbench.corpus.models import Alignment, Import, Passage, Presence, Upload, Variant, Work
from workbench.corpus.transfer import ImportOptions, Report
from workbench.corpus.transfer.options import Existing
from workbench.corpus.transfer.uploads import forget_upload
from workbench.interchange.document import Document, PassageRecord, TranslationRecord, VariantRecord, WorkRecord
from workbench.review.errors import Conflict, Invalid
from workbench.review.transfer.drafts import Draft, read_draft
from workbench.review.transfer.importing import Imported, import_document

__all__ = ["confirm_placing", "document_of"]


def confirm_placing(
    *, actor: User, upload: Upload, work: Work, seen: int, existing: Existing = "refuse", reason: str = ""
) -> Import:
    """Write the placed texts into the work as a translation, and forget the upload.

    Texts that a person put in place or confirmed are marked `confirmed`, the others `auto`. Raises `Conflict` if steps
    were taken elsewhere since `seen`, if the work's passages are others than those it was placed on, or where texts
    differ and `existing` refuses that; and what `import_document` raises. Then nothing is written.
    """
    draft = read_draft(upload)
    if len(draft.taken) != seen or draft.work != work.pk:
        raise Conflict("This placing was changed in another window. Look once more.", code="changed_since")
    passages = list(work.passages.order_by("position"))
    if tuple(passage.pk for passage in passages) != draft.passages:
        message = "The work’s passages are others than when this was proposed. Place the text anew."
        raise Conflict(message, code="changed_since")
    if not draft.placing.places:
        raise Invalid("At least one passage with words is expected.", code="nothing_placed")
    options = ImportOptions(match="reference", existing=existing, reason=reason)
    with transaction.atomic():
        done = import_document(
            actor=actor,
            workspace=work.workspace,
            document=document_of(draft, passages),
            work=work,
            options=options,
        )
        _mark_alignment(work, draft, passages)
        remembered = _remember(actor, work, upload, done)
        forget_upload(actor=actor, upload=upload)
    measure_waiting(work)
    return remembered


def document_of(draft: Draft, passages: Sequence[Passage]) -> Document:
    """Return the placed texts as a document of one translation; passages that the text does not reach are left out."""
    siglum = draft.wishes.siglum
    records = tuple(
        PassageRecord(passage.reference, (VariantRecord(siglum, draft.placing.text_of(number), state),))
        for number, (passage, state) in enumerate(zip(passages, draft.placing.states, strict=True))
        if state != "unentered"
    )
    translation = TranslationRecord(siglum=siglum, language=draft.wishes.language)
    return Document((WorkRecord(translations=(translation,), passages=records),))


def _mark_alignment(work: Work, draft: Draft, passages: Sequence[Passage]) -> None:
    """Say of each text that stands as it was placed how it came to its passage; what was kept stays as it is."""
    confirmed = {piece.passage for piece in draft.placing.pieces if piece.is_confirmed}
    numbers = {passage.pk: number for number, passage in enumerate(passages)}
    rows = Variant.objects.filter(work=work, translation__siglum=draft.wishes.siglum, presence=Presence.PRESENT)
    keys: dict[str, list[int]] = {Alignment.AUTO: [], Alignment.CONFIRMED: []}
    for key, passage, text in rows.values_list("pk", "passage_id", "text"):
        number = numbers[passage]
        if text == draft.placing.text_of(number):
            keys[Alignment.CONFIRMED if number in confirmed else Alignment.AUTO].append(key)
    for alignment, found in keys.items():
        Variant.objects.filter(pk__in=found).update(alignment=alignment)


def _remember(actor: User, work: Work, upload: Upload, done: Imported) -> Import:
    report: Report = done.report
    return Import.objects.create(
        workspace=work.workspace,
        work=work,
        file_name=upload.file_name,
        format="plain",
        report=report.as_json(),
        created_by=actor,
    )
