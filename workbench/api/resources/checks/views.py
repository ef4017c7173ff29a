"""What the checks found: /works/{slug}/checks/, /checks/{id}/, its dismiss/, reopen/ and raise/."""

from django.db.models import QuerySet
from django.http import HttpResponse
from rest_framework.response import Response

from workbench.accounts.models import Scope, User
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.lookups import find
from workbench.api.protocol.negotiation import IgnoreAccept
from workbench.api.protocol.operations import Nothing, operation
from workbench.api.protocol.pagination import DEFAULT_SIZE, next_after, places_of
from workbench.api.resources.checks.presenters import CheckShown, show_check
from workbench.api.resources.checks.schemas import CheckQuery, Dismissal
from workbench.api.resources.works.lookups import find_work
from workbench.attachments import CSV, attachment
from workbench.corpus.actions import dismiss_check, reopen_check
from workbench.corpus.checking import CheckFilter, list_checks
from workbench.corpus.finding_tables import write_checks
from workbench.corpus.models import Check
from workbench.review.actions import raise_check

__all__ = ["ChecksOfWork", "Dismiss", "OneCheck", "Raise", "Reopen"]


class ChecksOfWork(ApiView):
    """What was found in a work."""

    content_negotiation_class = IgnoreAccept

    @operation(
        name="works_checks",
        summary="List what the checks found",
        query=CheckQuery,
        response=CheckShown,
        is_list=True,
        media=("application/json", "text/csv"),
    )
    def get(self, slug: str) -> HttpResponse:
        """The gravest first. Kinds that the work does without are left out, and what weighs less than it wants.

        A finding is a question, not a verdict: that versions agree tells little about style or fine meaning.
        """
        work = find_work(self.user, slug, self.asked.get("workspace"))
        place = places_of(self.request, self.asked, 2)
        asked = CheckFilter(
            kind=self.asked.get("kind", ""),
            state=self.asked["state"],
            siglum=self.asked.get("translation", ""),
            order=self.asked["order"],
        )
        size = self.asked.get("page_size", DEFAULT_SIZE)
        found = list_checks(work, asked, after=(place[0], place[1]) if place else None, size=size)
        sigla = dict(work.translations.values_list("pk", "siglum"))
        if self.asked["format"] == "csv":
            return attachment(write_checks(found.checks, sigla), f"{work.slug}-checks.csv", CSV)
        shown = [show_check(one, sigla) for one in found.checks]
        return Response({"results": shown, "next": next_after(self.request, found.after)})


class OneCheck(ApiView):
    """One finding."""

    @operation(name="checks_read", summary="Read what a check found", response=CheckShown)
    def get(self, pk: int) -> Response:
        """What was found, where, and what became of it."""
        return Response(_show(self.user, pk))


class Dismiss(ApiView):
    """A finding that is as it should be."""

    @operation(
        name="checks_dismiss",
        summary="Dismiss what a check found",
        body=Dismissal,
        response=CheckShown,
        scope=Scope.COMMENT,
        refusals=(409,),
        example={"reason": "The source has it so."},
    )
    def post(self, pk: int) -> Response:
        """It stays dismissed, with your name and reason, until its words change. For reviewers."""
        dismiss_check(actor=self.user, check=find(_checks(self.user), pk), reason=self.given["reason"])
        return Response(_show(self.user, pk))


class Reopen(ApiView):
    """A finding that was dismissed."""

    @operation(
        name="checks_reopen",
        summary="Take up again what was dismissed",
        body=Nothing,
        response=CheckShown,
        scope=Scope.COMMENT,
        refusals=(409,),
        example={},
    )
    def post(self, pk: int) -> Response:
        """409 where it is not dismissed. For reviewers."""
        reopen_check(actor=self.user, check=find(_checks(self.user), pk))
        return Response(_show(self.user, pk))


class Raise(ApiView):
    """A finding that becomes a discussion."""

    @operation(
        name="checks_raise",
        summary="Open a discussion of what a check found",
        body=Nothing,
        response=CheckShown,
        scope=Scope.COMMENT,
        refusals=(409,),
        example={},
    )
    def post(self, pk: int) -> Response:
        """On the words found, saying what the others have; its id is then in `thread`. For reviewers."""
        raise_check(actor=self.user, check=find(_checks(self.user), pk))
        return Response(_show(self.user, pk))


def _checks(user: User) -> QuerySet[Check]:
    rows: QuerySet[Check] = Check.objects.visible_to(user)
    return rows.select_related("passage", "variant__translation", "decided_by")


def _show(user: User, pk: int) -> CheckShown:
    check = find(_checks(user), pk)
    return show_check(check, dict(check.work.translations.values_list("pk", "siglum")))
