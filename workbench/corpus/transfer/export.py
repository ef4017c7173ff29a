"""A work as a neutral document: its translations, passages and every revision of every variant."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from workbench.corpus.models import Revision, Translation, Variant, Work
from workbench.interchange.document import (
    PassageRecord,
    RevisionRecord,
    TranslationRecord,
    VariantRecord,
    WorkRecord,
)

__all__ = ["export_texts", "moment_as_text"]

_CHUNK = 5_000


def export_texts(work: Work) -> WorkRecord:
    """Return the work without its discussions. Five queries; people are user names, or whom it was
    attributed to.
    """
    translations = list(work.translations.order_by("position"))
    variants = _variants(work, {translation.pk: translation.siglum for translation in translations})
    passages = work.passages.order_by("position").values_list("pk", "reference", "heading")
    return WorkRecord(
        title=work.title,
        slug=work.slug,
        author=work.author,
        language=work.language,
        description=work.description,
        translations=tuple(_translation(translation) for translation in translations),
        passages=tuple(
            PassageRecord(reference, tuple(variants.pop(pk, ())), heading) for pk, reference, heading in passages
        ),
    )


def moment_as_text(moment: datetime | None) -> str:
    """Return a time as documents have it: UTC, `2026-10-05T09:12:00Z`, with a fraction only where there is
    one.
    """
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z") if moment else ""


def _translation(translation: Translation) -> TranslationRecord:
    return TranslationRecord(
        siglum=translation.siglum,
        language=translation.language,
        role=translation.role,
        translator=translation.translator,
        year=translation.year,
        citation=translation.citation,
        rights=translation.rights,
        notes=translation.notes,
    )


def _variants(work: Work, sigla: Mapping[int, str]) -> dict[int, list[VariantRecord]]:
    """Return the variants by passage, in the order of the translations."""
    histories = _histories(work)
    rows = Variant.objects.filter(work=work).order_by("passage_id", "translation__position")
    columns = rows.values_list("pk", "passage_id", "translation_id", "text", "presence", "alignment")
    variants: dict[int, list[VariantRecord]] = defaultdict(list)
    for pk, passage, translation, text, presence, alignment in columns.iterator(chunk_size=_CHUNK):
        record = VariantRecord(sigla[translation], text, presence, tuple(histories.pop(pk, ())), alignment)
        variants[passage].append(record)
    return variants


def _histories(work: Work) -> dict[int, list[RevisionRecord]]:
    rows: Iterable[tuple[int, int, str, str, str, str, str, datetime]] = (
        Revision.objects.filter(variant__work=work)
        .order_by("variant_id", "number")
        .values_list(
            "variant_id",
            "number",
            "text",
            "presence",
            "reason",
            "attributed_to",
            "author__username",
            "created_at",
        )
        .iterator(chunk_size=_CHUNK)
    )
    histories: dict[int, list[RevisionRecord]] = defaultdict(list)
    for variant, number, text, presence, reason, attributed_to, author, created_at in rows:
        name = attributed_to or author
        histories[variant].append(RevisionRecord(number, text, presence, reason, name, moment_as_text(created_at)))
    return histories
