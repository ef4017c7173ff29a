"""Equivalent words: /equivalences/, /equivalences/preview/, /equivalences/{id}/ and its undo/."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet
from rest_framework.response import Response

from workbench.accounts.errors import Invalid
from workbench.accounts.models import Scope, User
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.lookups import find, find_named, find_named_workspace
from workbench.api.protocol.operations import Nothing, operation
from workbench.api.resources.equivalences.presenters import (
    EquivalencePreviewShown,
    EquivalenceShown,
    show_equivalence,
    show_preview,
)
from workbench.api.resources.equivalences.schemas import EquivalenceListQuery, NewEquivalence
from workbench.api.resources.texts.lookups import passages
from workbench.api.resources.works.lookups import find_named_work, of_work, works
from workbench.corpus.actions import add_equivalence, undo_equivalence
from workbench.corpus.models import Equivalence, Passage, Translation, Work
from workbench.corpus.previewing import preview_equivalence
from workbench.corpus.queries import translations_of

__all__ = ["EquivalenceList", "EquivalencePreview", "OneEquivalence", "Undo"]

_EXAMPLE = {"work": "a-letter", "left": "Ezhov", "right": "Yezhov"}


class EquivalenceList(ApiView):
    """The rules that count."""

    @operation(
        name="equivalences_list",
        summary="List equivalence rules",
        query=EquivalenceListQuery,
        response=EquivalenceShown,
        is_list=True,
    )
    def get(self) -> Response:
        """Rules that count, in the order in which they were made; undone ones have only their own address."""
        return self.page(_counting(self.user, self.asked), show_equivalence)

    @operation(
        name="equivalences_create",
        summary="Add an equivalence rule",
        body=NewEquivalence,
        response=EquivalenceShown,
        status=201,
        scope=Scope.WRITE,
        example=_EXAMPLE,
    )
    def post(self) -> Response:
        """Let words count as the same in comparisons. A rule that stands already is not made twice. For editors."""
        rule = add_equivalence(actor=self.user, **_rule(self.user, self.given))
        return self.created(show_equivalence(find(_rules(self.user), rule.pk)), "equivalence", rule.pk)


class EquivalencePreview(ApiView):
    """A rule tried."""

    @operation(
        name="equivalences_preview",
        summary="Count what an equivalence rule would make equal",
        body=NewEquivalence,
        response=EquivalencePreviewShown,
        refusals=(409,),
        example=_EXAMPLE,
    )
    def post(self) -> Response:
        """Nothing is written. At most 500 passages with the words are read. For editors."""
        preview = preview_equivalence(actor=self.user, **_rule(self.user, self.given))
        return Response(show_preview(self.given["left"], self.given["right"], preview))


class OneEquivalence(ApiView):
    """One rule."""

    @operation(name="equivalences_read", summary="Read an equivalence rule", response=EquivalenceShown)
    def get(self, pk: int) -> Response:
        """A rule, undone or not."""
        return Response(show_equivalence(find(_rules(self.user), pk)))


class Undo(ApiView):
    """A rule that shall count no longer."""

    @operation(
        name="equivalences_undo",
        summary="Undo an equivalence rule",
        body=Nothing,
        response=EquivalenceShown,
        scope=Scope.WRITE,
        example={},
    )
    def post(self, pk: int) -> Response:
        """The words are different again; 409 if the rule was undone already. For editors."""
        undo_equivalence(actor=self.user, equivalence=find(_rules(self.user), pk))
        return Response(show_equivalence(find(_rules(self.user), pk)))


def _rules(user: User) -> QuerySet[Equivalence]:
    return _with_people(Equivalence.objects.visible_to(user))


def _with_people(rows: QuerySet[Equivalence]) -> QuerySet[Equivalence]:
    """Load what is shown of rules along with them."""
    return rows.select_related("workspace", "work", "created_by", "undone_by").prefetch_related("translations")


def _counting(user: User, asked: Mapping[str, Any]) -> QuerySet[Equivalence]:
    """Return the standing rules, where a work or passage is named those that count there."""
    rows = Equivalence.objects.visible_to(user).standing()
    if "work" in asked:
        rows = rows.counting_in(*of_work(works(user), user, asked, "pk")[:1])
    elif "workspace" in asked:
        rows = rows.filter(workspace__slug=asked["workspace"])
    if "passage" in asked:
        rows = rows.filter(_in_passage(passages(user).filter(pk=asked["passage"]).first()))
    return _with_people(rows)


def _in_passage(passage: Passage | None) -> Q:
    if passage is None:
        return Q(pk=None)
    general = Q(passage=None, work=passage.work_id) | Q(work=None, workspace=passage.workspace_id)
    return general | Q(passage=passage)


def _rule(user: User, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the words and the place that a body names, as the action takes them."""
    rule = {name: given[name] for name in ("left", "right", "of") if name in given}
    if "passage" in given:
        if given.keys() & {"work", "workspace"}:
            message = "A passage, a work or a workspace is expected, not several of them."
            raise Invalid.field("passage", message, code="several_scopes")
        passage = find_named(passages(user), given["passage"], "passage")
        among = _find_translations(passage.work, given)
        return {**rule, "workspace": passage.work.workspace, "passage": passage, "translations": among}
    if "work" in given:
        work = find_named_work(user, given)
        return {**rule, "workspace": work.workspace, "work": work, "translations": _find_translations(work, given)}
    if "workspace" in given:
        if given.get("translations"):
            message = "Translations are chosen in a work or a passage, not in all works."
            raise Invalid.field("translations", message, code="no_work")
        return {**rule, "workspace": find_named_workspace(user, given["workspace"])}
    raise Invalid.field("workspace", "A passage, a work or a workspace is expected.", code="required")


def _find_translations(work: Work, given: Mapping[str, Any]) -> list[Translation]:
    """Return the translations of a work that a body names; `Invalid` for a siglum that none has."""
    sigla = set(given.get("translations", ()))
    found = list(translations_of(work).filter(siglum__in=sigla)) if sigla else []
    if unknown := sigla - {one.siglum for one in found}:
        message = f"No translation is called {', '.join(sorted(unknown))}."
        raise Invalid.field("translations", message, code="unknown_siglum")
    return found
