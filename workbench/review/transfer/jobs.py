"""Imports, exports and deletions, carried out by whoever takes them: each once, whatever happens to the worker.

Whoever carries a job out has claimed it, and says every few seconds that they are at it; the last step of an import is,
in the transaction that writes its texts, to say that it is done. A worker that was thought dead and is not then finds
its claim gone, and its texts are not written.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from tempfile import TemporaryFile
from uuid import uuid4

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext, override

from workbench.accounts.errors import Refused
from workbench.corpus.actions import delete_work
from workbench.corpus.models import Import, Job, JobPart
from workbench.corpus.transfer import ImportOptions
from workbench.interchange.options import options_from
from workbench.review.errors import Conflict
from workbench.review.transfer.exporting import (
    ExportedFile,
    StreamedFile,
    export_file,
    is_streamed,
    stream_file,
)
from workbench.review.transfer.files import Batch, SourceFile, import_files
from workbench.review.transfer.previews import preview_import

__all__ = ["MAKERS", "Gone", "Pulse", "as_said", "carry_out", "let_make"]

BEAT = 3.0  # seconds
_PART = 1_000_000  # bytes
Maker = Callable[[Job, Callable[[int, int], None]], ExportedFile | StreamedFile]
"""Makes a file of a job's work, and tells how many steps are done of how many."""
MAKERS: dict[str, Maker] = {}


class Gone(Exception):
    """The job was cancelled, or somebody else has it."""


@dataclass
class Pulse:
    """How far a job is, told to whoever asks: `is_gone` when nobody waits for it any more."""

    job: int
    worker: str
    finished: int = 0
    total: int = 0
    is_gone: bool = False
    over: threading.Event = field(default_factory=threading.Event)

    def __call__(self, finished: int, total: int) -> None:
        """Take note of how far it is. Raises `Gone` where it should not go on."""
        self.finished, self.total = finished, total
        if self.is_gone:
            raise Gone

    def tell(self) -> None:
        """Say that somebody is at it, and how far; find out whether it is still wanted."""
        told = _claimed(self.job, self.worker).update(beat_at=timezone.now(), finished=self.finished, total=self.total)
        self.is_gone = not told


def let_make(name: str, maker: Maker) -> None:
    """Let exports by a name that is no format's be made by a layer above; said once, when that is ready."""
    MAKERS[name] = maker


def as_said(file: SourceFile, options: ImportOptions, mark: str) -> dict[str, object]:
    """Return how a file is to be read and how it meets the work, as a job keeps it."""
    return {
        "format": file.format_name,
        "reading": asdict(file.reading),
        "details": dict(file.details),
        "options": asdict(options),
        "mark": mark,
    }


@override(settings.LANGUAGE_CODE)
def carry_out(pk: int, *, is_alone: bool = False) -> bool:
    """Carry a job out, if it waits or its worker is gone; say whether it was carried out to its end.

    `is_alone`: nobody else can look meanwhile, so nobody is told how far it is. What is kept of it is in English.
    """
    worker = uuid4().hex
    if not _claim(pk, worker):
        return False
    job = Job.objects.select_related("workspace", "work", "created_by").get(pk=pk)
    pulse = Pulse(pk, worker)
    try:
        with _told(pulse, is_alone=is_alone):
            _KINDS[job.kind](job, pulse)
    except Gone:
        return False
    except Refused as refusal:
        _end(pulse, Job.State.FAILED, outcome={"detail": refusal.detail, "code": refusal.code})
        return False
    except BaseException:
        _end(
            pulse, Job.State.FAILED, outcome={"detail": "The workbench failed. Nothing was changed.", "code": "failed"}
        )
        raise
    return True


def _claim(pk: int, worker: str) -> bool:
    found = Job.objects.free().filter(pk=pk)
    return bool(found.update(state=Job.State.RUNNING, worker=worker, beat_at=timezone.now(), finished=0, total=0))


def _claimed(pk: int, worker: str) -> QuerySet[Job]:
    return Job.objects.filter(pk=pk, worker=worker, state=Job.State.RUNNING)


def _end(pulse: Pulse, state: str, **fields: object) -> None:
    """Say that it is over. Raises `Gone` if it is not ours any more."""
    ended = {"state": state, "ended_at": timezone.now(), "finished": pulse.finished, "total": pulse.total, **fields}
    if not _claimed(pulse.job, pulse.worker).update(**ended):
        raise Gone


@contextmanager
def _told(pulse: Pulse, *, is_alone: bool) -> Iterator[None]:
    """Let somebody beside this thread say every few seconds how far it is."""
    if is_alone:
        yield
        return
    teller = threading.Thread(target=_tell_until_over, args=(pulse,), daemon=True)
    teller.start()
    try:
        yield
    finally:
        pulse.over.set()
        teller.join()


def _tell_until_over(pulse: Pulse) -> None:
    try:
        while not pulse.over.wait(BEAT):
            try:
                pulse.tell()
            except DatabaseError:  # SQLite: the import itself holds the database; nobody else can take it meanwhile
                connection.close()
    finally:
        connection.close()


def _import(job: Job, pulse: Pulse) -> None:
    said = job.said
    file = SourceFile(job.file_name, bytes(job.data), said["format"], options_from(said["reading"]), said["details"])
    options = ImportOptions(**said["options"])
    if said["mark"]:
        _check_mark(job, file, options)

    def finish(done: list[Import]) -> None:
        _end(pulse, Job.State.DONE, done_import=done[0], work=done[0].work, data=b"")

    import_files(
        Batch(job.created_by, job.workspace, job.work, (file,), options, progress_of=lambda _: pulse, finish=finish)
    )


def _check_mark(job: Job, file: SourceFile, options: ImportOptions) -> None:
    """Refuse what is not what was looked at. Raises `Conflict`."""
    now = preview_import(
        actor=job.created_by, workspace=job.workspace, work=job.work, file=file, options=options, count=0
    )
    if now.mark != job.said["mark"] and now.conflict is None:
        raise Conflict(
            gettext("The work changed after you looked. Look once more before you confirm."), code="changed_since"
        )


def _export(job: Job, pulse: Pulse) -> None:
    if job.work is None:
        raise Conflict(gettext("The work is gone."), code="gone")
    file = MAKERS.get(job.said["format"], _write_format)(job, pulse)
    data = file.data if isinstance(file, ExportedFile) else _keep_parts(job, file.pieces)
    named = {"file_name": file.name[-300:], "media_type": file.media_type}
    with transaction.atomic():
        _end(pulse, Job.State.DONE, data=data, outcome={"losses": list(file.losses)}, **named)


def _keep_parts(job: Job, pieces: Iterator[bytes]) -> bytes:
    """Keep a file in parts, each written by itself, in the place of what an earlier attempt left; nothing remains.

    It is made first: what it is read from is held still, and others would wait for what is written meanwhile.
    """
    job.parts.all().delete()
    with TemporaryFile() as file:
        file.writelines(pieces)
        file.seek(0)
        for number, data in enumerate(iter(lambda: file.read(_PART), b"")):
            JobPart.objects.create(workspace_id=job.workspace_id, job=job, number=number, data=data)
    return b""


def _write_format(job: Job, pulse: Callable[[int, int], None]) -> ExportedFile | StreamedFile:
    assert job.work is not None
    said = job.said
    if not said.get("apparatus") and is_streamed(work=job.work, format_name=said["format"]):
        way = {"format_name": said["format"], "sigla": said["translations"], "progress": pulse}
        return stream_file(actor=job.created_by, work=job.work, **way)
    return export_file(
        actor=job.created_by,
        work=job.work,
        format_name=said["format"],
        sigla=said["translations"],
        apparatus=said.get("apparatus", ""),
    )


def _delete(job: Job, pulse: Pulse) -> None:
    """Delete the work in one transaction, whose last step says that it is done: cancelled meanwhile, it stays."""
    if job.work is None:
        raise Conflict(gettext("The work is gone."), code="gone")
    with transaction.atomic():
        delete_work(actor=job.created_by, work=job.work, version=job.said["version"])
        _end(pulse, Job.State.DONE)


_KINDS: dict[str, Callable[[Job, Pulse], None]] = {
    Job.Kind.IMPORT: _import,
    Job.Kind.EXPORT: _export,
    Job.Kind.DELETION: _delete,
}
