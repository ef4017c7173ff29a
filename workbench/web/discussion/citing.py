"""The rules of style that remarks lead to: those of the work and of its workspace that the person may see."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from django.db.models import F
from django.urls import reverse

from workbench.accounts.models import User
from workbench.corpus.models import StyleRule, Work
from workbench.review.citing import Cited, cited_in
from workbench.review.folding import fold
from workbench.review.models import Thread

__all__ = ["NO_RULES", "rules_for", "rules_of_threads"]

NO_RULES: Mapping[str, Cited] = {}


def rules_of_threads(user: User, threads: Iterable[Thread]) -> dict[int, Mapping[str, Cited]]:
    """Return, by work id, the rules that comments of whole threads cite; one query, none where nothing has a §."""
    works: dict[int, Work] = {}
    marks: set[str] = set()
    for thread in threads:
        found = {mark for comment in thread.comments.all() for mark in cited_in(comment.body)}
        if found:
            works[thread.work_id] = thread.work
            marks |= found
    return rules_for(user, works.values(), marks) if marks else {}


def rules_for(user: User, works: Collection[Work], marks: Collection[str]) -> dict[int, Mapping[str, Cited]]:
    """Return the rules of works (their workspaces loaded) that have one of these folded marks, by work id. One query.

    Where a work and its workspace have the same mark, the work's own counts.
    """
    rows = StyleRule.objects.visible_to(user).counting_in(*works).order_by(F("work").asc(nulls_first=True), "pk")
    wanted = [rule for rule in rows.only("mark", "title", "work", "workspace") if fold(rule.mark) in marks]
    return {work.pk: _by_mark(work, wanted) for work in works}


def _by_mark(work: Work, rules: Sequence[StyleRule]) -> Mapping[str, Cited]:
    own = [rule for rule in rules if rule.work_id == work.pk or _is_shared(rule, work)]
    return {fold(rule.mark): Cited(_address(work, rule), rule.title) for rule in own}


def _is_shared(rule: StyleRule, work: Work) -> bool:
    return rule.work_id is None and rule.workspace_id == work.workspace_id


def _address(work: Work, rule: StyleRule) -> str:
    return reverse("web:style_rule", args=[work.workspace.slug, work.slug, rule.pk])
