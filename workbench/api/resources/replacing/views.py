"""Words replaced across a work: /works/{slug}/replace/ and /replacements/{id}/undo/."""

from django.http import Http404
from rest_framework.response import Response

from workbench.accounts.models import Role, Scope
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.operations import Nothing, WorkspaceQuery, operation
from workbench.api.resources.replacing.presenters import (
    PutBackShown,
    ReplacementShown,
    show_put_back,
    show_replacement,
)
from workbench.api.resources.replacing.schemas import NewReplacement
from workbench.api.resources.texts.lookups import find_translation_of
from workbench.api.resources.works.lookups import find_work, works
from workbench.journal.kinds import Kind
from workbench.journal.models import Event
from workbench.review.actions import MOST_REPLACED, replace_words, undo_replacing
from workbench.review.permissions import require_role
from workbench.review.replacing import ReplaceWishes, foresee_replacing

__all__ = ["Replace", "UndoReplacement"]


class Replace(ApiView):
    """Words replaced in a work."""

    @operation(
        name="works_replace",
        summary="Replace words across a work",
        query=WorkspaceQuery,
        body=NewReplacement,
        response=ReplacementShown,
        scope=Scope.WRITE,
        refusals=(409, 412),
        example={"find": "Ezhov", "put": "Yezhov", "translation": "D", "dry_run": True},
    )
    def post(self, slug: str) -> Response:
        """In the next 100 texts that have them, as revisions (editors) or suggestions (reviewers); all or none."""
        work = find_work(self.user, slug, self.asked.get("workspace"))
        given = self.given
        is_suggested = given["way"] == "suggestions"
        require_role(self.user, work.workspace_id, Role.REVIEWER if is_suggested else Role.EDITOR)
        named = given.get("translation")
        translation = find_translation_of(work, "translation", named) if named else None
        wishes = ReplaceWishes(given["find"], given["put"], translation, given["match_case"])
        found = foresee_replacing(user=self.user, work=work, wishes=wishes, size=MOST_REPLACED)
        if given["dry_run"] or not found.rows:
            return Response(show_replacement(found, None))
        seen = {one.variant.pk: one.variant.version for one in found.rows}
        done = replace_words(actor=self.user, work=work, wishes=wishes, seen=seen, as_suggestions=is_suggested)
        return Response(show_replacement(found, done.event.pk))


class UndoReplacement(ApiView):
    """All of it taken back."""

    @operation(
        name="replacements_undo",
        summary="Take back what was replaced",
        body=Nothing,
        response=PutBackShown,
        scope=Scope.WRITE,
        refusals=(409,),
        example={},
    )
    def post(self, pk: int) -> Response:
        """Texts that were not changed since read as before; 409 if it was taken back already. For editors."""
        replacement = Event.objects.visible_to(self.user).filter(pk=pk, kind=Kind.WORDS_REPLACED).first()
        work = works(self.user).filter(pk=replacement.work or 0).first() if replacement else None
        if replacement is None or work is None:
            raise Http404
        return Response(show_put_back(undo_replacing(actor=self.user, work=work, replacement=replacement)))
