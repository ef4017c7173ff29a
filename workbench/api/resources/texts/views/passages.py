"""Passages: /passages/, /passages/{id}/."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from rest_framework.response import Response

from workbench.accounts.models import Scope, User
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.lookups import find
from workbench.api.protocol.operations import operation
from workbench.api.resources.texts.lookups import passages, with_variants
from workbench.api.resources.texts.presenters import PassageShown, show_passage, show_passage_with_variants
from workbench.api.resources.texts.schemas import NewPassage, PassageChanges, PassageListQuery, PassageQuery
from workbench.api.resources.works.lookups import find_named_work, find_work, of_work
from workbench.corpus.actions import add_passage, delete_passage, edit_passage
from workbench.corpus.addressing import find_stretch
from workbench.corpus.models import Passage

__all__ = ["OnePassage", "PassageList"]


class PassageList(ApiView):
    """The passages of a work, or of all works you may see."""

    @operation(
        name="passages_list",
        summary="List passages",
        query=PassageListQuery,
        response=PassageShown,
        is_list=True,
        refusals=(404,),
    )
    def get(self) -> Response:
        """Passages by work, in their order there."""
        rows = of_work(passages(self.user), self.user, self.asked)
        if "reference" in self.asked:
            rows = _called(rows, self.user, self.asked)
        if "include" in self.asked:
            return self.page(with_variants(rows), show_passage_with_variants, order=("work_id", "position"))
        return self.page(rows, show_passage, order=("work_id", "position"))

    @operation(
        name="passages_create",
        summary="Add a passage",
        body=NewPassage,
        response=PassageShown,
        status=201,
        scope=Scope.WRITE,
        example={"work": "a-letter", "reference": "12"},
    )
    def post(self) -> Response:
        """Add a passage at a position (the ones from there on move down), or at the end. For editors."""
        work = find_named_work(self.user, self.given)
        details = {name: value for name, value in self.given.items() if name not in {"work", "workspace"}}
        passage = add_passage(actor=self.user, work=work, **details)
        return self.created(show_passage(passage), "passage", passage.pk)


def _called(rows: QuerySet[Passage], user: User, asked: Mapping[str, Any]) -> QuerySet[Passage]:
    """Keep the passages that a reference names: in one work also a chapter, a range, what begins so (`Ps.23.`)."""
    if "work" not in asked:
        return rows.filter(reference=asked["reference"])
    begins = rows.filter(reference__startswith=asked["reference"]) if asked["reference"].endswith((".", ":")) else rows
    if begins is not rows and begins.exists():
        return begins
    stretch = find_stretch(find_work(user, asked["work"], asked.get("workspace")), asked["reference"])
    return rows.filter(position__range=(stretch.first, stretch.last)) if stretch else rows.none()


class OnePassage(ApiView):
    """One passage."""

    @operation(name="passages_read", summary="Read a passage", query=PassageQuery, response=PassageShown)
    def get(self, pk: int) -> Response:
        """A passage, with `include=variants` also what each translation says there."""
        if "include" in self.asked:
            return Response(show_passage_with_variants(find(with_variants(passages(self.user)), pk)))
        return Response(show_passage(find(passages(self.user), pk)))

    @operation(
        name="passages_edit",
        summary="Edit a passage",
        body=PassageChanges,
        response=PassageShown,
        scope=Scope.WRITE,
        is_guarded=True,
        example={"heading": "To the Central Committee"},
    )
    def patch(self, pk: int) -> Response:
        """Change a passage's reference or heading, or put it at another position. For editors."""
        passage = find(passages(self.user), pk)
        changes = {name: value for name, value in self.given.items() if name != "position"}
        passage = edit_passage(
            actor=self.user,
            passage=passage,
            version=self.version_held(passage),
            changes=changes,
            position=self.given.get("position"),
        )
        return Response(show_passage(passage))

    @operation(name="passages_delete", summary="Delete a passage", status=204, scope=Scope.WRITE, is_guarded=True)
    def delete(self, pk: int) -> Response:
        """Delete a passage and its texts; refused while threads speak of it. For owners."""
        passage = find(passages(self.user), pk)
        delete_passage(actor=self.user, passage=passage, version=self.version_held(passage))
        return Response(status=204)
