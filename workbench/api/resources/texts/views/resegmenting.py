"""Words that go over to the next passage, or come from there: /variants/{id}/resegment/."""

from rest_framework.response import Response

from workbench.accounts.models import Scope
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.lookups import find
from workbench.api.protocol.operations import operation
from workbench.api.resources.texts.lookups import variants
from workbench.api.resources.texts.presenters import NeighboursShown, show_neighbours
from workbench.api.resources.texts.schemas import Resegmentation
from workbench.corpus.models import Passage, Variant
from workbench.corpus.queries import passage_after
from workbench.review.actions import Neighbours, resegment_to
from workbench.review.errors import Invalid

__all__ = ["Resegment"]


class Resegment(ApiView):
    """Moving the border between two neighbouring passages of a translation."""

    @operation(
        name="variants_resegment",
        summary="Resegment a variant and the next one",
        body=Resegmentation,
        response=NeighboursShown,
        scope=Scope.WRITE,
        is_guarded=True,
        example={"text": "The cat sat on the", "following_text": "mat. It rained.", "following_version": 1},
    )
    def post(self, pk: int) -> Response:
        """Write both, as revisions, and take the anchors and discussions along with their words. For editors."""
        variant = find(variants(self.user), pk)
        version = self.version_held(variant)
        following = _next_passage(variant)
        given = self.given
        resegment_to(
            actor=self.user,
            pair=Neighbours(variant, version, following, given["following_version"]),
            texts=(given["text"], given["following_text"]),
            reason=given["reason"],
        )
        beside = variants(self.user).get(passage=following, translation=variant.translation_id)
        return Response(show_neighbours(find(variants(self.user), pk), beside))


def _next_passage(variant: Variant) -> Passage:
    following = passage_after(variant.passage)
    if following is None:
        raise Invalid("After the last passage there is none that words could go to.", code="no_next_passage")
    return following
