"""Discussions of a document into the work: which are there already, where their words stand, and the rows.

An anchor speaks of a numbered revision of the file. New variants bring their revisions along, so the
number stays; in a variant that the work has already, the revision with the same text is looked for. A
thread whose words stand in no revision of the work is not imported, and a warning says so: it never
lands on other words.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.corpus.models import Revision, Variant
from workbench.corpus.transfer import AppliedTexts, Attribution, TextPlan, moment_as_text
from workbench.interchange.document import (
    AnchorRecord,
    CommentRecord,
    SuggestionRecord,
    ThreadRecord,
    VariantRecord,
)
from workbench.review.models import Anchor, Comment, Suggestion, Thread

__all__ = ["PlannedThread", "ThreadPlan", "apply_threads", "plan_threads"]

_BATCH = 1_000
Cell = tuple[str, str]
"""A passage's reference and a translation's siglum."""


@dataclass(frozen=True, slots=True)
class PlannedThread:
    """A thread to be made; `revisions` and `states` are its anchors' in the work, `written` its
    suggestions'.
    """

    record: ThreadRecord
    reference: str
    revisions: tuple[int, ...]
    states: tuple[str, ...]
    written: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class ThreadPlan:
    """What becomes of a document's discussions."""

    made: tuple[PlannedThread, ...] = ()
    unchanged: int = 0
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Texts:
    """The revisions of a variant as they will be after the import, and as the file counts them."""

    after: Sequence[str]
    in_file: Sequence[str]

    def number_after(self, number: int) -> int | None:
        """Return the number that the file's revision `number` will have, the latest with its text."""
        text = self.in_file[number - 1]
        found = (at for at in range(len(self.after), 0, -1) if self.after[at - 1] == text)
        return number if self.after == self.in_file else next(found, None)


def plan_threads(texts: TextPlan) -> ThreadPlan:
    """Find out what becomes of the discussions of `texts.record`. At most three queries, none without
    threads.
    """
    threads = texts.record.threads
    if not threads:
        return ThreadPlan()
    references = {one.record.reference: one.reference for one in texts.passages if one.record.reference}
    there = _threads_there(texts)
    revisions = _revisions_after(texts, {references[thread.passage] for thread in threads})
    made, warnings, unchanged = [], [], 0
    for thread in threads:
        reference = references[thread.passage]
        if (reference, thread.created_at, thread.comments[0].body) in there:
            unchanged += 1
        elif planned := _planned(thread, reference, revisions):
            made.append(planned)
        else:
            warnings.append(_not_carried(thread))
    return ThreadPlan(tuple(made), unchanged, tuple(warnings))


def apply_threads(plan: ThreadPlan, applied: AppliedTexts, attribution: Attribution) -> None:
    """Write the planned threads with their anchors, comments and suggestions. The caller holds the
    transaction.
    """
    if not plan.made:
        return
    threads = Thread.objects.bulk_create(_thread(one, applied, attribution) for one in plan.made)
    cells = _variants_of(plan.made, applied)
    anchors = _make_anchors(plan.made, threads, cells)
    comments = _make_comments(plan.made, threads, attribution)
    _make_suggestions(plan.made, anchors, comments, attribution)


# --- the plan ---------------------------------------------------------------------------------------
def _threads_there(texts: TextPlan) -> set[tuple[str, str, str]]:
    if texts.work is None:
        return set()
    first: dict[int, tuple[str, str, str]] = {}
    comments = Comment.objects.filter(thread__work=texts.work).order_by("pk")
    columns = comments.values_list("thread_id", "thread__passage__reference", "thread__created_at", "body")
    for thread, reference, created_at, body in columns:
        first.setdefault(thread, (reference, moment_as_text(created_at), body))
    return set(first.values())


def _revisions_after(texts: TextPlan, references: set[str]) -> dict[Cell, _Texts]:
    """Return the revisions that the variants of these passages will have, for every cell of the document."""
    cells = {
        (one.reference, variant.siglum): variant for one, variant in texts.variants() if one.reference in references
    }
    stored = _stored_revisions(texts, cells)
    revised = {(one.reference, one.record.siglum) for one in texts.changes if texts.options.existing == "revise"}
    found = {}
    for cell, variant in cells.items():
        in_file = _texts_of(variant)
        new = [variant.text] if cell in revised else []
        found[cell] = _Texts([*stored[cell], *new] if cell in texts.stored else in_file, in_file)
    return found


def _texts_of(variant: VariantRecord) -> list[str]:
    return [revision.text for revision in variant.revisions] or [variant.text]


def _stored_revisions(texts: TextPlan, cells: Iterable[Cell]) -> Mapping[Cell, list[str]]:
    by_variant = {texts.stored[cell].pk: cell for cell in cells if cell in texts.stored}
    revisions = Revision.objects.filter(variant__in=list(by_variant)).order_by("variant_id", "number")
    stored: dict[Cell, list[str]] = defaultdict(list)
    for variant, text in revisions.values_list("variant_id", "text"):
        stored[by_variant[variant]].append(text)
    return stored


def _planned(thread: ThreadRecord, reference: str, revisions: Mapping[Cell, _Texts]) -> PlannedThread | None:
    places = [_place(anchor, revisions[reference, anchor.siglum]) for anchor in thread.anchors]
    if not all(number for number, _ in places):
        return None
    return PlannedThread(
        record=thread,
        reference=reference,
        revisions=tuple(number or 0 for number, _ in places),
        states=tuple(state for _, state in places),
        written=tuple(_written(comment.suggestion, thread, reference, revisions) for comment in thread.comments),
    )


def _place(anchor: AnchorRecord, texts: _Texts) -> tuple[int | None, str]:
    number = texts.number_after(anchor.revision)
    is_present = number == len(texts.after) and anchor.state == "placed"
    return number, "placed" if is_present else "orphaned"


def _written(
    suggestion: SuggestionRecord | None,
    thread: ThreadRecord,
    reference: str,
    revisions: Mapping[Cell, _Texts],
) -> int | None:
    if suggestion is None or suggestion.revision is None:
        return None
    siglum = thread.anchors[suggestion.anchor].siglum
    return revisions[reference, siglum].number_after(suggestion.revision)


def _not_carried(thread: ThreadRecord) -> str:
    return f"A thread of {thread.author or 'somebody'} on {thread.passage} is left out: its words are not in the work."


# --- the rows ---------------------------------------------------------------------------------------
def _thread(planned: PlannedThread, applied: AppliedTexts, attribution: Attribution) -> Thread:
    record = planned.record
    author, attributed_to = attribution.author(record.author)
    created_at = attribution.moment(record.created_at)
    return Thread(
        workspace_id=applied.work.workspace_id,
        work_id=applied.work.pk,
        passage_id=applied.passages[planned.reference],
        state=record.state,
        category=record.category,
        severity=record.severity,
        assignee=attribution.account(record.assignee),
        created_by=author,
        attributed_to=attributed_to,
        created_at=created_at,
        updated_at=attribution.moment(record.updated_at) if record.updated_at else created_at,
    )


def _variants_of(planned: Iterable[PlannedThread], applied: AppliedTexts) -> dict[Cell, int]:
    """Return the primary keys of the variants of the threads' passages."""
    references = {applied.passages[one.reference]: one.reference for one in planned}
    sigla = {pk: siglum for siglum, pk in applied.translations.items()}
    rows = Variant.objects.filter(passage__in=list(references), translation__in=list(sigla))
    columns = rows.values_list("passage_id", "translation_id", "pk")
    return {(references[passage], sigla[translation]): pk for passage, translation, pk in columns}


def _make_anchors(
    planned: Sequence[PlannedThread], threads: Sequence[Thread], cells: Mapping[Cell, int]
) -> list[list[Anchor]]:
    """Write the anchors; return them by thread."""
    rows = [
        [
            _anchor(record, thread, cells[one.reference, record.siglum], position, one)
            for position, record in enumerate(one.record.anchors)
        ]
        for one, thread in zip(planned, threads, strict=True)
    ]
    Anchor.objects.bulk_create([anchor for anchors in rows for anchor in anchors], batch_size=_BATCH)
    return rows


def _anchor(record: AnchorRecord, thread: Thread, variant: int, position: int, planned: PlannedThread) -> Anchor:
    return Anchor(
        workspace_id=thread.workspace_id,
        thread=thread,
        variant_id=variant,
        position=position,
        revision=planned.revisions[position],
        start=record.start,
        end=record.end,
        quote=record.quote,
        prefix=record.prefix,
        suffix=record.suffix,
        state=planned.states[position],
    )


def _make_comments(
    planned: Sequence[PlannedThread], threads: Sequence[Thread], attribution: Attribution
) -> list[list[Comment]]:
    """Write the comments; return them by thread."""
    rows = [
        [_comment(record, thread, attribution) for record in one.record.comments]
        for one, thread in zip(planned, threads, strict=True)
    ]
    Comment.objects.bulk_create([comment for comments in rows for comment in comments], batch_size=_BATCH)
    return rows


def _comment(record: CommentRecord, thread: Thread, attribution: Attribution) -> Comment:
    author, attributed_to = attribution.author(record.author)
    return Comment(
        workspace_id=thread.workspace_id,
        thread=thread,
        body=record.body,
        author=author,
        attributed_to=attributed_to,
        created_at=attribution.moment(record.created_at),
        edited_at=attribution.moment(record.edited_at) if record.edited_at else None,
        deleted_at=attribution.moment(record.deleted_at) if record.deleted_at else None,
    )


def _make_suggestions(
    planned: Sequence[PlannedThread],
    anchors: Sequence[Sequence[Anchor]],
    comments: Sequence[Sequence[Comment]],
    attribution: Attribution,
) -> None:
    found = [
        (record.suggestion, comment, anchors[at][record.suggestion.anchor], number)
        for at, one in enumerate(planned)
        for record, comment, number in zip(one.record.comments, comments[at], one.written, strict=True)
        if record.suggestion
    ]
    revisions = _revision_keys({anchor.variant_id for _, _, anchor, number in found if number})
    Suggestion.objects.bulk_create(
        _suggestion(record, comment, anchor, revisions.get((anchor.variant_id, number or 0)), attribution)
        for record, comment, anchor, number in found
    )


def _revision_keys(variants: set[int]) -> dict[tuple[int, int], int]:
    rows = Revision.objects.filter(variant__in=list(variants))
    return {(variant, number): pk for variant, number, pk in rows.values_list("variant_id", "number", "pk")}


def _suggestion(
    record: SuggestionRecord,
    comment: Comment,
    anchor: Anchor,
    revision: int | None,
    attribution: Attribution,
) -> Suggestion:
    decider, attributed_to = attribution.author(record.decided_by) if record.decided_at else (None, "")
    return Suggestion(
        workspace_id=comment.workspace_id,
        thread_id=comment.thread_id,
        comment=comment,
        anchor=anchor,
        text=record.text,
        state=record.state,
        reason=record.reason,
        decided_by=decider,
        decider_attributed_to=attributed_to,
        decided_at=attribution.moment(record.decided_at) if record.decided_at else None,
        revision_id=revision,
    )
