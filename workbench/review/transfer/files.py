"""Importing the bytes of a file: read, tried or done, and remembered as an `Import`."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.db import transaction
from django.utils.translation import gettext

from workbench.accounts.checks import checked_line
from workbench.accounts.models import Role, User, Workspace
from workbench.accounts.permissions import require_role
from workbench.corpus import limits
from workbench.corpus.models import Import, Work
from workbench.corpus.tasks import index_later, measure_later
from workbench.corpus.transfer import ImportOptions, Progress, Report
from workbench.interchange.document import Document
from workbench.interchange.errors import FormatError, Problem, WrongKind
from workbench.interchange.naming import parse_names, rename_translations
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import FORMATS, Format, Recognised, recognise_format
from workbench.review.errors import Invalid
from workbench.review.transfer.describing import described
from workbench.review.transfer.importing import import_document, plan_import
from workbench.review.transfer.naming import ask_which
from workbench.review.transfer.numbering import describe_numbering

__all__ = ["Batch", "SourceFile", "Unreadable", "import_file", "import_files", "preview_file", "read_file", "try_files"]


class Unreadable(Invalid):
    """The file is not what its format asks for. `problems` say what and where; `fields` has them by place.

    `headline` says what the file is, where it is something else altogether: "This is a PDF document".
    """

    code = "unreadable_file"

    def __init__(self, problems: tuple[Problem, ...], headline: str = "") -> None:
        self.problems = problems
        self.headline = headline
        places = {problem.where or "file": problem.message for problem in problems}
        super().__init__(f"The file cannot be read: {problems[0]}", fields=places)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that somebody brings: its format goes by `format_name`, else by its content, else by its name.

    `details` is what they know of its one translation, by `corpus.actions.DESCRIBED`, where the file does not say it.
    """

    name: str
    data: bytes
    format_name: str = ""
    reading: ReadOptions = field(default_factory=ReadOptions)
    details: Mapping[str, str] = field(default_factory=dict)

    @property
    def format(self) -> Format:
        """The format. Raises as `recognise` does."""
        return self.recognise().format

    def recognise(self) -> Recognised:
        """Return the format with what is to be said of it.

        Raises `Invalid` if nothing says which it is, and `Unreadable` for a file that is of no kind known here.
        """
        is_known = not self.format_name or self.format_name in FORMATS
        try:
            found = recognise_format(self.name, self.data, self.format_name) if is_known else None
        except WrongKind as error:
            raise Unreadable(error.problems, f"This is {error.kind}") from error
        if found is None:
            is_bare = gettext("This is text, and its name does not say of what kind. One of %(formats)s is expected.")
            is_other = gettext("One of %(formats)s is expected.")
            message = (is_bare if is_known else is_other) % {"formats": ", ".join(FORMATS)}
            raise Invalid.field("format", message, code="unknown_format")
        return found


def read_file(file: SourceFile) -> Document:
    """Return what a file says. Raises `Unreadable` with the places of what is wrong."""
    recognised = file.recognise()
    try:
        document = recognised.format.read(file.data, file.reading)
        if names := parse_names(file.reading.called):
            document = rename_translations(document, names)
    except FormatError as error:
        raise Unreadable(error.problems) from error
    remarks = (recognised.remark,) if recognised.remark else ()
    return described(replace(document, warnings=(*remarks, *document.warnings)), file.details)


def preview_file(
    *, actor: User, workspace: Workspace, work: Work | None, file: SourceFile, options: ImportOptions
) -> Import:
    """Say what `import_file` would do, and remember that it was asked; `report` of the result says it."""
    require_role(actor, workspace, Role.EDITOR)
    document = read_file(file)
    ask_which(document, work, file.reading.called)
    report = plan_import(actor=actor, workspace=workspace, document=document, work=work, options=options)
    report = _with_numbering(report, document, work, options)
    return _remember(actor, workspace, work, file, report, is_dry_run=True)


def import_file(
    *,
    actor: User,
    workspace: Workspace,
    work: Work | None,
    file: SourceFile,
    options: ImportOptions,
    people: Mapping[str, User] | None = None,
) -> Import:
    """Import a file into `work`, or (None) into new works: all of it, or nothing. The result's `work` is the first.

    Raises what `read_file` and `import_document` raise.
    """
    one = Batch(actor, workspace, work, (file,), options, people or {})
    return import_files(one)[0]


@dataclass(frozen=True, slots=True)
class Batch:
    """Files that go in together: into `work`; or (None) the first makes new works and, where the options name a
    slug, the others go into the one of that name.

    `progress_of` is asked for a file's progress when its turn comes; `finish` is called when all is written,
    in the same transaction.
    """

    actor: User
    workspace: Workspace
    work: Work | None
    files: Sequence[SourceFile]
    options: ImportOptions
    people: Mapping[str, User] = field(default_factory=dict)
    progress_of: Callable[[SourceFile], Progress | None] = lambda _: None
    finish: Callable[[list[Import]], None] = lambda _: None


def import_files(batch: Batch) -> list[Import]:
    """Import all files of the batch, or nothing; then let it be measured how far the variants part."""
    documents = _read_all(batch)
    with transaction.atomic():
        done = list(_import_all(batch, documents))
        for work in {one.work for one in done if one.work}:
            measure_later(work.pk)
            index_later(work.pk)
        batch.finish(done)
    return done


def try_files(batch: Batch) -> list[Import]:
    """Do the same and take it back: what is returned says what would happen, and is not stored."""
    documents = _read_all(batch)
    with transaction.atomic():
        done = list(_import_all(batch, documents, _with_numbering))
        transaction.set_rollback(True)
    return done


def _read_all(batch: Batch) -> list[Document]:
    """Read before the transaction begins: reading takes its time, and writers wait for each other."""
    require_role(batch.actor, batch.workspace, Role.EDITOR)
    return [read_file(file) for file in batch.files]


def _with_numbering(report: Report, document: Document, work: Work | None, options: ImportOptions) -> Report:
    """Return the report with what seems wrong with the numbering of the first work; only previews take the time."""
    if work is None or not report.works:
        return report
    said = describe_numbering(document.works[0], work, options)
    first = replace(report.works[0], warnings=(*report.works[0].warnings, *said))
    return replace(report, works=(first, *report.works[1:]))


def _as_it_is(report: Report, document: Document, work: Work | None, options: ImportOptions) -> Report:
    return report


def _import_all(
    batch: Batch,
    documents: Sequence[Document],
    completed: Callable[[Report, Document, Work | None, ImportOptions], Report] = _as_it_is,
) -> Iterator[Import]:
    work = batch.work
    for file, document in zip(batch.files, documents, strict=True):
        ask_which(document, work, file.reading.called)
        imported = import_document(
            actor=batch.actor,
            workspace=batch.workspace,
            document=document,
            work=work,
            options=batch.options,
            people=batch.people,
            progress=batch.progress_of(file),
        )
        first = imported.works[0] if imported.works else None
        work = work or (first if batch.options.slug else None)
        report = completed(imported.report, document, first, batch.options)
        yield _remember(batch.actor, batch.workspace, first, file, report, is_dry_run=False)


def _remember(
    actor: User, workspace: Workspace, work: Work | None, file: SourceFile, report: Report, *, is_dry_run: bool
) -> Import:
    return Import.objects.create(
        workspace=workspace,
        work=work,
        file_name=checked_line("file_name", file.name[-limits.LINE :], maximum=limits.LINE),
        format=file.format.name,
        is_dry_run=is_dry_run,
        report=report.as_json(),
        created_by=actor,
    )
