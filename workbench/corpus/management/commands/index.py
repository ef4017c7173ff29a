"""`manage.py index`: index the words of texts that wait for it, or of all texts anew."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from workbench.corpus.concordance.indexing import forget_index, index_waiting
from workbench.corpus.models import Work


class Command(BaseCommand):
    """Index texts work by work; each batch is stored by itself, so that it may be broken off and begun again."""

    help = "Index the words of all texts that are not in the concordance's index."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--all", action="store_true", help="forget the index and make it anew")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["all"]:
            forget_index()
        for work in Work.objects.select_related("workspace").order_by("workspace__slug", "slug"):
            count = index_waiting(work)
            if options["verbosity"] and count:
                self.stdout.write(f"{work.workspace.slug}/{work.slug}: {count:,} text{'s' * (count != 1)} indexed.")
