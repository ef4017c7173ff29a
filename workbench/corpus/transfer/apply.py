"""A plan carried out: rows in batches, in the transaction of the caller, which makes it all or nothing."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from workbench.accounts.models import Workspace
from workbench.corpus import limits
from workbench.corpus.actions import add_translation, create_work
from workbench.corpus.errors import Conflict
from workbench.corpus.models import Passage, Revision, Variant, Work
from workbench.corpus.transfer.attribution import Attribution
from workbench.corpus.transfer.matching import MatchedPassage
from workbench.corpus.transfer.plan import Change, TextPlan
from workbench.interchange.document import RevisionRecord, TranslationRecord, VariantRecord

__all__ = ["AppliedTexts", "Progress", "apply_texts"]

Progress = Callable[[int, int], None]
"""Called with the number of variants written so far and of all to write."""

Item = TypeVar("Item")
_BATCH = 2_000
_DETAILS = ("language", "role", "translator", "year", "citation", "rights", "notes")


@dataclass(frozen=True, slots=True)
class AppliedTexts:
    """What was written: the work, and the primary keys of passages by reference and translations by
    siglum.
    """

    work: Work
    passages: Mapping[str, int]
    translations: Mapping[str, int]


def apply_texts(
    plan: TextPlan, *, workspace: Workspace, attribution: Attribution, progress: Progress | None = None
) -> AppliedTexts:
    """Write what the plan says, each text as a revision of its own. The caller holds the transaction.

    Raises `Conflict` for a slug that is taken, and where a text changed since the plan was made.
    """
    work = plan.work or _make_work(plan, workspace, attribution)
    applied = AppliedTexts(work, _make_passages(plan, work), _make_translations(plan, work, attribution))
    advance = _counter(plan, progress)
    for batch in _batches(plan.new_variants()):
        _enter(batch, applied, plan, attribution)
        advance(len(batch))
    if plan.options.existing == "revise":
        for changes in _batches(plan.changes):
            _revise(changes, plan, applied.work, attribution)
            advance(len(changes))
    return applied


def _make_work(plan: TextPlan, workspace: Workspace, attribution: Attribution) -> Work:
    record = plan.record
    return create_work(
        actor=attribution.actor,
        workspace=workspace,
        title=plan.options.title or record.title,
        slug=plan.options.slug or record.slug,
        author=record.author,
        language=record.language,
        description=record.description,
    )


def _make_translations(plan: TextPlan, work: Work, attribution: Attribution) -> dict[str, int]:
    keys = {}
    for record, translation in plan.translations:
        made = translation or add_translation(
            actor=attribution.actor, work=work, siglum=record.siglum, **_details(record)
        )
        keys[record.siglum] = made.pk
    return keys


def _details(record: TranslationRecord) -> dict[str, str]:
    return {name: getattr(record, name) for name in _DETAILS}


def _make_passages(plan: TextPlan, work: Work) -> dict[str, int]:
    last = work.passages.order_by("-position").values_list("position", flat=True).first() or 0
    missing = [one for one in plan.passages if one.passage is None]
    rows = (
        Passage(
            workspace_id=work.workspace_id,
            work=work,
            position=last + step,
            reference=one.reference,
            heading=one.record.heading,
        )
        for step, one in enumerate(missing, 1)
    )
    keys = {one.reference: one.passage.pk for one in plan.passages if one.passage}
    for batch in _batches(rows):
        keys.update({passage.reference: passage.pk for passage in Passage.objects.bulk_create(batch)})
    return keys


def _enter(
    batch: Sequence[tuple[MatchedPassage, VariantRecord]],
    applied: AppliedTexts,
    plan: TextPlan,
    attribution: Attribution,
) -> None:
    """Enter new variants, each with its history, or with a first revision where the document has none."""
    histories = [_history(variant, plan.options.reason) for _, variant in batch]
    variants = Variant.objects.bulk_create(
        Variant(
            workspace_id=applied.work.workspace_id,
            work_id=applied.work.pk,
            passage_id=applied.passages[matched.reference],
            translation_id=applied.translations[record.siglum],
            text=record.text,
            presence=record.presence,
            version=len(history),
            updated_at=attribution.moment(history[-1].created_at),
        )
        for (matched, record), history in zip(batch, histories, strict=True)
    )
    _append(
        ((variant.pk, revision) for variant, history in zip(variants, histories, strict=True) for revision in history),
        applied.work,
        attribution,
    )


def _history(record: VariantRecord, reason: str) -> tuple[RevisionRecord, ...]:
    return record.revisions or (RevisionRecord(1, record.text, record.presence, reason),)


def _revise(changes: Sequence[Change], plan: TextPlan, work: Work, attribution: Attribution) -> None:
    """Write the document's text over the work's, if it is still what the plan saw, as the next revision."""
    for change in changes:
        written = Variant.objects.filter(pk=change.stored.pk, version=change.stored.version).update(
            version=change.stored.version + 1,
            text=change.record.text,
            presence=change.record.presence,
            updated_at=attribution.now,
        )
        if not written:
            raise Conflict("Somebody else changed a text in the meantime; nothing was imported.", code="stale")
    _append(((one.stored.pk, _next_revision(one, plan.options.reason)) for one in changes), work, attribution)


def _next_revision(change: Change, reason: str) -> RevisionRecord:
    author = change.record.revisions[-1].author if change.record.revisions else ""
    record = change.record
    return RevisionRecord(change.stored.version + 1, record.text, record.presence, reason, author)


def _append(revisions: Iterable[tuple[int, RevisionRecord]], work: Work, attribution: Attribution) -> None:
    for batch in _batches(revisions):
        Revision.objects.bulk_create(_revision(pk, record, work, attribution) for pk, record in batch)


def _revision(variant: int, record: RevisionRecord, work: Work, attribution: Attribution) -> Revision:
    author, attributed_to = attribution.author(record.author)
    return Revision(
        workspace_id=work.workspace_id,
        variant_id=variant,
        number=record.number,
        text=record.text,
        presence=record.presence,
        reason=record.reason[: limits.REASON],
        author_id=author.pk,
        attributed_to=attributed_to,
        created_at=attribution.moment(record.created_at),
    )


def _counter(plan: TextPlan, progress: Progress | None) -> Callable[[int], None]:
    total = sum(1 for _ in plan.new_variants()) + (len(plan.changes) if plan.options.existing == "revise" else 0)
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
