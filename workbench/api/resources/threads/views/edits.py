"""A text edited as suggestions: /variants/{id}/suggest/."""

from rest_framework.response import Response

from workbench.accounts.models import Scope
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.lookups import find
from workbench.api.protocol.operations import operation
from workbench.api.resources.texts.lookups import variants
from workbench.api.resources.threads.lookups import threads
from workbench.api.resources.threads.presenters import SuggestedShown, show_thread
from workbench.api.resources.threads.schemas import SuggestedText
from workbench.review.actions import suggest_edits

__all__ = ["Suggest"]


class Suggest(ApiView):
    """Suggesting how a text should read."""

    @operation(
        name="variants_suggest",
        summary="Suggest changes to a text",
        body=SuggestedText,
        response=SuggestedShown,
        scope=Scope.COMMENT,
        is_guarded=True,
        example={"text": "The cat sat on the rug.", "body": "So the original."},
    )
    def post(self, pk: int) -> Response:
        """Open a thread with a suggestion for each place where `text` differs. For reviewers.

        Give the variant's ETag in If-Match. All suggestions together make the text.
        """
        variant = find(variants(self.user), pk)
        made = suggest_edits(actor=self.user, variant=variant, version=self.version_held(variant), **self.given)
        rows = threads(self.user).filter(pk__in=[one.pk for one in made]).order_by("pk")
        return Response({"threads": [show_thread(one) for one in rows]})
