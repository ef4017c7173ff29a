"""Asking for imports, exports and deletions that take long, and not wanting them any more."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from functools import partial

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from workbench.accounts.models import Role, User, Workspace
from workbench.accounts.permissions import require_role
from workbench.corpus import limits
from workbench.corpus.actions.writing import stale
from workbench.corpus.models import Job, Upload, Work
from workbench.corpus.transfer import ImportOptions
from workbench.corpus.transfer.uploads import forget_upload
from workbench.interchange.registry import FORMATS
from workbench.review.errors import Conflict, Invalid
from workbench.review.tasks import run_job_soon
from workbench.review.transfer.files import SourceFile
from workbench.review.transfer.jobs import MAKERS, as_said

__all__ = [
    "DELETED_AT_ONCE",
    "KEPT_FOR",
    "ask_deletion",
    "ask_export",
    "ask_import",
    "ask_made",
    "cancel_job",
    "is_deleted_at_once",
]

KEPT_FOR = timedelta(days=1)
KEPT_FOR_EACH = 10
OPEN_AT_MOST = 5
DELETED_AT_ONCE = 3_000  # texts of a work: well under a second


@transaction.atomic
def ask_import(
    *,
    actor: User,
    workspace: Workspace,
    work: Work | None,
    file: SourceFile,
    options: ImportOptions,
    mark: str = "",
    upload: Upload | None = None,
) -> Job:
    """Let a file be imported when there is time: what `import_file` does, or (with the `mark` of a preview, whose
    `upload` is taken) `confirm_import`.

    Raises `NotAllowed` below the role of editor, `Invalid` for a file that is empty or too large, `Conflict` for an
    upload that is gone and where the person has many jobs waiting.
    """
    require_role(actor, workspace, Role.EDITOR)
    if not 0 < len(file.data) <= settings.IMPORT_MAX_BYTES:
        message = gettext("A file of 1 to %(import_max_bytes)s bytes is expected; it has %(data)s.") % {
            "import_max_bytes": f"{settings.IMPORT_MAX_BYTES:,}",
            "data": f"{len(file.data):,}",
        }
        raise Invalid.field("file", message, code="too_large" if file.data else "required")
    if upload is not None and not forget_upload(actor=actor, upload=upload):
        raise Conflict(gettext("This file is being imported already, or was thrown away."), code="gone")
    said = as_said(file, options, mark)
    name = file.name[-limits.LINE :] or "file"
    return _ask(actor, workspace, kind=Job.Kind.IMPORT, work=work, file_name=name, data=file.data, said=said)


@transaction.atomic
def ask_export(*, actor: User, work: Work, format_name: str, sigla: Sequence[str] = (), apparatus: str = "") -> Job:
    """Let a work become a file when there is time: what `export_file` does.

    Raises `Invalid` for an unknown format or apparatus, `Conflict` where the person has many jobs waiting.
    """
    require_role(actor, work.workspace_id, Role.READER)
    if format_name not in FORMATS:
        raise Invalid.field(
            "format",
            gettext("One of %(formats)s is expected.") % {"formats": ", ".join(FORMATS)},
            code="unknown_format",
        )
    if apparatus and apparatus not in (ways := FORMATS[format_name].apparatus):
        one_of = gettext("One of %(known)s is expected.") % {"known": ", ".join(ways)}
        expected = one_of if ways else gettext("%(format)s has no apparatus.") % {"format": format_name}
        raise Invalid.field("apparatus", expected, code="unknown_apparatus")
    said = {"format": format_name, "translations": list(sigla), "apparatus": apparatus}
    return _ask(actor, work.workspace, kind=Job.Kind.EXPORT, work=work, file_name=work.slug, data=b"", said=said)


@transaction.atomic
def ask_made(*, actor: User, work: Work, name: str, wishes: Mapping[str, object]) -> Job:
    """Let a work become what is no format of ours, when there is time (`jobs.let_make`), as `wishes` tell its maker.

    Raises `Invalid` for a name that nobody makes anything by, `Conflict` where the person has many jobs waiting.
    """
    require_role(actor, work.workspace_id, Role.READER)
    if name not in MAKERS:
        raise Invalid.field(
            "format", gettext("One of %(makers)s is expected.") % {"makers": ", ".join(MAKERS)}, code="unknown_format"
        )
    said = {"format": name, "translations": [], "wishes": dict(wishes)}
    return _ask(actor, work.workspace, kind=Job.Kind.EXPORT, work=work, file_name=work.slug, data=b"", said=said)


def is_deleted_at_once(work: Work) -> bool:
    """Tell whether a work is so small that nobody waits while it is deleted. One query."""
    return work.variants.all()[: DELETED_AT_ONCE + 1].count() <= DELETED_AT_ONCE


@transaction.atomic
def ask_deletion(*, actor: User, work: Work, version: int) -> Job:
    """Let a work be deleted when there is time: what `delete_work` does, all or nothing.

    Raises `NotAllowed` below the role of owner, `Stale` for another version than the work has, `Conflict` where its
    deletion was asked already and where the person has many jobs waiting.
    """
    require_role(actor, work.workspace_id, Role.OWNER)
    if not Work.objects.filter(pk=work.pk, version=version).exists():
        raise stale(work)
    asked = Job.objects.filter(work=work, kind=Job.Kind.DELETION, state__in=[Job.State.WAITING, Job.State.RUNNING])
    if asked.exists():
        raise Conflict(gettext("It is being deleted already."), code="asked_already")
    said = {"version": version}
    return _ask(actor, work.workspace, kind=Job.Kind.DELETION, work=work, file_name=work.title, data=b"", said=said)


@transaction.atomic
def cancel_job(*, actor: User, job: Job) -> Job:
    """Want a job no more: one that waits is not begun, one that runs is broken off, and nothing of it is written.

    Raises `Conflict` for one that is over.
    """
    now = timezone.now()
    own = Job.objects.visible_to(actor).filter(pk=job.pk, state__in=[Job.State.WAITING, Job.State.RUNNING])
    if not own.update(state=Job.State.CANCELLED, ended_at=now, data=b""):
        raise Conflict(gettext("This is over already."), code="over")
    job.parts.all().delete()
    job.refresh_from_db()
    return job


def _ask(actor: User, workspace: Workspace, **fields: object) -> Job:
    own = Job.objects.filter(created_by=actor)
    if own.filter(state__in=[Job.State.WAITING, Job.State.RUNNING]).count() >= OPEN_AT_MOST:
        message = gettext(
            "At most %(open_at_most)s imports, exports and deletions wait for one person. Try again when one is over."
        ) % {"open_at_most": OPEN_AT_MOST}
        raise Conflict(message, code="too_many_jobs")
    now = timezone.now()
    over = own.exclude(state__in=[Job.State.WAITING, Job.State.RUNNING])
    _forget(over.filter(created_at__lt=now - KEPT_FOR).values_list("pk", flat=True))
    _forget(over.order_by("-created_at", "-pk").values_list("pk", flat=True)[KEPT_FOR_EACH:])
    job = Job.objects.create(workspace=workspace, created_by=actor, created_at=now, **fields)
    transaction.on_commit(partial(run_job_soon, job.pk))
    return job


def _forget(pks: Iterable[int]) -> None:
    Job.objects.filter(pk__in=list(pks)).delete()
