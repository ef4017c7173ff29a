"""The planned discussions as rows: threads, anchors, comments, suggestions, in a fixed number of statements."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from workbench.corpus.models import Revision, Variant
from workbench.corpus.transfer import AppliedTexts, Attribution
from workbench.interchange.document import AnchorRecord, CommentRecord, MoveRecord, SuggestionRecord
from workbench.review.folding import fold, joined_labels
from workbench.review.models import Anchor, AnchorMove, Comment, Suggestion, Thread
from workbench.review.transfer.threads_plan import Cell, PlannedThread, ThreadPlan

__all__ = ["apply_threads"]

_BATCH = 1_000


def apply_threads(plan: ThreadPlan, applied: AppliedTexts, attribution: Attribution) -> None:
    """Write the planned threads with their anchors, comments and suggestions. The caller holds the
    transaction.
    """
    _make_replies(plan.replies, attribution)
    if not plan.made:
        return
    threads = Thread.objects.bulk_create(_thread(one, applied, attribution) for one in plan.made)
    cells = _variants_of(plan.made, applied)
    anchors = _make_anchors(plan.made, threads, cells)
    _make_moves(plan.made, anchors, applied, attribution)
    comments = _make_comments(plan.made, threads, attribution)
    _make_suggestions(plan.made, anchors, comments, attribution)


def _thread(planned: PlannedThread, applied: AppliedTexts, attribution: Attribution) -> Thread:
    record = planned.record
    author, attributed_to = attribution.author(record.author)
    created_at = attribution.moment(record.created_at)
    return Thread(
        workspace_id=applied.work.workspace_id,
        work_id=applied.work.pk,
        passage_id=applied.passages[planned.reference] if planned.reference else None,
        state=record.state,
        category=record.category,
        severity=record.severity,
        assignee=(assignee := attribution.account(record.assignee)),
        meant_for="" if assignee else record.assignee,
        labels=joined_labels(record.labels),
        due_on=date.fromisoformat(record.due_on) if record.due_on else None,
        created_by=author,
        attributed_to=attributed_to,
        created_at=created_at,
        updated_at=attribution.moment(record.updated_at) if record.updated_at else created_at,
    )


def _variants_of(planned: Iterable[PlannedThread], applied: AppliedTexts) -> dict[Cell, int]:
    """Return the primary keys of the variants of the threads' passages."""
    references = {applied.passages[one.reference]: one.reference for one in planned if one.reference}
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


def _make_moves(
    planned: Sequence[PlannedThread],
    anchors: Sequence[Sequence[Anchor]],
    applied: AppliedTexts,
    attribution: Attribution,
) -> None:
    """Write what became of the anchors before."""
    found = [
        (move, anchor, record.siglum)
        for one, rows in zip(planned, anchors, strict=True)
        for record, anchor, moves in zip(one.record.anchors, rows, one.moves, strict=True)
        for move in moves
    ]
    origins = _origins([(move.from_passage, siglum) for move, _, siglum in found if move.from_passage], applied)
    AnchorMove.objects.bulk_create(
        (_move(move, anchor, origins.get((move.from_passage, siglum)), attribution) for move, anchor, siglum in found),
        batch_size=_BATCH,
    )


def _origins(cells: Sequence[Cell], applied: AppliedTexts) -> dict[Cell, int]:
    """Return the primary keys of the variants of other passages in which anchors stood before."""
    if not cells:
        return {}
    passages = {applied.passages[reference] for reference, _ in cells if reference in applied.passages}
    rows = Variant.objects.filter(passage__in=passages, work=applied.work)
    columns = rows.values_list("passage__reference", "translation__siglum", "pk")
    return {(reference, siglum): pk for reference, siglum, pk in columns}


def _move(record: MoveRecord, anchor: Anchor, origin: int | None, attribution: Attribution) -> AnchorMove:
    actor, attributed_to = attribution.author(record.author)
    return AnchorMove(
        workspace_id=anchor.workspace_id,
        anchor=anchor,
        kind=record.kind,
        from_variant_id=origin,
        from_revision=record.from_revision,
        from_quote=record.from_quote,
        to_revision=record.to_revision,
        to_quote=record.to_quote,
        actor=actor,
        attributed_to=attributed_to,
        created_at=attribution.moment(record.created_at),
    )


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
        meant=record.meant,
        meant_revision=planned.revisions[position] if record.meant else None,
        meant_start=record.start if record.meant else None,
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


def _make_replies(replies: Sequence[tuple[int, CommentRecord]], attribution: Attribution) -> None:
    """Write new comments of threads that are there, which become newer by it."""
    threads = Thread.objects.in_bulk({pk for pk, _ in replies})
    Comment.objects.bulk_create(
        (_comment(record, threads[pk], attribution) for pk, record in replies), batch_size=_BATCH
    )
    Thread.objects.filter(pk__in=list(threads)).update(updated_at=attribution.now)


def _comment(record: CommentRecord, thread: Thread, attribution: Attribution) -> Comment:
    author, attributed_to = attribution.author(record.author)
    return Comment(
        workspace_id=thread.workspace_id,
        thread=thread,
        body=record.body,
        folded=fold(record.body),
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
    revisions = _revision_pks({anchor.variant_id for _, _, anchor, number in found if number})
    made = Suggestion.objects.bulk_create(
        _suggestion(record, comment, anchor, revisions.get((anchor.variant_id, number or 0)), attribution)
        for record, comment, anchor, number in found
    )
    _name_successors(planned, comments, made)


def _name_successors(
    planned: Sequence[PlannedThread], comments: Sequence[Sequence[Comment]], made: Iterable[Suggestion]
) -> None:
    """Say of suggestions which other took their place. One statement, none where none did."""
    by_comment = {suggestion.comment_id: suggestion for suggestion in made}
    changed = []
    for one, rows in zip(planned, comments, strict=True):
        for record, comment in zip(one.record.comments, rows, strict=True):
            if record.suggestion and record.suggestion.superseded_by:
                changed.append(by_comment[comment.pk])
                changed[-1].superseded_by = by_comment[rows[record.suggestion.superseded_by - 1].pk]
    Suggestion.objects.bulk_update(changed, ["superseded_by"], batch_size=_BATCH)


def _revision_pks(variants: set[int]) -> dict[tuple[int, int], int]:
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
        base=record.base,
        written=record.written,
        state=record.state,
        reason=record.reason,
        decided_by=decider,
        decider_attributed_to=attributed_to,
        decided_at=attribution.moment(record.decided_at) if record.decided_at else None,
        revision_id=revision,
    )
