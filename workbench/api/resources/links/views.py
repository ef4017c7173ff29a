"""Words that answer each other: /passages/{id}/links/; what people said of them: /links/ and /links/{id}/."""

from django.db.models import QuerySet
from rest_framework.response import Response

from workbench.accounts.models import Scope, User
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.lookups import find, find_named
from workbench.api.protocol.operations import operation
from workbench.api.resources.links.presenters import PassageLinksShown, SaidLinkShown, show_links, show_said
from workbench.api.resources.links.schemas import LinksQuery, NewLink, SaidLinksQuery
from workbench.api.resources.texts.lookups import find_variant_of, passages, variants
from workbench.api.resources.texts.presenters import show_variant
from workbench.api.resources.works.lookups import of_work
from workbench.corpus.actions import LinkedWords, forget_link, link_words, part_words
from workbench.corpus.lexicons import lexicon_of
from workbench.corpus.linking import link_unit, read_said
from workbench.corpus.models import ConfirmedLink
from workbench.corpus.units import read_units
from workbench.text import Span
from workbench.text.meaning import MEANING

__all__ = ["LinksOfPassage", "OneLink", "SaidLinks"]

_EXAMPLE = {
    "left": 1,
    "left_start": 4,
    "left_end": 7,
    "right": 2,
    "right_start": 4,
    "right_end": 9,
    "verdict": "confirmed",
}


class LinksOfPassage(ApiView):
    """Which words of two variants of a passage answer each other."""

    @operation(
        name="passages_links",
        summary="Link the words of two variants of a passage",
        query=LinksQuery,
        response=PassageLinksShown,
        refusals=(422,),
    )
    def get(self, pk: int) -> Response:
        """Word by word, m to n: of one language by comparing, of two by form and, where it is on, by meaning.

        What people confirmed goes before what was found.
        """
        passage = find(passages(self.user), pk)
        rows = variants(self.user).filter(passage=passage)
        left, right = (find_variant_of(rows, self.asked[side], side) for side in ("left", "right"))
        unit = read_units(passage.work_id, [passage], [left.translation, right.translation]).of(
            passage, (left.translation, right.translation)
        )
        said = read_said(variant for text in unit.texts if text for variant, _ in text.parts)
        tags = left.translation.language, right.translation.language
        lexicon = lexicon_of(left.translation, right.translation)
        compared, links = show_links(link_unit(unit, tags, said, lexicon), unit)
        shown = {"left": show_variant(left), "right": show_variant(right), "compared": compared}
        named = {"passage": passage.pk, "reference": passage.reference, "meaning": MEANING}
        return Response({**named, **shown, "links": links})


class SaidLinks(ApiView):
    """What people said of words."""

    @operation(
        name="links_list",
        summary="List what was said of words that answer each other",
        query=SaidLinksQuery,
        response=SaidLinkShown,
        is_list=True,
    )
    def get(self) -> Response:
        """In the order in which it was said: the corrections of a work, to be kept elsewhere or learned from."""
        rows = _said(self.user)
        if "work" in self.asked:
            found = rows.filter(passage__work__slug=self.asked["work"])
            rows = of_work(found, self.user, self.asked, "passage__work")
        elif "workspace" in self.asked:
            rows = rows.filter(workspace__slug=self.asked["workspace"])
        if "passage" in self.asked:
            rows = rows.filter(passage=self.asked["passage"])
        if self.asked["state"] != "all":
            rows = rows.filter(lapsed_at__isnull=self.asked["state"] == "standing")
        return self.page(rows, show_said)

    @operation(
        name="links_create",
        summary="Say whether words of two variants answer each other",
        body=NewLink,
        response=SaidLinkShown,
        status=201,
        scope=Scope.WRITE,
        example=_EXAMPLE,
    )
    def post(self) -> Response:
        """It goes before what is found, and along with its words when a text changes. For editors."""
        sides = [
            LinkedWords(
                find_named(variants(self.user), self.given[side], side),
                Span(self.given[f"{side}_start"], self.given[f"{side}_end"]),
            )
            for side in ("left", "right")
        ]
        say = link_words if self.given["verdict"] == "confirmed" else part_words
        made = say(actor=self.user, left=sides[0], right=sides[1], reason=self.given.get("reason", ""))
        return self.created(show_said(find(_said(self.user), made.pk)), "link", made.pk)


class OneLink(ApiView):
    """What somebody said of two words."""

    @operation(name="links_read", summary="Read what was said of two words", response=SaidLinkShown)
    def get(self, pk: int) -> Response:
        """As long as its words stand."""
        return Response(show_said(find(_said(self.user), pk)))

    @operation(name="links_delete", summary="Take back what was said of two words", status=204, scope=Scope.WRITE)
    def delete(self, pk: int) -> Response:
        """The words are linked again as they are found. For editors."""
        forget_link(actor=self.user, link=find(_said(self.user), pk))
        return Response(status=204)


def _said(user: User) -> QuerySet[ConfirmedLink]:
    return ConfirmedLink.objects.visible_to(user).select_related(
        "passage__work__workspace", "left__translation", "right__translation", "created_by"
    )
