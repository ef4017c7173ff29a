"""`manage.py import_texts`: files into a work, all of them or none, with a dry run and a progress bar."""

import gc
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from django.core.management.base import BaseCommand, CommandError

from workbench.accounts.errors import Refused
from workbench.accounts.models import User
from workbench.corpus.actions.translations import DESCRIBED
from workbench.corpus.models import Import, Passage
from workbench.corpus.transfer.options import Existing, Match
from workbench.interchange.limits import MAX_SIGLUM
from workbench.interchange.numberings import NUMBERINGS
from workbench.interchange.options import Boilerplate, Changes, Header, Layout, Quoting, ReadOptions, Split
from workbench.interchange.registry import FORMATS
from workbench.review.management.arguments import add_place, explain, find_place, find_work
from workbench.review.management.progress import ProgressBar
from workbench.review.transfer import Batch, ImportOptions, SourceFile, import_files, try_files

_DESCRIBED_HELP = "of the translation, one for each file, where it does not say"


class Command(BaseCommand):
    """Import files through the one importer behind the command, the API and the page."""

    help = "Import files into a work (made if there is none): all of them, or nothing."
    requires_system_checks = ()  # they take longer than the import of a small file

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        add_place(parser)
        parser.add_argument("--work", default="", help="slug of the work; without it new works, as the file says")
        parser.add_argument("--title", default="", help="title of a new work")
        parser.add_argument("--format", choices=sorted(FORMATS), default="", help="default: by what the file is")
        parser.add_argument("--siglum", action="append", default=[], help="one for each file; default: the file's name")
        parser.add_argument(
            "--language", action="append", default=[], help="a BCP 47 tag, one for each file or for all"
        )
        for name in DESCRIBED:
            option = f"--{'translation-' * (name == 'title')}{name}"
            kept = f"said_{name}"
            parser.add_argument(option, action="append", default=[], dest=kept, help=_DESCRIBED_HELP)
        _add_reading(parser)
        parser.add_argument("--match", choices=get_args(Match), default="auto")
        parser.add_argument("--numbering", choices=["", *NUMBERINGS], default="", help="how the file counts verses")
        parser.add_argument("--existing", choices=get_args(Existing), default="refuse")
        parser.add_argument("--reason", default="", help="reason of the revisions that are written")
        parser.add_argument(
            "--person", action="append", default=[], metavar="NAME=USER", help="a name in the file is this account"
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, and change nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        gc.freeze()  # what the program is made of need not be looked at again
        batch = _batch(options, ProgressBar(self.stderr))
        try:
            reports = try_files(batch) if options["dry_run"] else import_files(batch)
        except Refused as refusal:
            raise CommandError(f"Nothing was imported. {explain(refusal)}") from refusal
        self.stdout.write("\n".join(line for done in reports for line in _describe(done)))
        if options["dry_run"]:
            self.stdout.write("This was a dry run: nothing was changed.")
        elif waiting := _count_waiting(reports):
            self.stdout.write(
                f"Still to be measured, by manage.py db_worker or measure: {waiting:,} passage{'s' * (waiting > 1)}."
            )


def _count_waiting(reports: Sequence[Import]) -> int:
    """Return how many passages of the works that texts went into are not measured yet."""
    return Passage.objects.filter(work__in={one.work_id for one in reports}, is_measured=False).count()


def _add_reading(parser: ArgumentParser) -> None:
    """Add what `ReadOptions` holds: what the file does not say itself."""
    parser.add_argument("--encoding", help="where the file is neither UTF-8 nor UTF-16 with a byte order mark")
    parser.add_argument("--split", choices=get_args(Split), default="paragraphs")
    parser.add_argument("--join-lines", action="store_true", help="join the lines of a hard-wrapped passage")
    parser.add_argument(
        "--boilerplate",
        "--furniture",  # as it was called
        choices=get_args(Boilerplate),
        default="keep",
        help="running heads and page numbers",
    )
    parser.add_argument("--header", choices=get_args(Header), default="auto", help="first row of a table")
    parser.add_argument("--columns", default="", help="of a table, to be taken: names or letters, with commas between")
    parser.add_argument(
        "--changes",
        choices=get_args(Changes),
        default="suggestions",
        help="what becomes of changes tracked in a document, or of del and add in TEI",
    )
    parser.add_argument("--called", default="", help="how the file's translations are called here: de=A; de 2=B")
    parser.add_argument("--layout", choices=get_args(Layout), default="auto")
    parser.add_argument("--delimiter", default="")
    parser.add_argument("--quoting", choices=get_args(Quoting), default="rfc4180")


def _batch(options: Mapping[str, Any], bar: ProgressBar) -> Batch:
    actor, workspace = find_place(options)
    return Batch(
        actor=actor,
        workspace=workspace,
        work=find_work(actor, workspace, options["work"]),
        files=[_source(path, index, options) for index, path in enumerate(options["files"])],
        options=_importing(options),
        people=_people(options["person"]),
        progress_of=lambda file: bar.begin(file.name),
    )


def _source(path: Path, index: int, options: Mapping[str, Any]) -> SourceFile:
    reading = ReadOptions(
        encoding=options["encoding"],
        siglum=_nth(options["siglum"], index, default=path.stem[:MAX_SIGLUM]),
        language=_nth(options["language"], index, default=_nth(options["language"], 0, default="")),
        split=options["split"],
        join_lines=options["join_lines"],
        boilerplate=options["boilerplate"],
        header=options["header"],
        columns=options["columns"],
        changes=options["changes"],
        called=options["called"],
        layout=options["layout"],
        delimiter=options["delimiter"].replace("\\t", "\t"),
        quoting=options["quoting"],
    )
    details = {name: _nth(options[f"said_{name}"], index, default="") for name in DESCRIBED}
    try:
        return SourceFile(path.name, path.read_bytes(), options["format"], reading, details)
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from error


def _importing(options: Mapping[str, Any]) -> ImportOptions:
    return ImportOptions(
        match=options["match"],
        existing=options["existing"],
        title=options["title"] or options["work"],
        slug=options["work"],
        reason=options["reason"],
        numbering=options["numbering"],
    )


def _people(pairs: list[str]) -> dict[str, User]:
    people = {}
    for pair in pairs:
        name, _, username = pair.partition("=")
        user = User.objects.filter(username=username).first()
        if user is None:
            raise CommandError(f"--person {pair}: there is no account {username!r}.")
        people[name] = user
    return people


def _nth(values: list[str], index: int, default: str) -> str:
    return values[index] if index < len(values) else default


def _describe(done: Import) -> Iterator[str]:
    yield from (f"note: {warning}" for warning in done.report["warnings"])
    for name, words in done.report["offered"]:
        option = f"--{'translation-' * (name == 'title')}{name}"
        yield f"note: the file says of itself “{words}”; {option} takes it for the translation."
    for work in done.report["works"]:
        yield f"{done.file_name} -> {work['title']}" + (" (new work)" if work["is_new"] else "")
        yield (
            f"  passages: {work['passages_made']:,} made, {work['passages_matched']:,} matched, "
            f"{work['passages_unmatched']:,} of the work not in the file"
        )
        yield (
            f"  variants: {work['variants_made']:,} made, {work['variants_changed']:,} changed, "
            f"{work['variants_unchanged']:,} unchanged, {work['conflicts']:,} kept against the file"
        )
        if work["threads_made"] or work["threads_unchanged"]:
            yield f"  threads:  {work['threads_made']:,} made, {work['threads_unchanged']:,} there already"
        yield from (f"  note: {warning}" for warning in work["warnings"])
