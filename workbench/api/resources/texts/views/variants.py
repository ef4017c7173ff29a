"""Variants and their history: /variants/, /variants/{id}/, its revisions/ and restore/."""

from collections.abc import Mapping
from typing import Any

from rest_framework.response import Response

from workbench.accounts.models import Scope
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.lookups import find, find_named
from workbench.api.protocol.operations import Nothing, PageQuery, operation
from workbench.api.resources.texts.lookups import passages, translations, variants
from workbench.api.resources.texts.presenters import RevisionShown, VariantShown, show_revision, show_variant
from workbench.api.resources.texts.schemas import NewVariant, Restoration, VariantChanges, VariantListQuery
from workbench.api.resources.works.lookups import of_work
from workbench.corpus.actions import confirm_alignment, enter_variant
from workbench.corpus.models import Presence, Revision, Variant
from workbench.interchange.document import SpanRecord
from workbench.interchange.markup import arrange_spans
from workbench.review.actions import restore_revision, revise_variant

__all__ = ["Confirm", "OneVariant", "Restore", "RevisionList", "VariantList"]


class VariantList(ApiView):
    """What translations say for passages."""

    @operation(
        name="variants_list", summary="List variants", query=VariantListQuery, response=VariantShown, is_list=True
    )
    def get(self) -> Response:
        """Variants in the order in which they were first entered."""
        rows = of_work(variants(self.user), self.user, self.asked)
        filters: dict[str, Any] = {name: self.asked[name] for name in ("passage", "translation") if name in self.asked}
        if isinstance(filters.get("translation"), str):
            filters["translation__siglum"] = filters.pop("translation")
        return self.page(rows.filter(**filters), show_variant)

    @operation(
        name="variants_create",
        summary="Enter a variant",
        body=NewVariant,
        response=VariantShown,
        status=201,
        scope=Scope.WRITE,
        example={"passage": 1, "translation": 1, "text": "The cat sat on the mat."},
    )
    def post(self) -> Response:
        """Enter what a translation says for a passage for the first time, as revision 1. For editors."""
        variant = enter_variant(
            actor=self.user,
            passage=find_named(passages(self.user), self.given["passage"], "passage"),
            translation=find_named(translations(self.user), self.given["translation"], "translation"),
            text=self.given["text"],
            presence=self.given["presence"],
            reason=self.given["reason"],
            markup=_spans(self.given) or (),
        )
        return self.created(show_variant(variant), "variant", variant.pk)


class OneVariant(ApiView):
    """One variant."""

    @operation(name="variants_read", summary="Read a variant", response=VariantShown)
    def get(self, pk: int) -> Response:
        """The present text."""
        return Response(show_variant(find(variants(self.user), pk)))

    @operation(
        name="variants_revise",
        summary="Revise a variant",
        body=VariantChanges,
        response=VariantShown,
        scope=Scope.WRITE,
        is_guarded=True,
        example={"text": "The cat sat on the rug.", "reason": "The manuscript has ковёр."},
    )
    def patch(self, pk: int) -> Response:
        """Write the next revision. Anchors go along with their words, or become orphans. For editors."""
        variant = find(variants(self.user), pk)
        version = self.version_held(variant)
        revised = revise_variant(
            actor=self.user,
            variant=variant,
            version=version,
            reason=self.given["reason"],
            markup=_spans(self.given),
            **_next_state(variant, self.given),
        )
        return Response(show_variant(revised))


class RevisionList(ApiView):
    """The history of a variant."""

    @operation(
        name="variants_revisions",
        summary="Read a variant's history",
        query=PageQuery,
        response=RevisionShown,
        is_list=True,
    )
    def get(self, pk: int) -> Response:
        """All states the text had, the present one first."""
        variant = find(variants(self.user), pk)
        rows = Revision.objects.visible_to(self.user).filter(variant=variant).select_related("author", "workspace")
        return self.page(rows, show_revision, order=("-number",))


class Restore(ApiView):
    """Going back to an earlier revision."""

    @operation(
        name="variants_restore",
        summary="Restore a revision",
        body=Restoration,
        response=VariantShown,
        scope=Scope.WRITE,
        is_guarded=True,
        example={"revision": 1},
    )
    def post(self, pk: int) -> Response:
        """Make the text of an earlier revision the present one, as a new revision. For editors."""
        variant = find(variants(self.user), pk)
        restored = restore_revision(
            actor=self.user, variant=variant, version=self.version_held(variant), number=self.given["revision"]
        )
        return Response(show_variant(restored))


class Confirm(ApiView):
    """Looking at what the aligner placed."""

    @operation(
        name="variants_confirm",
        summary="Confirm a variant's place",
        body=Nothing,
        response=VariantShown,
        scope=Scope.WRITE,
        example={},
    )
    def post(self, pk: int) -> Response:
        """Say that a text the aligner placed stands at the right passage; any other stays as it is. For editors."""
        return Response(show_variant(confirm_alignment(actor=self.user, variant=find(variants(self.user), pk))))


def _spans(given: Mapping[str, Any]) -> tuple[SpanRecord, ...] | None:
    """Return the markup that was given, in its order; None where nothing was said of it."""
    return arrange_spans(SpanRecord(**span) for span in given["markup"]) if "markup" in given else None


def _next_state(variant: Variant, given: dict[str, Any]) -> dict[str, str]:
    """Return text and presence after the changes: what is not said stays, but what becomes absent loses its text."""
    presence = given.get("presence", variant.presence)
    kept = variant.text if presence == Presence.PRESENT else ""
    return {"text": given.get("text", kept), "presence": presence}
