"""Importing a text that was placed: the same machinery as every import, all of it or nothing."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext

from workbench.accounts.models import User
from workbench.corpus.models import Alignment, Import, Presence, Upload, Variant, Work
from workbench.corpus.tasks import index_later, measure_later
from workbench.corpus.transfer import ImportOptions, Report
from workbench.corpus.transfer.options import Existing
from workbench.corpus.transfer.uploads import forget_upload
from workbench.interchange.document import Document, PassageRecord, TranslationRecord, VariantRecord, WorkRecord
from workbench.review.errors import Conflict, Invalid
from workbench.review.transfer.drafts import Draft, read_drafts
from workbench.review.transfer.importing import Imported, import_document
from workbench.review.transfer.new_works import Placed

__all__ = ["confirm_placing", "document_of"]


def confirm_placing(
    *,
    actor: User,
    upload: Upload,
    work: Work | None,
    seen: Sequence[int],
    existing: Existing = "refuse",
    reason: str = "",
) -> Import:
    """Write the placed texts into the work, or (None) with the first text into a new one, and forget the upload.

    Texts that a person put in place or confirmed are marked `confirmed`, the others `auto`. `seen` is how many steps of
    each text the person saw. Raises `Conflict` if steps were taken elsewhere since, if the work's passages are others
    than those it was placed on, or where texts differ and `existing` refuses that; and what `import_document` raises.
    Then nothing is written.
    """
    options = ImportOptions(match="reference", existing=existing, reason=reason)
    with transaction.atomic():
        drafts = _claim_drafts(actor, upload, work, seen)
        done = import_document(
            actor=actor,
            workspace=upload.workspace,
            document=document_of(drafts, work),
            work=work,
            options=options,
        )
        (written,) = done.works
        for draft in drafts:
            _mark_alignment(written, draft)
        remembered = _remember(actor, written, upload, done)
        forget_upload(actor=actor, upload=upload)
        measure_later(written.pk)
        index_later(written.pk)
    return remembered


def _claim_drafts(actor: User, upload: Upload, work: Work | None, seen: Sequence[int]) -> Sequence[Draft]:
    """Return the drafts as they stand, locked: a second click, or a step of another window, waits and finds them gone.

    Raises as `confirm_placing` does.
    """
    locked = Upload.objects.visible_to(actor).select_for_update(of=("self",)).filter(pk=upload.pk).first()
    if locked is None:
        raise Conflict(gettext("This placing was confirmed or thrown away already."), code="changed_since")
    drafts = read_drafts(locked)
    if [len(one.taken) for one in drafts] != list(seen) or drafts[0].work != (work.pk if work else None):
        raise Conflict(gettext("This placing was changed in another window. Look once more."), code="changed_since")
    for draft in drafts:
        if not draft.placing.places:
            message = gettext("At least one passage of %(siglum)s with words is expected.") % {
                "siglum": draft.wishes.siglum
            }
            raise Invalid(message, code="nothing_placed")
    return drafts


def document_of(drafts: Sequence[Draft], work: Work | None) -> Document:
    """Return the placed texts as a document: one on a work, or all on that which will be made of them.

    Passages that a text does not reach have none. Raises `Conflict` if the work's passages are others than those the
    text was placed on.
    """
    placed = [_read_placed(draft) for draft in drafts]
    if drafts[0].new:
        return Document((drafts[0].new.record_with(placed),))
    (only,) = placed
    references = _references(drafts[0], work)
    records = tuple(PassageRecord(one, said) for one, said in zip(references, only.texts, strict=True) if said)
    return Document((WorkRecord(translations=(only.translation,), passages=records),))


def _read_placed(draft: Draft) -> Placed:
    siglum = draft.wishes.siglum
    texts = [
        () if state == "unentered" else (VariantRecord(siglum, draft.placing.text_of(number), state),)
        for number, state in enumerate(draft.placing.states)
    ]
    return Placed(TranslationRecord(siglum=siglum, language=draft.wishes.language, **draft.wishes.details), texts)


def _references(draft: Draft, work: Work | None) -> list[str]:
    rows = list(work.passages.order_by("position").values_list("pk", "reference")) if work else []
    if tuple(pk for pk, _ in rows) != draft.passages:
        message = gettext("The work’s passages are others than when this was proposed. Place the text anew.")
        raise Conflict(message, code="changed_since")
    return [reference for _, reference in rows]


def _mark_alignment(work: Work, draft: Draft) -> None:
    """Say of each text that stands as it was placed how it came to its passage; what was kept stays as it is."""
    confirmed = {piece.passage for piece in draft.placing.pieces if piece.is_confirmed}
    passages = work.passages.order_by("position").values_list("pk", flat=True)
    numbers = {pk: number for number, pk in enumerate(passages)}
    rows = Variant.objects.filter(work=work, translation__siglum=draft.wishes.siglum, presence=Presence.PRESENT)
    pks: dict[str, list[int]] = {Alignment.AUTO: [], Alignment.CONFIRMED: []}
    for pk, passage, text in rows.values_list("pk", "passage_id", "text"):
        number = numbers[passage]
        if text == draft.placing.text_of(number):
            pks[Alignment.CONFIRMED if number in confirmed else Alignment.AUTO].append(pk)
    for alignment, found in pks.items():
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
