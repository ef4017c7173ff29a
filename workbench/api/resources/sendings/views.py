"""What readers say: /works/{slug}/sendings/, /sendings/{id}/take/ and refuse/. For editors."""

from django.db.models import QuerySet
from rest_framework.response import Response

from workbench.accounts.models import Role, Scope
from workbench.accounts.permissions import require_role
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.lookups import find
from workbench.api.protocol.operations import Nothing, operation
from workbench.api.resources.sendings.presenters import SendingShown, show_sending
from workbench.api.resources.sendings.schemas import SendingsQuery
from workbench.api.resources.works.lookups import find_work
from workbench.publishing.actions import refuse_words, take_words
from workbench.publishing.models import Sending

__all__ = ["Refuse", "Take", "WordsOfReaders"]


class _View(ApiView):
    @property
    def rows(self) -> QuerySet[Sending]:
        """What was sent to the person's workspaces."""
        rows: QuerySet[Sending] = Sending.objects.visible_to(self.user)
        return rows.select_related("passage", "variant__translation")


class WordsOfReaders(_View):
    """What readers say of a work."""

    @operation(
        name="sendings_list",
        summary="List what readers say",
        query=SendingsQuery,
        response=SendingShown,
        is_list=True,
        refusals=(403,),
    )
    def get(self, slug: str) -> Response:
        """What waits, or what was decided, in the order in which it came. For editors."""
        work = find_work(self.user, slug, self.asked.get("workspace"))
        require_role(self.user, work.workspace_id, Role.EDITOR)
        return self.page(self.rows.filter(work=work, state=self.asked["state"]), show_sending)


class Take(_View):
    """Words that become a discussion."""

    @operation(
        name="sendings_take",
        summary="Take up what a reader says",
        body=Nothing,
        response=SendingShown,
        scope=Scope.COMMENT,
        refusals=(409,),
        example={},
    )
    def post(self, pk: int) -> Response:
        """Open a discussion that says so; its id is then in `thread`. 409 where it is decided. For editors."""
        take_words(actor=self.user, sending=find(self.rows, pk))
        return Response(show_sending(find(self.rows, pk)))


class Refuse(_View):
    """Words that are not taken."""

    @operation(
        name="sendings_refuse",
        summary="Do not take what a reader says",
        body=Nothing,
        response=SendingShown,
        scope=Scope.COMMENT,
        refusals=(409,),
        example={},
    )
    def post(self, pk: int) -> Response:
        """It is kept, and seen by nobody else. 409 where it is decided. For editors."""
        refuse_words(actor=self.user, sending=find(self.rows, pk))
        return Response(show_sending(find(self.rows, pk)))
