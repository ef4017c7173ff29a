"""How much the translations of a work differ, and where: /works/{slug}/variation/."""

from collections.abc import Sequence

from rest_framework.response import Response

from workbench.api.protocol.base import ApiView
from workbench.api.protocol.operations import operation
from workbench.api.protocol.pagination import DEFAULT_SIZE, next_after, places_of
from workbench.api.protocol.problems import bad_parameter
from workbench.api.resources.variation.presenters import WorkVariationShown, show_work_variation
from workbench.api.resources.variation.schemas import VariationQuery
from workbench.api.resources.works.lookups import find_work
from workbench.corpus.comparing import check_whole, survey_work
from workbench.corpus.models import Translation, Work
from workbench.corpus.queries import translations_of
from workbench.corpus.ranking import Cursor, rank

__all__ = ["VariationOfWork"]


class VariationOfWork(ApiView):
    """How much the translations of a work differ, and where."""

    @operation(
        name="works_variation",
        summary="Measure where translations differ",
        query=VariationQuery,
        response=WorkVariationShown,
        refusals=(422,),
    )
    def get(self, slug: str) -> Response:
        """Distances of the translations over all passages asked for; the passages' variation, a page at a time.

        Only translations in one language are compared. With nothing ignored the figures are stored, and a work of any
        length is answered whole: `waiting` counts passages that changed and are in no figure until they are measured
        anew. With something ignored they are measured now: 422 if that were too much, then say `first` and `last`.
        """
        work = find_work(self.user, slug, self.asked.get("workspace"))
        chosen = _choose(work, self.asked.get("translations", ()))
        first, last = self.asked["first"], self.asked.get("last")
        survey = survey_work(work, chosen, first=first, last=last, ignore=self.asked["ignore"])
        check_whole(survey)
        size = self.asked.get("page_size", DEFAULT_SIZE)
        page = rank(survey, self.asked["sort"], after=self._after(), size=size)
        further = next_after(self.request, page.after)
        return Response(show_work_variation(work, chosen, survey, page.places, further))

    def _after(self) -> Cursor | None:
        place = places_of(self.request, self.asked, 2)
        return (place[0], place[1]) if place else None


def _choose(work: Work, sigla: Sequence[str]) -> Sequence[Translation]:
    translations = list(translations_of(work))
    if not sigla:
        return translations
    if unknown := set(sigla) - {one.siglum for one in translations}:
        raise bad_parameter("translations", f"The work has no translation called {', '.join(sorted(unknown))}.")
    return [one for one in translations if one.siglum in sigla]
