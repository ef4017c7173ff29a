"""Where translations part: /works/{slug}/differences/."""

from typing import Any

from django.http import HttpResponse
from rest_framework.response import Response

from workbench.api.protocol.base import ApiView
from workbench.api.protocol.negotiation import IgnoreAccept
from workbench.api.protocol.operations import operation
from workbench.api.protocol.pagination import DEFAULT_SIZE, next_after, places_of
from workbench.api.resources.differences.presenters import WorkDifferencesShown, show_found
from workbench.api.resources.differences.schemas import DifferenceQuery
from workbench.api.resources.texts.lookups import find_stretch_of, find_translation_of
from workbench.api.resources.works.lookups import find_work
from workbench.attachments import CSV, attachment
from workbench.corpus.differing import Asked, find_partings
from workbench.corpus.finding_tables import write_differences
from workbench.corpus.models import Translation, Work
from workbench.review.models import Thread
from workbench.text.words.signature import SIGNATURE

__all__ = ["DifferencesOfWork"]


class DifferencesOfWork(ApiView):
    """Differences one can ask for."""

    content_negotiation_class = IgnoreAccept

    @operation(
        name="works_differences",
        summary="Find where translations part, by type and weight",
        query=DifferenceQuery,
        response=WorkDifferencesShown,
        media=("application/json", "text/csv"),
        refusals=(422,),
    )
    def get(self, slug: str) -> HttpResponse:
        """Passages that have such a difference, with the counts of every two translations, and the words of one pair.

        `type` may be a type of difference or what it matters for (`negation`, `name`, `content`). By position, a page
        begins where the last one ended; by weight, what weighs most comes first: of the pair named, or of the passage,
        in which what one translation has against all others counts most. Only translations in one language are
        compared. Passages that changed wait until they are counted anew.
        """
        work = find_work(self.user, slug, self.asked.get("workspace"))
        after = places_of(self.request, self.asked, 2)
        size = self.asked.get("page_size", DEFAULT_SIZE)
        page = find_partings(work, _read(work, self.asked), after=(after[0], after[1]) if after else None, size=size)
        if self.asked["format"] == "csv":
            return attachment(write_differences(page.found), f"{work.slug}-differences.csv", CSV)
        sigla = dict(work.translations.values_list("pk", "siglum"))
        return Response(
            {
                "workspace": work.workspace.slug,
                "work": work.slug,
                "waiting": page.waiting,
                "results": [show_found(one, sigla) for one in page.found],
                "next": next_after(self.request, page.after),
                "signature": SIGNATURE,
            }
        )


def _read(work: Work, asked: dict[str, Any]) -> Asked:
    stretch = find_stretch_of(work, asked)
    threads = Thread.objects.filter(work=work, state=Thread.State.OPEN) if "threads" in asked else None
    return Asked(
        kind=asked.get("type", ""),
        left=_translation(work, "left", asked),
        right=_translation(work, "right", asked),
        only=_translation(work, "only", asked),
        shared=asked.get("shared", 0),
        first=stretch.first if stretch else 1,
        last=stretch.last if stretch else None,
        order=asked["order"],
        least=asked["least"],
        discussed=threads,
        is_discussed=asked.get("threads") == "with",
    )


def _translation(work: Work, name: str, asked: dict[str, Any]) -> Translation | None:
    return find_translation_of(work, name, asked[name]) if asked.get(name) else None
