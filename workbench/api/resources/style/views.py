"""Style guides: /works/{slug}/style/ and /style-rules/{id}/."""

from django.db.models import QuerySet
from django.http import HttpResponse
from rest_framework.response import Response

from workbench.accounts.models import Scope, User
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.lookups import find
from workbench.api.protocol.operations import WorkspaceQuery, operation
from workbench.api.resources.style.presenters import StyleRuleShown, show_style_rule
from workbench.api.resources.style.schemas import NewStyleRule, StyleQuery, StyleRuleChanges
from workbench.api.resources.works.lookups import find_work
from workbench.corpus.actions import add_style_rule, delete_style_rule, edit_style_rule
from workbench.corpus.models import StyleRule
from workbench.corpus.style import rules_of

__all__ = ["OneStyleRule", "StyleOfWork"]

_EXAMPLE = {
    "mark": "3.2",
    "title": "Patronymics are kept",
    "text": "A person is named as the letter names them.",
    "wanted": "Nikolai Ivanovich",
    "unwanted": "Mr. Yezhov",
}


class StyleOfWork(ApiView):
    """The style guide of a work."""

    @operation(
        name="works_style",
        summary="List the rules of a work's style guide",
        query=StyleQuery,
        response=StyleRuleShown,
        is_list=True,
    )
    def get(self, slug: str) -> HttpResponse:
        """Its own and its workspace's, in the order in which they were made."""
        work = find_work(self.user, slug, self.asked.get("workspace"))
        return self.page(rules_of(work), show_style_rule)

    @operation(
        name="works_style_create",
        summary="Add a rule to the style guide",
        query=WorkspaceQuery,
        body=NewStyleRule,
        response=StyleRuleShown,
        status=201,
        scope=Scope.WRITE,
        refusals=(409,),
        example=_EXAMPLE,
    )
    def post(self, slug: str) -> Response:
        """Comments that have its mark after a `§` then lead to it, on the pages. For editors."""
        work = find_work(self.user, slug, self.asked.get("workspace"))
        given = {name: value for name, value in self.given.items() if name != "scope"}
        scope = work if self.given["scope"] == "work" else None
        rule = add_style_rule(actor=self.user, workspace=work.workspace, work=scope, **given)
        return self.created(show_style_rule(find(_rules(self.user), rule.pk)), "style-rule", rule.pk)


class OneStyleRule(ApiView):
    """One rule of style."""

    @operation(name="style_rules_read", summary="Read a rule of style", response=StyleRuleShown)
    def get(self, pk: int) -> Response:
        """A rule with its examples."""
        return Response(show_style_rule(find(_rules(self.user), pk)))

    @operation(
        name="style_rules_edit",
        summary="Edit a rule of style",
        body=StyleRuleChanges,
        response=StyleRuleShown,
        scope=Scope.WRITE,
        is_guarded=True,
        refusals=(409,),
        example={"title": "Patronymics are kept, even in anger"},
    )
    def patch(self, pk: int) -> Response:
        """Change a rule's mark, title, text or examples. For editors."""
        row = find(_rules(self.user), pk)
        row = edit_style_rule(actor=self.user, rule=row, version=self.version_held(row), changes=self.given)
        return Response(show_style_rule(row))

    @operation(
        name="style_rules_delete",
        summary="Delete a rule of style",
        status=204,
        scope=Scope.WRITE,
        is_guarded=True,
    )
    def delete(self, pk: int) -> Response:
        """Take a rule out of its style guide; comments keep its mark as words. For editors."""
        row = find(_rules(self.user), pk)
        delete_style_rule(actor=self.user, rule=row, version=self.version_held(row))
        return Response(status=204)


def _rules(user: User) -> QuerySet[StyleRule]:
    rows: QuerySet[StyleRule] = StyleRule.objects.visible_to(user)
    return rows.select_related("workspace", "work", "created_by")
