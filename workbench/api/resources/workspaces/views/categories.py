"""What discussions of a workspace are classified by: /workspaces/{slug}/categories/."""

from rest_framework.response import Response

from workbench.accounts.models import Scope
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.operations import operation
from workbench.api.resources.workspaces.lookups import find_workspace
from workbench.api.resources.workspaces.presenters import ListsShown, show_lists
from workbench.api.resources.workspaces.schemas import ListsChange
from workbench.review.actions import classify_by
from workbench.review.classification import CategoryTerm, SeverityTerm, lists_of

__all__ = ["Lists"]


class Lists(ApiView):
    """Categories and severities of a workspace."""

    @operation(name="categories_read", summary="Read categories and severities", response=ListsShown)
    def get(self, slug: str) -> Response:
        """What discussions may be classified by in a workspace that you are in."""
        workspace = find_workspace(self.user, slug)
        return Response(show_lists(lists_of(workspace.pk), slug))

    @operation(
        name="categories_change",
        summary="Change categories and severities",
        body=ListsChange,
        response=ListsShown,
        scope=Scope.WRITE,
        is_guarded=True,
        example={"severities": [{"name": "minor", "weight": 1}, {"name": "major", "label": "Major", "weight": 5}]},
    )
    def patch(self, slug: str) -> Response:
        """Put other lists in place of the present ones; threads keep the names they have. For owners."""
        workspace = find_workspace(self.user, slug)
        present = lists_of(workspace.pk)
        categories = [CategoryTerm(**one) for one in self.given.get("categories", ())]
        severities = [SeverityTerm(**one) for one in self.given.get("severities", ())]
        changed = classify_by(
            actor=self.user,
            workspace=workspace,
            version=self.version_held(present),
            categories=categories if "categories" in self.given else present.categories,
            severities=severities if "severities" in self.given else present.severities,
        )
        return Response(show_lists(changed, slug))
