"""What scholars say against collations: /corrections/, /corrections/{id}/ and its undo/."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from rest_framework.response import Response

from workbench.accounts.models import Scope, User
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.lookups import find, find_named
from workbench.api.protocol.operations import Nothing, operation
from workbench.api.resources.collation.presenters import CorrectionShown, show_correction
from workbench.api.resources.collation.schemas import CorrectionsQuery, NewCorrection
from workbench.api.resources.texts.lookups import passages, variants
from workbench.api.resources.works.lookups import of_work
from workbench.corpus.actions import MarkedWords, correct_collation, undo_correction
from workbench.corpus.models import Correction
from workbench.text import Span

__all__ = ["CorrectionList", "OneCorrection", "Undo"]

_EXAMPLE = {
    "passage": 1,
    "kind": "same",
    "marks": [
        {"variant": 1, "revision": 1, "start": 4, "end": 7},
        {"variant": 2, "revision": 1, "start": 4, "end": 9},
    ],
    "reason": "Two words for one office.",
}


class CorrectionList(ApiView):
    """What was corrected."""

    @operation(
        name="corrections_list",
        summary="List what was corrected in collations",
        query=CorrectionsQuery,
        response=CorrectionShown,
        is_list=True,
    )
    def get(self) -> Response:
        """In the order in which it was said; those that count, unless `state` asks for others."""
        return self.page(_asked(self.user, self.asked), show_correction)

    @operation(
        name="corrections_create",
        summary="Correct the collation of a passage",
        body=NewCorrection,
        response=CorrectionShown,
        status=201,
        scope=Scope.WRITE,
        refusals=(412,),
        example=_EXAMPLE,
    )
    def post(self) -> Response:
        """It goes before what is found, in tables, apparatus and exports, as long as its words are left alone.

        412 for words of a revision that is no longer the present one. For editors.
        """
        passage = find_named(passages(self.user), self.given["passage"], "passage")
        marks = [_words(self.user, one) for one in self.given["marks"]]
        made = correct_collation(
            actor=self.user,
            passage=passage,
            kind=self.given["kind"],
            marks=marks,
            reason=self.given.get("reason", ""),
        )
        return self.created(show_correction(find(_corrections(self.user), made.pk)), "correction", made.pk)


class OneCorrection(ApiView):
    """One correction."""

    @operation(name="corrections_read", summary="Read a correction", response=CorrectionShown)
    def get(self, pk: int) -> Response:
        """A correction, whether it counts or not."""
        return Response(show_correction(find(_corrections(self.user), pk)))


class Undo(ApiView):
    """A correction that shall count no longer."""

    @operation(
        name="corrections_undo",
        summary="Take a correction back",
        body=Nothing,
        response=CorrectionShown,
        scope=Scope.WRITE,
        example={},
    )
    def post(self, pk: int) -> Response:
        """The collation is as it was found; 409 if somebody took it back already. For editors."""
        undo_correction(actor=self.user, correction=find(_corrections(self.user), pk))
        return Response(show_correction(find(_corrections(self.user), pk)))


def _words(user: User, given: Mapping[str, Any]) -> MarkedWords:
    variant = find_named(variants(user), given["variant"], "marks")
    return MarkedWords(variant, given["revision"], Span(given["start"], given["end"]), given["side"])


def _corrections(user: User) -> QuerySet[Correction]:
    rows = Correction.objects.visible_to(user).select_related("passage__work__workspace", "created_by", "undone_by")
    found: QuerySet[Correction] = rows.prefetch_related("marks__variant__translation")
    return found


def _asked(user: User, asked: Mapping[str, Any]) -> QuerySet[Correction]:
    rows = _corrections(user)
    if "work" in asked:
        rows = of_work(rows.filter(passage__work__slug=asked["work"]), user, asked, "passage__work")
    elif "workspace" in asked:
        rows = rows.filter(workspace__slug=asked["workspace"])
    if "passage" in asked:
        rows = rows.filter(passage=asked["passage"])
    return _in_state(rows, asked["state"])


def _in_state(rows: QuerySet[Correction], state: str) -> QuerySet[Correction]:
    if state == "all":
        return rows
    if state == "undone":
        return rows.exclude(undone_at=None)
    return rows.filter(undone_at=None, lapsed_at__isnull=state == "standing")
