"""`manage.py measure`: take the measures of passages that wait, their differences by type and what the checks find."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import QuerySet

from workbench.corpus.findings import review_names
from workbench.corpus.measuring import forget_measures, measure_waiting
from workbench.corpus.models import Work
from workbench.corpus.surveying import survey_waiting
from workbench.corpus.vocabularies import count_words


class Command(BaseCommand):
    """Measure passages work by work; each batch is stored by itself, so that it may be broken off and begun again."""

    help = "Measure how far the translations part, in every passage that waits for it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--workspace", default="", metavar="SLUG", help="only works of this workspace")
        parser.add_argument("--work", default="", metavar="SLUG", help="only works with this slug")
        parser.add_argument("--all", action="store_true", help="measure anew what was measured, too")

    def handle(self, *args: Any, **options: Any) -> None:
        works = _find_works(options["workspace"], options["work"])
        if options["all"]:
            for work in works:
                forget_measures(work.passages.all())
        for work in works:
            count = measure_waiting(work)
            if survey_waiting(work):
                review_names(work)
                count_words(work)
            if options["verbosity"] and (count or options["work"]):
                self.stdout.write(f"{work.workspace.slug}/{work.slug}: {count:,} passage{'s' * (count != 1)} measured.")


def _find_works(workspace: str, slug: str) -> QuerySet[Work]:
    works = Work.objects.select_related("workspace").order_by("workspace__slug", "slug")
    if workspace:
        works = works.filter(workspace__slug=workspace)
    if slug:
        works = works.filter(slug=slug)
        if not works.exists():
            raise CommandError(f"There is no work {slug!r}.")
    return works
