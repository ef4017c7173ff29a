"""Verdicts: /variants/{id}/verdicts/; decisions between them: /variants/{id}/adjudication/."""

from django.db.models import QuerySet
from django.http import Http404
from rest_framework.response import Response

from workbench.accounts.models import Scope, User
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.lookups import find
from workbench.api.protocol.operations import PageQuery, operation
from workbench.api.resources.texts.lookups import variants
from workbench.api.resources.verdicts.presenters import (
    AdjudicationShown,
    VerdictShown,
    show_adjudication,
    show_verdict,
)
from workbench.api.resources.verdicts.schemas import NewAdjudication, NewVerdict
from workbench.review.actions import adjudicate, give_verdict, withdraw_verdict
from workbench.review.models import Adjudication, Verdict

__all__ = ["OneAdjudication", "VerdictList"]

_STALE = (412,)


class VerdictList(ApiView):
    """What reviewers think of a variant."""

    @operation(
        name="verdicts_list",
        summary="List the verdicts on a variant",
        query=PageQuery,
        response=VerdictShown,
        is_list=True,
    )
    def get(self, pk: int) -> Response:
        """One verdict a reviewer, the latest they gave. What they thought before is in the events."""
        return self.page(_verdicts(self.user).filter(variant=find(variants(self.user), pk)), show_verdict)

    @operation(
        name="verdicts_give",
        summary="Give a verdict",
        body=NewVerdict,
        response=VerdictShown,
        scope=Scope.COMMENT,
        refusals=_STALE,
        example={"verdict": "approved", "revision": 1},
    )
    def post(self, pk: int) -> Response:
        """Say what you think of a variant, in place of what you thought before. For reviewers.

        412 with the variant as it stands where `revision` is not its present one: nobody judges words unseen.
        """
        variant = find(variants(self.user), pk)
        given = give_verdict(actor=self.user, variant=variant, **self.given)
        return Response(show_verdict(find(_verdicts(self.user), given.pk)))

    @operation(name="verdicts_withdraw", summary="Withdraw your verdict", status=204, scope=Scope.COMMENT)
    def delete(self, pk: int) -> Response:
        """Take back what you thought of a variant; the events keep it. Twice is once."""
        withdraw_verdict(actor=self.user, variant=find(variants(self.user), pk))
        return Response(status=204)


class OneAdjudication(ApiView):
    """What was decided where reviewers differ."""

    @operation(name="adjudication_read", summary="Read the decision on a variant", response=AdjudicationShown)
    def get(self, pk: int) -> Response:
        """The decision between the verdicts on a variant; 404 where there is none."""
        decision = _decisions(self.user).filter(variant=find(variants(self.user), pk)).first()
        if decision is None:
            raise Http404
        return Response(show_adjudication(decision))

    @operation(
        name="adjudication_make",
        summary="Decide between verdicts",
        body=NewAdjudication,
        response=AdjudicationShown,
        scope=Scope.WRITE,
        refusals=(409, *_STALE),
        example={"verdict": "needs_work", "revision": 1, "note": "The second sentence has no verb."},
    )
    def post(self, pk: int) -> Response:
        """Say what holds where verdicts on the present revision differ; 409 where they do not. For editors."""
        variant = find(variants(self.user), pk)
        made = adjudicate(actor=self.user, variant=variant, **self.given)
        return Response(show_adjudication(find(_decisions(self.user), made.pk)))


def _verdicts(user: User) -> QuerySet[Verdict]:
    return Verdict.objects.visible_to(user).select_related("workspace", "variant", "reviewer")


def _decisions(user: User) -> QuerySet[Adjudication]:
    return Adjudication.objects.visible_to(user).select_related("workspace", "variant", "adjudicator")
