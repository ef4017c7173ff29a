"""A plan carried out: rows in batches, in the transaction of the caller, which makes it all or nothing."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from django.db.models import F
from django.utils.translation import gettext

from workbench.accounts.models import Workspace
from workbench.corpus import limits
from workbench.corpus.actions import add_translation, create_work
from workbench.corpus.actions.carrying import carry_all_said
from workbench.corpus.errors import Conflict
from workbench.corpus.measuring import forget_all_measures, forget_measures
from workbench.corpus.models import Passage, Revision, Variant, Work, join_path
from workbench.corpus.positions import Shift, shift_positions
from workbench.corpus.rows import as_stored, insert_rows, reserve_pks
from workbench.corpus.transfer.attribution import Attribution
from workbench.corpus.transfer.matching import MatchedPassage
from workbench.corpus.transfer.plan import Change, TextPlan
from workbench.interchange.document import RevisionRecord, SpanRecord, TranslationRecord, VariantRecord
from workbench.interchange.markup import carry_markup, pack_markup, unpack_markup

__all__ = ["AppliedTexts", "Progress", "apply_texts"]

Progress = Callable[[int, int], None]
"""Called with the number of variants written so far and of all to write."""

Item = TypeVar("Item")
_BATCH = 2_000
_NEARLY_ALL = 0.9
_VARIANT = (
    "id",
    "workspace_id",
    "work_id",
    "passage_id",
    "translation_id",
    "text",
    "presence",
    "updated_at",
    "version",
    "alignment",
    "markup",
    "reference",
    "reading_order",
)
_REVISION = (
    "workspace_id",
    "variant_id",
    "number",
    "text",
    "presence",
    "reason",
    "author_id",
    "attributed_to",
    "created_at",
    "markup",
)
_DETAILS = (
    "language",
    "role",
    "translator",
    "year",
    "citation",
    "rights",
    "notes",
    "title",
    "source",
    "numbering",
)


@dataclass(frozen=True, slots=True)
class AppliedTexts:
    """What was written: the work, and the primary keys of passages by reference and translations by
    siglum. `named` are those of passages by the references that the file has for them.
    """

    work: Work
    passages: Mapping[str, int]
    translations: Mapping[str, int]
    named: Mapping[str, int]


def apply_texts(
    plan: TextPlan, *, workspace: Workspace, attribution: Attribution, progress: Progress | None = None
) -> AppliedTexts:
    """Write what the plan says, each text as a revision of its own. The caller holds the transaction.

    Raises `Conflict` for a slug that is taken, and where a text changed since the plan was made.
    """
    work = plan.work or _make_work(plan, workspace, attribution)
    passages = _make_passages(plan, work)
    named = {one.record.reference or "": passages[one.reference] for one in plan.passages}
    applied = AppliedTexts(work, passages, _make_translations(plan, work, attribution), named)
    new = list(plan.new_variants())
    advance = _counter(plan, len(new), progress)
    for batch in _batches(new):
        _enter(batch, applied, plan, attribution)
        advance(len(batch))
    if plan.options.existing == "revise":
        for changes in _batches(plan.changes):
            _revise(changes, plan, applied.work, attribution)
            carry_all_said(attribution.actor, {one.stored.pk: one.stored.text for one in changes})
            advance(len(changes))
    if plan.work:
        _forget_measures(plan, applied, {one.reference for one, _ in new})
    return applied


def _make_work(plan: TextPlan, workspace: Workspace, attribution: Attribution) -> Work:
    record = plan.record
    made = create_work(
        actor=attribution.actor,
        workspace=workspace,
        title=plan.options.title or record.title,
        slug=plan.options.slug_for(record.slug),
        author=record.author,
        language=record.language,
        description=record.description,
        series=record.series,
        numbering=record.numbering,
    )
    made.levels = list(record.levels)
    Work.objects.filter(pk=made.pk).update(levels=made.levels)
    return made


def _make_translations(plan: TextPlan, work: Work, attribution: Attribution) -> dict[str, int]:
    pks = {}
    for record, translation in plan.translations:
        made = translation or add_translation(
            actor=attribution.actor, work=work, siglum=record.siglum, **_details(record)
        )
        pks[record.siglum] = made.pk
    return pks


def _details(record: TranslationRecord) -> dict[str, str]:
    return {name: getattr(record, name) for name in _DETAILS}


def _make_passages(plan: TextPlan, work: Work) -> dict[str, int]:
    """Make the new passages where the plan puts them; those of the work that stand after them move down."""
    placed, shifts = _positions(plan)
    shift_positions(work.passages.all(), shifts)
    for batch in _batches(placed):
        insert_rows(
            Passage,
            ("workspace_id", "work_id", "position", "reference", "heading", "version", "division", "label"),
            [
                (work.workspace_id, work.pk, at, one.reference, one.record.heading, 1, *join_path(one.record.path))
                for at, one in batch
            ],
        )
    found = {passage.reference: passage.pk for passage, _ in plan.order if passage}
    if placed:
        found = dict(work.passages.values_list("reference", "pk").iterator())
    return found


def _positions(plan: TextPlan) -> tuple[list[tuple[int, MatchedPassage]], list[Shift]]:
    """Return the positions of new passages, and by how much the stretches of passages between them move."""
    placed: list[tuple[int, MatchedPassage]] = []
    shifts: list[Shift] = []
    last = 0
    for passage, matched in plan.order:
        if passage is None and matched:
            last += 1
            placed.append((last, matched))
        elif passage:
            by = max(last + 1 - passage.position, 0)
            last = passage.position + by
            if shifts and shifts[-1].by == by:
                shifts[-1] = Shift(shifts[-1].first, passage.position, by)
            else:
                shifts.append(Shift(passage.position, passage.position, by))
    return placed, shifts


def _enter(
    batch: Sequence[tuple[MatchedPassage, VariantRecord]],
    applied: AppliedTexts,
    plan: TextPlan,
    attribution: Attribution,
) -> None:
    """Enter new variants, each with its history, or with a first revision where the document has none."""
    pks = reserve_pks(Variant, len(batch))
    histories = [_history(record, plan.options.reason) for _, record in batch]
    places = [(applied.passages[one.reference], applied.translations[record.siglum]) for one, record in batch]
    rows = zip(pks, places, histories, batch, strict=True)
    insert_rows(
        Variant,
        _VARIANT,
        [
            _variant_row(applied.work, attribution, pk, *place, history[-1], len(history), record)
            for pk, place, history, (_, record) in rows
        ],
    )
    _append(
        ((pk, revision) for pk, history in zip(pks, histories, strict=True) for revision in history),
        applied.work,
        attribution,
    )


def _variant_row(
    work: Work,
    attribution: Attribution,
    pk: int,
    passage: int,
    translation: int,
    last: RevisionRecord,
    revisions: int,
    record: VariantRecord,
) -> tuple[Any, ...]:
    moment = as_stored(attribution.moment(last.created_at))
    state = (last.text, last.presence, moment, revisions, record.alignment, pack_markup(last.markup))
    return (pk, work.workspace_id, work.pk, passage, translation, *state, record.reference, record.order)


def _history(record: VariantRecord, reason: str) -> tuple[RevisionRecord, ...]:
    return record.revisions or (RevisionRecord(1, record.text, record.presence, reason, markup=record.markup),)


def _revise(changes: Sequence[Change], plan: TextPlan, work: Work, attribution: Attribution) -> None:
    """Write the document's text over the work's, if it is still what the plan saw, as the next revision."""
    for change in changes:
        written = Variant.objects.filter(pk=change.stored.pk, version=change.stored.version).update(
            version=change.stored.version + 1,
            text=change.record.text,
            presence=change.record.presence,
            alignment=change.record.alignment,
            markup=pack_markup(_markup_after(change)),
            reference=change.record.reference or F("reference"),
            updated_at=attribution.now,
        )
        if not written:
            raise Conflict(gettext("Somebody else changed a text in the meantime; nothing was imported."), code="stale")
    _append(((one.stored.pk, _next_revision(one, plan.options.reason)) for one in changes), work, attribution)


def _next_revision(change: Change, reason: str) -> RevisionRecord:
    author = change.record.revisions[-1].author if change.record.revisions else ""
    record = change.record
    number = change.stored.version + 1
    return RevisionRecord(number, record.text, record.presence, reason, author, markup=_markup_after(change))


def _markup_after(change: Change) -> tuple[SpanRecord, ...]:
    """Return the document's markup; where it says nothing of it, what stood there, taken along with its words."""
    stored = unpack_markup(change.stored.markup)
    return change.record.markup or carry_markup(stored, change.stored.text, change.record.text)


def _forget_measures(plan: TextPlan, applied: AppliedTexts, entered: Set[str]) -> None:
    """Let the variation of the passages that got other texts wait to be measured again.

    Where these are nearly all of the work, all of them: that is one statement, and the others take no time to speak of.
    """
    revised = {change.reference for change in plan.changes if plan.options.existing == "revise"}
    touched = sorted(applied.passages[reference] for reference in revised | entered)
    if len(touched) > _NEARLY_ALL * len(plan.order):
        forget_all_measures(applied.work)
        return
    for batch in _batches(touched):
        forget_measures(Passage.objects.filter(pk__in=batch))


def _append(revisions: Iterable[tuple[int, RevisionRecord]], work: Work, attribution: Attribution) -> None:
    for batch in _batches(revisions):
        insert_rows(Revision, _REVISION, [_revision_row(pk, record, work, attribution) for pk, record in batch])


def _revision_row(variant: int, record: RevisionRecord, work: Work, attribution: Attribution) -> tuple[Any, ...]:
    author, attributed_to = attribution.author(record.author)
    return (
        work.workspace_id,
        variant,
        record.number,
        record.text,
        record.presence,
        record.reason[: limits.REASON],
        author.pk,
        attributed_to,
        as_stored(attribution.moment(record.created_at)),
        pack_markup(record.markup),
    )


def _counter(plan: TextPlan, new: int, progress: Progress | None) -> Callable[[int], None]:
    total = new + (len(plan.changes) if plan.options.existing == "revise" else 0)
    done = 0

    def advance(step: int) -> None:
        nonlocal done
        done += step
        if progress:
            progress(done, total)

    return advance


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    remaining = iter(items)
    while batch := list(islice(remaining, _BATCH)):
        yield batch
