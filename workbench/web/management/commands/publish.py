"""`manage.py publish SLUG --workspace W --as USER --to DIR`: a work as a folder of plain pages."""

from argparse import ArgumentParser
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from workbench.accounts.models import User
from workbench.corpus.models import Work
from workbench.interchange.errors import FormatError
from workbench.publishing.contents import read_record
from workbench.publishing.freezing import without_remarks
from workbench.publishing.models import FrozenState
from workbench.review.transfer import export_work
from workbench.web.publishing.book import write_book
from workbench.web.publishing.edition import Edition, write_edition, write_print_page
from workbench.web.publishing.printing import PAPERS, BrowserMissing, print_pdf

__all__ = ["Command"]


class Command(BaseCommand):
    """Write an edition."""

    help = "Write a work, or a frozen state of it, into a folder of plain HTML pages that need no server."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", help="the work")
        parser.add_argument("--workspace", required=True, help="its workspace's slug")
        parser.add_argument("--as", dest="user", required=True, metavar="USER", help="whose rights decide")
        parser.add_argument("--to", required=True, type=Path, metavar="DIR", help="a new or empty folder")
        parser.add_argument("--frozen", metavar="ADDRESS", help="a frozen state of it instead of the work as it stands")
        parser.add_argument("--paper", choices=PAPERS, default=PAPERS[0], help="what it is printed on")
        parser.add_argument("--epub", type=Path, metavar="FILE", help="also as an e-book (EPUB 3)")
        parser.add_argument("--pdf", type=Path, metavar="FILE", help="also as a PDF, printed by Chromium")
        parser.add_argument("--remarks", action="store_true", help="with the remarks and their authors' names")

    def handle(self, *args: Any, **options: Any) -> None:
        user = _found(User.objects.filter(username=options["user"], is_active=True).first(), "user", options["user"])
        rows = Work.objects.visible_to(user).filter(workspace__slug=options["workspace"], slug=options["slug"])
        work = _found(rows.first(), "work", f"{options['workspace']}/{options['slug']}")
        edition = replace(_edition(user, work, options), paper=options["paper"])
        try:
            written = list(write_edition(edition, options["to"]))
            if options["epub"]:
                write_book(edition, options["epub"])
            if options["pdf"]:
                print_pdf(write_print_page(edition, options["to"]), options["pdf"])
        except (FileExistsError, FormatError, BrowserMissing) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{len(written)} files written into {options['to']}: begin with index.html.")


def _edition(user: User, work: Work, options: dict[str, Any]) -> Edition:
    if address := options["frozen"]:
        rows = FrozenState.objects.visible_to(user).filter(work=work, address=address)
        state = _found(rows.first(), "frozen state of the work", address)
        return Edition(
            read_record(state), state.view, state.title, state.frozen_at.date(), f"/frozen/{address}/", state.digest
        )
    record = export_work(actor=user, work=work).works[0]
    if not options["remarks"]:
        record = without_remarks(record)
    if not record.translations:
        raise CommandError("The work has no translation yet.")
    return Edition(record, {"base": record.translations[0].siglum}, work.title, timezone.now().date())


def _found(row: Any, what: str, name: str) -> Any:
    if row is None:
        raise CommandError(f"There is no {what} {name} that may be seen.")
    return row
