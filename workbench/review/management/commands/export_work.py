"""`manage.py export_work`: a work as a file, on standard output or where `--output` says."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from workbench.accounts.errors import Refused
from workbench.interchange.registry import APPARATUS, FORMATS
from workbench.review.management.arguments import add_place, explain, find_place, find_work
from workbench.review.transfer import ExportedFile, export_file


class Command(BaseCommand):
    """Export a work; what the format does not carry is said on standard error."""

    help = "Export a work in any of the formats."

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_place(parser)
        parser.add_argument("--work", required=True, metavar="SLUG")
        parser.add_argument("--format", choices=sorted(FORMATS), default="bundle")
        parser.add_argument("--siglum", action="append", default=[], help="only these translations; repeatable")
        parser.add_argument(
            "--apparatus",
            choices=sorted(APPARATUS),
            default="",
            help="TEI: in the text (segmentation) or apart (endpoints); documents: variants in notes",
        )
        parser.add_argument("--output", type=Path, metavar="FILE", help="default: standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        actor, workspace = find_place(options)
        work = find_work(actor, workspace, options["work"])
        if work is None:
            raise CommandError(f"There is no work {options['work']!r} in {workspace.slug}.")
        try:
            exported = export_file(
                actor=actor,
                work=work,
                format_name=options["format"],
                sigla=options["siglum"],
                apparatus=options["apparatus"],
            )
        except Refused as refusal:
            raise CommandError(explain(refusal)) from refusal
        for loss in exported.losses:
            self.stderr.write(f"note: {loss}")
        _put(exported, options["output"])


def _put(exported: ExportedFile, output: Path | None) -> None:
    if output is None:
        sys.stdout.buffer.write(exported.data)
        sys.stdout.buffer.flush()
    else:
        output.write_bytes(exported.data)
