"""The concordance: /search/."""

from rest_framework.response import Response

from workbench.api.protocol.base import ApiView
from workbench.api.protocol.operations import operation
from workbench.api.protocol.pagination import DEFAULT_SIZE, page_to, place_of
from workbench.api.resources.searching.presenters import HitShown, show_hit
from workbench.api.resources.searching.schemas import SearchQuery
from workbench.api.resources.texts.lookups import variants
from workbench.api.resources.works.lookups import of_work
from workbench.corpus.models import Variant
from workbench.corpus.searching import around, search_variants

__all__ = ["Search"]


class Search(ApiView):
    """Words in the texts."""

    @operation(
        name="search",
        summary="Find words in all texts",
        query=SearchQuery,
        response=HitShown,
        is_list=True,
        refusals=(422,),
    )
    def get(self) -> Response:
        """Variants with the words, in the order in which they were first entered, beside what others say there.

        As written, but upper and lower case are alike, and so are composed and decomposed letters. A request reads at
        most 20,000 texts: a page may have fewer results than asked for, or none; while `next` is not null, follow it.
        """
        rows = of_work(Variant.objects.all(), self.user, self.asked)
        if "translation" in self.asked:
            rows = rows.filter(translation=self.asked["translation"])
        found = search_variants(
            user=self.user,
            words=self.asked["q"],
            among=rows,
            size=self.asked.get("page_size", DEFAULT_SIZE),
            after=place_of(self.request, self.asked),
        )
        shown = [show_hit(hit, said) for hit, said in around(found.hits, variants(self.user))]
        return Response(page_to(self.request, shown, found.read_to))
