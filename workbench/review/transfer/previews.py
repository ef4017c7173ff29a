"""An import in two steps: looked at first, then confirmed. What is done is what was looked at, or nothing."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext

from workbench.accounts.models import Role, User, Workspace
from workbench.accounts.permissions import require_role
from workbench.corpus.models import Import, Translation, Upload, Work
from workbench.corpus.transfer import ImportOptions, Report, TextPlan, plan_texts
from workbench.corpus.transfer.facing import FacingRow, count_rows, face_texts
from workbench.corpus.transfer.uploads import forget_upload
from workbench.interchange.document import Document
from workbench.review.errors import Conflict, Invalid
from workbench.review.transfer.files import SourceFile, import_file, read_file
from workbench.review.transfer.importing import plan_import
from workbench.review.transfer.naming import ask_which
from workbench.review.transfer.numbering import choose_facing, describe_shifts

__all__ = ["Preview", "confirm_import", "preview_import"]


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do. `rows` are a page of the first work's, of `row_count`.

    `conflict` says why it cannot be done with these choices; then `report` tells what it would do if differing texts
    were kept. `mark` stands for all of it, and for the texts of the work as they are now. `shifts`, found out for the
    first page only, say where passages that are called the same do not read the same.
    """

    report: Report
    conflict: Conflict | None
    rows: Sequence[FacingRow]
    row_count: int
    sigla: Sequence[str]
    languages: Mapping[str, str]
    beside: Translation | None
    mark: str
    shifts: Sequence[str] = ()


def preview_import(
    *,
    actor: User,
    workspace: Workspace,
    work: Work | None,
    file: SourceFile,
    options: ImportOptions,
    beside: str = "",
    start: int = 0,
    count: int = 50,
) -> Preview:
    """Say what importing the file would do, with `count` of its passages beside the translation `beside`.

    Writes nothing. Raises what `import_file` would raise, but for differing texts, which it shows.
    """
    require_role(actor, workspace, Role.EDITOR)
    document = read_file(file)
    if not document.works:
        raise Invalid.field("file", gettext("A file with a work in it is expected."), code="no_work")
    ask_which(document, work, file.reading.called)
    report, conflict = _report(actor, workspace, work, document, options)
    plan = _plan(document, work, options)
    facing = choose_facing(work, plan, beside) if work else None
    return Preview(
        report=report,
        conflict=conflict,
        rows=face_texts(plan, beside=facing, start=start, count=count),
        row_count=count_rows(plan),
        sigla=[record.siglum for record, _ in plan.translations],
        languages={record.siglum: _language(record.language, there) for record, there in plan.translations},
        beside=facing,
        mark=_mark(report, plan),
        shifts=describe_shifts(plan, facing) if facing and count and not start else (),
    )


def confirm_import(
    *, actor: User, upload: Upload, work: Work | None, file: SourceFile, options: ImportOptions, mark: str
) -> Import:
    """Import what was looked at in the preview with this `mark`, and forget the upload.

    Raises `Conflict` with the code `changed_since` if it would now do something else, and what `import_file` raises.
    """
    workspace = upload.workspace
    now = preview_import(actor=actor, workspace=workspace, work=work, file=file, options=options, count=0)
    if now.mark != mark and now.conflict is None:
        raise Conflict(
            gettext("The work changed after you looked. Look once more before you confirm."), code="changed_since"
        )
    _claim(actor, upload)
    try:
        return import_file(actor=actor, workspace=workspace, work=work, file=file, options=options)
    except BaseException:
        upload.save(force_insert=True)  # nothing was imported: it may be tried again
        raise


def _claim(actor: User, upload: Upload) -> None:
    """Take the upload away, which only one of several presses of the button can."""
    if not forget_upload(actor=actor, upload=upload):
        raise Conflict(gettext("This file is being imported already, or was thrown away."), code="gone")


def _report(
    actor: User, workspace: Workspace, work: Work | None, document: Document, options: ImportOptions
) -> tuple[Report, Conflict | None]:
    """Return the report; where differing texts forbid the import, that of one that keeps them, and the conflict."""
    try:
        return plan_import(actor=actor, workspace=workspace, document=document, work=work, options=options), None
    except Conflict as error:
        if error.code != "texts_differ":
            raise
        keeping = replace(options, existing="keep")
        return plan_import(actor=actor, workspace=workspace, document=document, work=work, options=keeping), error


def _plan(document: Document, work: Work | None, options: ImportOptions) -> TextPlan:
    """Plan the first work once more, for its rows: differing texts are no reason not to show them."""
    return plan_texts(document.works[0], work, replace(options, existing="keep"))


def _language(named: str, there: Translation | None) -> str:
    return there.language if there else named


def _mark(report: Report, plan: TextPlan) -> str:
    """Return a digest of what would be done and of the versions it would be done to."""
    versions = [(change.stored.pk, change.stored.version) for change in plan.changes]
    said = json.dumps([report.as_json(), versions, list(plan.unmatched)], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:32]
