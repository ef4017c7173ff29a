"""`manage.py publish SLUG --workspace W --as USER --to DIR`: a work as a folder of plain pages."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from workbench.accounts.models import User
from workbench.corpus.models import Work
from workbench.publishing.contents import read_record
from workbench.publishing.freezing import without_remarks
from workbench.publishing.models import FrozenState
from workbench.review.transfer import export_work
from workbench.web.publishing.edition import Edition, write_edition

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
        parser.add_argument("--remarks", action="store_true", help="with the remarks and their authors' names")

    def handle(self, *args: Any, **options: Any) -> None:
        user = _found(User.objects.filter(username=options["user"], is_active=True).first(), "user", options["user"])
        rows = Work.objects.visible_to(user).filter(workspace__slug=options["workspace"], slug=options["slug"])
        work = _found(rows.first(), "work", f"{options['workspace']}/{options['slug']}")
        try:
            written = list(write_edition(_edition(user, work, options), options["to"]))
        except FileExistsError as error:
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
