"""A work as a neutral document: its translations, passages and every revision of every variant.

Passages come some hundreds at a time, so that a work of any size takes no more memory than that. `corpus.snapshot`
holds still what is read.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from django.db.models import Count, Q, QuerySet, TextField
from django.db.models.functions import Cast

from workbench.corpus.models import Presence, Revision, Translation, Variant, Work, split_path
from workbench.corpus.transfer.corrections import export_corrections
from workbench.corpus.transfer.moments import stored_moment
from workbench.corpus.transfer.relations import export_relations
from workbench.interchange.document import (
    PassageRecord,
    RevisionRecord,
    TranslationRecord,
    VariantRecord,
    WorkRecord,
)
from workbench.interchange.losses import Untold
from workbench.interchange.markup import unpack_markup

__all__ = ["count_untold", "export_head", "export_texts", "stream_in_own_order", "stream_passages"]

CHUNK = 500  # passages
_PASSAGE = ("reference", "heading", "division", "label")
_VARIANT = (
    "pk",
    "passage_id",
    "translation_id",
    "text",
    "presence",
    "alignment",
    "markup",
    "reference",
    "reading_order",
)
_REVISION = (
    "variant_id",
    "number",
    "text",
    "presence",
    "reason",
    "attributed_to",
    "author__username",
    "said_at",
    "markup",
)


def export_texts(work: Work) -> WorkRecord:
    """Return the work without its discussions. Twelve queries, and three more for each 500 passages; people are user
    names, or whom it was attributed to.
    """
    return replace(export_head(work), passages=tuple(stream_passages(work)))


def export_head(work: Work) -> WorkRecord:
    """Return what is said of the work, without passages and discussions. Eight queries."""
    return WorkRecord(
        title=work.title,
        slug=work.slug,
        author=work.author,
        language=work.language,
        description=work.description,
        translations=tuple(_translation(one) for one in work.translations.order_by("position")),
        levels=tuple(work.levels),
        numbering=work.numbering,
        series=work.series,
        **export_relations(work),
        corrections=export_corrections(work),
    )


def stream_passages(work: Work, sigla: Collection[str] = (), *, is_bare: bool = False) -> Iterator[PassageRecord]:
    """Yield the passages in their order, with the variants of these translations (none named: of all), in theirs;
    `is_bare`: with nothing but their words.

    Four queries at first, and three more for each 500 passages after those.
    """
    chosen = work.translations.filter(siglum__in=sigla) if sigla else work.translations.all()
    known = dict(chosen.order_by("position").values_list("pk", "siglum"))
    read = _bare if is_bare else _with_histories
    places = {siglum: place for place, siglum in enumerate(known.values())}
    is_sorted = list(known) == sorted(known)
    rows = work.passages.order_by("position").values_list("pk", "position", "reference", "heading", "division", "label")
    last = 0
    while found := list(rows.filter(position__gt=last)[:CHUNK]):
        within = _between(work, last, found[-1][1])
        variants = read(within.filter(translation__in=list(known)) if sigla else within, known)
        for pk, _, reference, heading, division, label in found:
            some = variants.get(pk, ())
            said = some if is_sorted else sorted(some, key=lambda one: places[one.siglum])
            yield PassageRecord(reference, tuple(said), heading, split_path(division, label))
        last = found[-1][1]
        if len(found) < CHUNK:
            return


def stream_in_own_order(translation: Translation) -> Iterator[PassageRecord]:
    """Yield the passages of one translation as it reads them, with no more than its words; those without a place in
    its order come last. A query for each 500 passages.
    """
    after, columns = 0, ("reading_order", *(f"passage__{name}" for name in _PASSAGE), "text", "presence")
    rows = translation.variants.order_by("reading_order", "pk").values_list(*columns)
    while found := list(rows.filter(reading_order__gt=after)[:CHUNK]):
        yield from (_alone(translation.siglum, *row[1:]) for row in found)
        after = found[-1][0]
    others = rows.filter(reading_order=None).order_by("passage__position")
    yield from (_alone(translation.siglum, *row[1:]) for row in others.iterator(chunk_size=CHUNK))


def _alone(
    siglum: str, reference: str, heading: str, division: str, label: str, text: str, presence: str
) -> PassageRecord:
    return PassageRecord(reference, (VariantRecord(siglum, text, presence),), heading, split_path(division, label))


def _between(work: Work, after: int, last: int) -> QuerySet[Variant]:
    """Return the variants of the passages at these positions, by translation as they were made."""
    rows = Variant.objects.filter(passage__work=work, passage__position__gt=after, passage__position__lte=last)
    return rows.order_by("passage_id", "translation_id")


def count_untold(work: Work, sigla: Collection[str] = ()) -> Untold:
    """Count what of a work's texts no file of bare texts carries, as `losses.count_untold` does. Three queries, two of
    them sums.
    """
    variants = work.variants.filter(translation__siglum__in=sigla) if sigla else work.variants.all()
    packed = variants.exclude(markup="").values_list("markup", flat=True).iterator(chunk_size=2_000)
    return Untold(
        **work.passages.aggregate(headings=_count(~Q(heading="")), paths=_count(~Q(label=""))),
        **variants.aggregate(
            printed=_count(~Q(reference="")),
            ordered=_count(Q(reading_order__isnull=False)),
            histories=Count("pk"),
            placed=_count(~Q(alignment="")),
            blanks=_count(Q(text="", presence=Presence.PRESENT)),
        ),
        markup=tuple(Counter(span.kind for one in packed for span in unpack_markup(one)).most_common()),
    )


def _count(condition: Q) -> Count:
    return Count("pk", filter=condition)


def _with_histories(rows: QuerySet[Variant], sigla: Mapping[int, str]) -> Mapping[int, list[VariantRecord]]:
    """Return variants by passage with all that is said of them."""
    histories = _histories(rows)
    found: dict[int, list[VariantRecord]] = defaultdict(list)
    for pk, passage, translation, text, presence, alignment, markup, *beside in rows.values_list(*_VARIANT):
        history, spans = tuple(histories.get(pk, ())), unpack_markup(markup)
        found[passage].append(VariantRecord(sigla[translation], text, presence, history, alignment, spans, *beside))
    return found


def _bare(rows: QuerySet[Variant], sigla: Mapping[int, str]) -> Mapping[int, list[VariantRecord]]:
    """Return variants by passage with no more than their words."""
    found: dict[int, list[VariantRecord]] = defaultdict(list)
    for passage, translation, text, presence in rows.values_list("passage_id", "translation_id", "text", "presence"):
        found[passage].append(VariantRecord(sigla[translation], text, presence))
    return found


def _histories(variants: QuerySet[Variant]) -> Mapping[int, list[RevisionRecord]]:
    """Return the revisions by variant. Their moments are read as text: there are few, but each is in many rows."""
    rows = Revision.objects.filter(variant__in=variants.order_by()).annotate(said_at=Cast("created_at", TextField()))
    read = rows.order_by("variant_id", "number").values_list(*_REVISION)
    found: dict[int, list[RevisionRecord]] = defaultdict(list)
    for variant, number, text, presence, reason, attributed_to, author, said_at, markup in read:
        name, moment = attributed_to or author, stored_moment(said_at)
        found[variant].append(RevisionRecord(number, text, presence, reason, name, moment, unpack_markup(markup)))
    return found


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
