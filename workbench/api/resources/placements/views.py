"""Where the words of a plain text belong in a work: /works/{slug}/placements/."""

from rest_framework.response import Response

from workbench.accounts.models import Scope
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.operations import WorkspaceQuery, operation
from workbench.api.resources.placements.presenters import PlacingShown, show_placing
from workbench.api.resources.placements.schemas import TextToPlace
from workbench.api.resources.works.lookups import find_work
from workbench.review.transfer.proposals import propose_placing

__all__ = ["Placements"]


class Placements(ApiView):
    """Placing a running text on the passages of a work."""

    @operation(
        name="works_placements",
        summary="Propose where the words of a text belong",
        query=WorkspaceQuery,
        body=TextToPlace,
        response=PlacingShown,
        scope=Scope.WRITE,
        example={"text": "The cat lay on the mat. Rain fell outside.", "beside": "A"},
    )
    def post(self, slug: str) -> Response:
        """One span of the text for each passage, with a confidence. Nothing is written or kept. For editors."""
        work = find_work(self.user, slug, self.asked.get("workspace"))
        given = self.given
        placing, ground = propose_placing(
            actor=self.user,
            work=work,
            text=given["text"],
            beside=given["beside"],
            without=given["siglum"],
            language=given["language"],
        )
        return Response(show_placing(work, placing, ground))
