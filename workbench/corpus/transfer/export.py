"""A work as a neutral document: its translations, passages and every revision of every variant."""

from collections import defaultdict
from collections.abc import Mapping

from workbench.corpus.models import Revision, Translation, Variant, Work, split_path
from workbench.corpus.transfer.moments import moment_as_text
from workbench.corpus.transfer.relations import export_relations
from workbench.interchange.document import (
    PassageRecord,
    RevisionRecord,
    TranslationRecord,
    VariantRecord,
    WorkRecord,
)
from workbench.interchange.markup import unpack_markup

__all__ = ["export_texts"]

_CHUNK = 5_000
_BESIDE = ("markup", "reference", "reading_order")


def export_texts(work: Work) -> WorkRecord:
    """Return the work without its discussions. Nine queries; people are user names, or whom it was
    attributed to.
    """
    translations = list(work.translations.order_by("position"))
    variants = _variants(work, {translation.pk: translation.siglum for translation in translations})
    passages = work.passages.order_by("position").values_list("pk", "reference", "heading", "division", "label")
    return WorkRecord(
        title=work.title,
        slug=work.slug,
        author=work.author,
        language=work.language,
        description=work.description,
        translations=tuple(_translation(translation) for translation in translations),
        passages=tuple(
            PassageRecord(reference, tuple(variants.pop(pk, ())), heading, split_path(division, label))
            for pk, reference, heading, division, label in passages
        ),
        levels=tuple(work.levels),
        numbering=work.numbering,
        series=work.series,
        **export_relations(work),
    )


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
        title=translation.title,
        source=translation.source,
        numbering=translation.numbering,
    )


def _variants(work: Work, sigla: Mapping[int, str]) -> dict[int, list[VariantRecord]]:
    """Return the variants by passage, in the order of the translations."""
    histories = _histories(work)
    rows = Variant.objects.filter(work=work).order_by("passage_id", "translation__position")
    columns = rows.values_list("pk", "passage_id", "translation_id", "text", "presence", "alignment", *_BESIDE)
    variants: dict[int, list[VariantRecord]] = defaultdict(list)
    for pk, passage, translation, text, presence, alignment, markup, *beside in columns.iterator(chunk_size=_CHUNK):
        history = tuple(histories.pop(pk, ()))
        spans = unpack_markup(markup)
        variants[passage].append(VariantRecord(sigla[translation], text, presence, history, alignment, spans, *beside))
    return variants


def _histories(work: Work) -> dict[int, list[RevisionRecord]]:
    rows = (
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
            "markup",
        )
        .iterator(chunk_size=_CHUNK)
    )
    histories: dict[int, list[RevisionRecord]] = defaultdict(list)
    for variant, number, text, presence, reason, attributed_to, author, created_at, markup in rows:
        name, moment = attributed_to or author, moment_as_text(created_at)
        histories[variant].append(RevisionRecord(number, text, presence, reason, name, moment, unpack_markup(markup)))
    return histories
