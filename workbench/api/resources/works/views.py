"""Works: /works/, /works/{slug}/, /works/{slug}/relations/."""

from collections.abc import Mapping
from typing import Any

from rest_framework.response import Response

from workbench.accounts.errors import Conflict
from workbench.accounts.models import Scope
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.lookups import find_named_workspace
from workbench.api.protocol.operations import WorkspaceQuery, operation
from workbench.api.resources.works.lookups import find_work, of_work, works
from workbench.api.resources.works.presenters import RelationsShown, WorkShown, show_relations, show_work
from workbench.api.resources.works.schemas import NewWork, WorkChanges, WorkListQuery
from workbench.corpus.actions import create_work, delete_work, edit_work
from workbench.corpus.relations import read_relations
from workbench.interchange.document import DerivationRecord, GroupRecord
from workbench.review.transfer.asking import DELETED_AT_ONCE, is_deleted_at_once

__all__ = ["OneWork", "Relations", "WorkList"]


class WorkList(ApiView):
    """All works you may see."""

    @operation(name="works_list", summary="List works", query=WorkListQuery, response=WorkShown, is_list=True)
    def get(self) -> Response:
        """Works in the order in which they were made."""
        return self.page(of_work(works(self.user), self.user, self.asked), show_work)

    @operation(
        name="works_create",
        summary="Make a work",
        body=NewWork,
        response=WorkShown,
        status=201,
        scope=Scope.WRITE,
        example={"workspace": "demo", "title": "A letter", "language": "ru"},
    )
    def post(self) -> Response:
        """A work without passages and translations. For editors of the workspace."""
        given = dict(self.given)
        workspace = find_named_workspace(self.user, given.pop("workspace"))
        work = create_work(actor=self.user, workspace=workspace, **given)
        made = self.created(show_work(work), "work", work.slug)
        made["Location"] += f"?workspace={workspace.slug}"
        return made


class OneWork(ApiView):
    """One work."""

    @operation(name="works_read", summary="Read a work", query=WorkspaceQuery, response=WorkShown)
    def get(self, slug: str) -> Response:
        """The work of this slug among those you may see."""
        return Response(show_work(find_work(self.user, slug, self.asked.get("workspace"))))

    @operation(
        name="works_edit",
        summary="Edit a work",
        query=WorkspaceQuery,
        body=WorkChanges,
        response=WorkShown,
        scope=Scope.WRITE,
        is_guarded=True,
        example={"title": "A letter to a friend"},
    )
    def patch(self, slug: str) -> Response:
        """Change what is said of a work, which translations are cited together, which made from which. For editors."""
        work = find_work(self.user, slug, self.asked.get("workspace"))
        changes = {name: value for name, value in self.given.items() if name not in {"groups", "derivations"}}
        work = edit_work(
            actor=self.user,
            work=work,
            version=self.version_held(work),
            changes=changes,
            groups=_groups_of(self.given),
            derivations=_derivations_of(self.given),
        )
        return Response(show_work(work))

    @operation(
        name="works_delete",
        summary="Delete a work",
        query=WorkspaceQuery,
        status=204,
        scope=Scope.WRITE,
        is_guarded=True,
    )
    def delete(self, slug: str) -> Response:
        """Delete a work with all its texts and threads, for good. For owners. Large ones: POST `jobs/deletions/`."""
        work = find_work(self.user, slug, self.asked.get("workspace"))
        if not is_deleted_at_once(work):
            message = f"Works of more than {DELETED_AT_ONCE:,} texts are deleted by POST jobs/deletions/."
            raise Conflict(message, code="too_many_texts")
        delete_work(actor=self.user, work=work, version=self.version_held(work))
        return Response(status=204)


class Relations(ApiView):
    """What stands between the translations of a work."""

    @operation(
        name="works_relations", summary="Read groups and derivations", query=WorkspaceQuery, response=RelationsShown
    )
    def get(self, slug: str) -> Response:
        """Translations that are cited together under a siglum of their own, and which was made from which."""
        return Response(show_relations(read_relations(find_work(self.user, slug, self.asked.get("workspace")))))


def _groups_of(given: Mapping[str, Any]) -> list[GroupRecord] | None:
    """Return the groups that a body names, None where it says nothing of them."""
    if "groups" not in given:
        return None
    return [GroupRecord(one["siglum"], one["name"], tuple(one["members"])) for one in given["groups"]]


def _derivations_of(given: Mapping[str, Any]) -> list[DerivationRecord] | None:
    """Return the derivations that a body names, None where it says nothing of them."""
    if "derivations" not in given:
        return None
    return [DerivationRecord(one["translation"], one["source"], one["kind"]) for one in given["derivations"]]
