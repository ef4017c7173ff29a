"""`manage.py publish SLUG --workspace W --as USER --to DIR`: a work as a folder of plain pages."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from workbench.accounts.models import User
from workbench.corpus.models import Work
from workbench.interchange.errors import FormatError
from workbench.publishing.errors import Invalid
from workbench.publishing.layouts import LAYOUTS, PAPERS
from workbench.web.publishing.book import write_book
from workbench.web.publishing.edition import write_edition, write_print_page
from workbench.web.publishing.packing import EditionWishes, choose_edition
from workbench.web.publishing.printing import BrowserMissing, print_pdf

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
        parser.add_argument("--paper", choices=PAPERS, default=next(iter(PAPERS)), help="what it is printed on")
        parser.add_argument(
            "--layout",
            choices=LAYOUTS,
            default=next(iter(LAYOUTS)),
            help="beside each other, facing, or with an apparatus",
        )
        parser.add_argument("--epub", type=Path, metavar="FILE", help="also as an e-book (EPUB 3)")
        parser.add_argument("--pdf", type=Path, metavar="FILE", help="also as a PDF, printed by Chromium")
        parser.add_argument("--remarks", action="store_true", help="with the remarks and their authors' names")

    def handle(self, *args: Any, **options: Any) -> None:
        user = _found(User.objects.filter(username=options["user"], is_active=True).first(), "user", options["user"])
        rows = Work.objects.visible_to(user).filter(workspace__slug=options["workspace"], slug=options["slug"])
        work = _found(rows.first(), "work", f"{options['workspace']}/{options['slug']}")
        wishes = EditionWishes(options["frozen"] or "", options["remarks"], options["paper"], options["layout"])
        try:
            edition = choose_edition(user, work, wishes)
            written = list(write_edition(edition, options["to"]))
            if options["epub"]:
                write_book(edition, options["epub"])
            if options["pdf"]:
                print_pdf(write_print_page(edition, options["to"]), options["pdf"])
        except (FileExistsError, FormatError, BrowserMissing, Invalid) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{len(written)} files written into {options['to']}: begin with index.html.")


def _found(row: Any, what: str, name: str) -> Any:
    if row is None:
        raise CommandError(f"There is no {what} {name} that may be seen.")
    return row
