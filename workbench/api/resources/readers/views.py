"""Who reads a work without an account: /works/{slug}/readers/. For owners."""

from rest_framework.response import Response

from workbench.accounts.models import Role, Scope
from workbench.accounts.permissions import require_role
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.operations import WorkspaceQuery, operation
from workbench.api.resources.readers.presenters import (
    NewReadersShown,
    ReadersShown,
    show_new_readers,
    show_readers,
)
from workbench.api.resources.readers.schemas import ReadersChanges
from workbench.api.resources.works.lookups import find_work
from workbench.corpus.models import Showing
from workbench.publishing.actions import ShowingWishes, show_work
from workbench.publishing.queries import showing_of

__all__ = ["Readers"]


class Readers(ApiView):
    """Who reads a work without an account."""

    @operation(name="readers_read", summary="Say who reads a work", query=WorkspaceQuery, response=ReadersShown)
    def get(self, slug: str) -> Response:
        """Whether a work is private, shown by a link, or public; what of it is shown. For owners."""
        return Response(show_readers(self._find(slug)))

    @operation(
        name="readers_change",
        summary="Change who reads a work",
        query=WorkspaceQuery,
        is_guarded=True,
        body=ReadersChanges,
        response=NewReadersShown,
        scope=Scope.WRITE,
        example={"visibility": "public"},
    )
    def patch(self, slug: str) -> Response:
        """private: members; link: whoever has the link; public: everybody. For owners.

        Of each translation they see what its `shown` says: its texts, how many there are, or nothing. A link is shown
        this once, and ends the former one.
        """
        showing = self._find(slug)
        version, wishes = self.version_held(showing), ShowingWishes(**self.given)
        showing, secret = show_work(actor=self.user, work=showing.work, version=version, wishes=wishes)
        shown = show_readers(showing)
        link = f"{self.request.build_absolute_uri(shown['page'])}?link={secret}" if secret else ""
        return Response(show_new_readers(showing, link))

    def _find(self, slug: str) -> Showing:
        work = find_work(self.user, slug, self.asked.get("workspace"))
        require_role(self.user, work.workspace_id, Role.OWNER)
        showing = showing_of(work)
        showing.work = work  # with its workspace loaded
        return showing
