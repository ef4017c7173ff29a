"""The concordance: /search/."""

from django.db.models import Q, QuerySet
from rest_framework.response import Response

from workbench.accounts.errors import Invalid
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.operations import operation
from workbench.api.protocol.pagination import DEFAULT_SIZE, page_to, place_of
from workbench.api.resources.searching.presenters import HitShown, show_comment_hit, show_hit
from workbench.api.resources.searching.schemas import FOLDINGS, SearchQuery
from workbench.api.resources.texts.lookups import variants
from workbench.api.resources.works.lookups import of_work
from workbench.corpus.models import Translation, Work
from workbench.corpus.searching import Search as Wanted
from workbench.corpus.searching import around, find_hits, read_search, translations_in
from workbench.review.searching import find_comments
from workbench.text.concordance import FOLDS
from workbench.text.words.digits import read_digits

__all__ = ["Search"]


class Search(ApiView):
    """Words in the texts and in the comments."""

    @operation(
        name="search",
        summary="Find words in all texts, or in comments",
        query=SearchQuery,
        response=HitShown,
        is_list=True,
        refusals=(422,),
    )
    def get(self) -> Response:
        """Variants with the words, in the order in which they were first entered, beside what others say there.

        All of the words, in any order; a phrase in quotation marks; `king*` by its beginning; `-word` where it is not;
        `"two words"~5` with at most five words in between. A word with signs inside is found by its parts and by the
        whole. What is folded is alike. A request reads a bounded number of texts: a page may have fewer results than
        asked for, or none; while `next` is not null, follow it.
        """
        wanted, after = self._wanted(), place_of(self.request, self.asked)
        size = self.asked.get("page_size", DEFAULT_SIZE)
        if self.asked.get("in") == "comments":
            comments, read_to = find_comments(user=self.user, search=wanted, size=size, after=after)
            return Response(page_to(self.request, list(map(show_comment_hit, comments)), read_to))
        found = find_hits(user=self.user, search=wanted, size=size, after=after)
        shown = [show_hit(hit, said) for hit, said in around(found.hits, variants(self.user))]
        return Response(page_to(self.request, shown, found.read_to))

    def _wanted(self) -> Wanted:
        fold = self.asked.get("fold", frozenset(FOLDINGS))
        works = self._works()
        folded = FOLDS & fold
        rules_of = works.first() if works is not None and "work" in self.asked and "rules" in fold else None
        translations = self._translations(works)
        forms_of = self._work_of_forms(works)
        return read_search(
            self.asked["q"], folded, works=works, translations=translations, rules_of=rules_of, forms_of=forms_of
        )

    def _work_of_forms(self, works: QuerySet[Work] | None) -> Work | None:
        if self.asked.get("forms") != "lemmas":
            return None
        if works is None or "work" not in self.asked:
            raise Invalid.field("work", "A work is expected whose forms are counted.", code="required")
        return works.first()

    def _works(self) -> QuerySet[Work] | None:
        if not {"work", "workspace"} & self.asked.keys():
            return None
        return of_work(Work.objects.visible_to(self.user), self.user, self.asked, path="pk")

    def _translations(self, works: QuerySet[Work] | None) -> QuerySet[Translation] | None:
        if not {"translation", "language"} & self.asked.keys():
            return None
        rows = Translation.objects.visible_to(self.user)
        if works is not None:
            rows = rows.filter(work__in=works)
        if name := self.asked.get("translation"):
            named, number = Q(siglum=name), read_digits(name)
            rows = rows.filter(named | Q(pk=number) if number is not None else named)
        return translations_in(self.asked["language"], rows) if "language" in self.asked else rows
