"""Importing a document: found out first, then all of it or nothing."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext

from workbench.accounts.checks import checked_line
from workbench.accounts.models import Role, User, Workspace
from workbench.accounts.permissions import require_role
from workbench.corpus import limits
from workbench.corpus.models import Presence, Variant, Work
from workbench.corpus.recording import record_about
from workbench.corpus.transfer import (
    Attribution,
    ImportOptions,
    Progress,
    Report,
    TextPlan,
    WorkReport,
    apply_corrections,
    apply_relations,
    apply_texts,
    check_relations,
    describe_left_out,
    plan_texts,
    report_texts,
)
from workbench.interchange.document import Document, WorkRecord
from workbench.journal.kinds import Kind
from workbench.review.anchoring import carry_anchors
from workbench.review.classification import lists_of
from workbench.review.errors import Conflict, Invalid
from workbench.review.models import Anchor
from workbench.review.transfer.threads_plan import ThreadPlan, plan_threads
from workbench.review.transfer.threads_rows import apply_threads

__all__ = ["Imported", "import_document", "plan_import"]


@dataclass(frozen=True, slots=True)
class Imported:
    """The works that were made or filled, in the order of the document, and what was done."""

    works: tuple[Work, ...]
    report: Report


def plan_import(
    *, actor: User, workspace: Workspace, document: Document, work: Work | None, options: ImportOptions
) -> Report:
    """Say what `import_document` would do. Writes nothing; raises what it would raise before writing."""
    plans = _plans(actor, workspace, document, work, options)
    return _report(plans, document)


def import_document(
    *,
    actor: User,
    workspace: Workspace,
    document: Document,
    work: Work | None,
    options: ImportOptions,
    people: Mapping[str, User] | None = None,
    progress: Progress | None = None,
) -> Imported:
    """Import a document into `work`, or (None) into a new work for each of its works: all of it, or nothing.

    Names in the document are attributions; `people` says which accounts they are, and only an operator
    may say so. Raises `NotAllowed` below the role of editor, `Invalid` for a document that does not
    fit, `Conflict` for a slug that is taken, for texts that differ where the options refuse that, and
    if somebody else wrote at the same time.
    """
    attribution = Attribution(actor, timezone.now(), people or {})
    try:
        with transaction.atomic():
            plans = _plans(actor, workspace, document, work, options, people or {})
            works = tuple(_apply(texts, threads, workspace, attribution, progress) for texts, threads in plans)
            imported = Imported(works, _report(plans, document, works))
            _record(actor, works, imported.report)
            return imported
    except IntegrityError as error:
        message = gettext("Somebody else changed the work in the meantime; nothing was imported.")
        raise Conflict(message, code="stale") from error


def _plans(
    actor: User,
    workspace: Workspace,
    document: Document,
    work: Work | None,
    options: ImportOptions,
    people: Collection[str] = (),
) -> list[tuple[TextPlan, ThreadPlan]]:
    require_role(actor, workspace, Role.EDITOR)
    options = _checked(options)
    if work is not None and work.workspace_id != workspace.pk:
        raise Invalid.field("work", gettext("A work of this workspace is expected."), code="other_workspace")
    if work is not None and len(document.works) != 1:
        message = gettext("A file with one work is expected here; this one has %(works)s.") % {
            "works": len(document.works)
        }
        raise Invalid.field("file", message, code="several_works")
    return [_plan(record, work, workspace, options, people) for record in document.works]


def _plan(
    record: WorkRecord, work: Work | None, workspace: Workspace, options: ImportOptions, people: Collection[str]
) -> tuple[TextPlan, ThreadPlan]:
    if work is None:
        _check_new(record, workspace, options)
    texts = plan_texts(record, work, options)
    check_relations(record, workspace)
    threads = plan_threads(texts, people)
    more = (*_unlisted(threads, workspace), *describe_left_out(texts))
    return texts, replace(threads, warnings=(*threads.warnings, *more))


def _unlisted(threads: ThreadPlan, workspace: Workspace) -> Iterator[str]:
    """Say which names threads are classified by that the workspace's lists do not have. They keep them."""
    if not threads.made:
        return
    lists = lists_of(workspace.pk)
    known = {"", *dict(lists.category_choices), *dict(lists.severity_choices)}
    used = Counter(name for one in threads.made for name in (one.record.category, one.record.severity))
    for name, number in sorted(used.items()):
        if name not in known:
            yield f"{number} threads are classified as {name}, which is not on the workspace’s list; they keep it."


def _checked(options: ImportOptions) -> ImportOptions:
    """Return the options with their lines trimmed; raise `Invalid` for what may not be stored."""
    if options.slug and slugify(options.slug) != options.slug:
        raise Invalid.field(
            "slug", gettext("Lower-case letters, digits and hyphens are expected."), code="invalid_slug"
        )
    return replace(
        options,
        title=checked_line("title", options.title, maximum=limits.TITLE),
        slug=checked_line("slug", options.slug, maximum=limits.SLUG),
        reason=checked_line("reason", options.reason, maximum=limits.REASON),
    )


def _check_new(record: WorkRecord, workspace: Workspace, options: ImportOptions) -> None:
    if not checked_line("title", options.title or record.title, maximum=limits.TITLE):
        raise Invalid.field("title", gettext("A title for the new work is expected."), code="required")
    slug = options.slug_for(record.slug)
    if slug and Work.objects.filter(workspace=workspace, slug=slug).exists():
        by_slug = gettext("There is a work called %(slug)s. Import into it, or give the new one another slug.")
        by_title = gettext("There is a work called %(slug)s. Import into it, or give the new one another title.")
        message = (by_slug if options.slug else by_title) % {"slug": slug}
        raise Conflict(message, code="taken", fields={"slug": gettext("Another one is expected.")})


def _apply(
    texts: TextPlan,
    threads: ThreadPlan,
    workspace: Workspace,
    attribution: Attribution,
    progress: Progress | None,
) -> Work:
    applied = apply_texts(texts, workspace=workspace, attribution=attribution, progress=progress)
    if texts.options.existing == "revise":
        _carry_anchors(texts, attribution.actor, attribution.now)
    apply_threads(threads, applied, attribution)
    apply_relations(texts.record, applied, attribution)
    apply_corrections(texts.record, applied, attribution)
    Work.objects.filter(pk=applied.work.pk).update(updated_at=attribution.now)
    return applied.work


def _record(actor: User, works: Sequence[Work], report: Report) -> None:
    """Record each work's import as one event: its revisions and discussions are on record themselves."""
    names = ("passages_made", "variants_made", "variants_changed", "threads_made", "comments_made")
    for work, done in zip(works, report.works, strict=True):
        record_about(actor, Kind.WORK_IMPORTED, work, after={name: getattr(done, name) for name in names})


def _carry_anchors(texts: TextPlan, actor: User, now: datetime) -> None:
    """Take the anchors of revised variants along, as every change of a text does."""
    before = {change.stored.pk: change.stored for change in texts.changes}
    anchors = Anchor.objects.filter(variant__work=texts.work)
    spoken_of = set(anchors.values_list("variant_id", flat=True)) & before.keys()
    for variant in Variant.objects.filter(pk__in=spoken_of):
        stored = before[variant.pk]
        carry_anchors(
            actor=actor,
            variant=variant,
            before=stored.text if stored.presence == Presence.PRESENT else "",
            now=now,
        )


def _report(plans: Sequence[tuple[TextPlan, ThreadPlan]], document: Document, works: Sequence[Work] = ()) -> Report:
    reports = [_report_work(texts, threads) for texts, threads in plans]
    for index, work in enumerate(works):
        reports[index] = replace(reports[index], slug=work.slug)
    return Report(tuple(reports), document.warnings, document.offered)


def _report_work(texts: TextPlan, threads: ThreadPlan) -> WorkReport:
    report = report_texts(texts)
    return replace(
        report,
        threads_made=len(threads.made),
        threads_unchanged=threads.unchanged,
        comments_made=sum(len(thread.record.comments) for thread in threads.made) + len(threads.replies),
        warnings=(*report.warnings, *threads.warnings),
    )
