"""`manage.py export_work`: a work as a file, on standard output or where `--output` says."""

import gc
import sys
from argparse import ArgumentParser
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from workbench.accounts.errors import Refused
from workbench.interchange.registry import APPARATUS, FORMATS
from workbench.review.management.arguments import add_place, explain, find_place, find_work
from workbench.review.transfer import ExportedFile, StreamedFile, export_file, is_streamed, stream_file


class Command(BaseCommand):
    """Export a work; what the format does not carry is said on standard error."""

    help = "Export a work in any of the formats."
    requires_system_checks = ()  # they take longer than the export of a small work

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_place(parser)
        parser.add_argument("--work", required=True, metavar="SLUG")
        parser.add_argument("--format", choices=sorted(FORMATS), default="bundle")
        parser.add_argument("--siglum", action="append", default=[], help="only these translations; repeatable")
        parser.add_argument(
            "--apparatus",
            choices=sorted(APPARATUS),
            default="",
            help="TEI: segmentation (in the text), endpoints (apart) or links; documents: notes, or review (a table)",
        )
        parser.add_argument("--output", type=Path, metavar="FILE", help="default: standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        gc.freeze()  # what the program is made of need not be looked at again
        actor, workspace = find_place(options)
        work = find_work(actor, workspace, options["work"])
        if work is None:
            raise CommandError(f"There is no work {options['work']!r} in {workspace.slug}.")
        way = {"format_name": options["format"], "sigla": options["siglum"]}
        try:
            exported = (
                stream_file(actor=actor, work=work, **way)
                if not options["apparatus"] and is_streamed(work=work, format_name=options["format"])
                else export_file(actor=actor, work=work, apparatus=options["apparatus"], **way)
            )
        except Refused as refusal:
            raise CommandError(explain(refusal)) from refusal
        for loss in exported.losses:
            self.stderr.write(f"note: {loss}")
        _put(exported, options["output"])


def _put(exported: ExportedFile | StreamedFile, output: Path | None) -> None:
    pieces = exported.pieces if isinstance(exported, StreamedFile) else (exported.data,)
    with output.open("wb") if output else nullcontext(sys.stdout.buffer) as file:
        file.writelines(pieces)
        file.flush()
