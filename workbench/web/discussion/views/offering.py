"""What a comment may name, for those who type a sign: `@` the work's people, `§` the rules of its style guide."""

from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from workbench.accounts.queries import members_of
from workbench.corpus.style import in_order, rules_of
from workbench.review.folding import fold
from workbench.web.site.lookups import find_work
from workbench.web.site.pages import PersonRequest, page

__all__ = ["offer_people", "offer_rules"]

_MOST = 8


@require_safe
@page
def offer_people(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Return at most eight people as JSON: members of the work's workspace, and nobody else, by their names."""
    work = find_work(request.user, workspace, slug)
    people = [membership.user for membership in members_of(work.workspace)]
    return _answer(request, "people", {one.username: str(one) for one in people})


@require_safe
@page
def offer_rules(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Return at most eight rules of style that count in a work as JSON, by their marks and titles.

    Where a work and its workspace have the same mark, the work's own counts.
    """
    rules = in_order(rules_of(find_work(request.user, workspace, slug)))
    titles = {rule.mark: rule.title for rule in rules}
    return _answer(request, "rules", titles | {rule.mark: rule.title for rule in rules if rule.work_id})


def _answer(request: PersonRequest, kind: str, named: dict[str, str]) -> HttpResponse:
    """Offer the names that begin with `q`, or of which a word does in how they are shown."""
    begun = fold(request.GET.get("q", "")[:150])
    found = [
        {"name": name, "shown": shown}
        for name, shown in named.items()
        if any(word.startswith(begun) for word in (fold(name), *fold(shown).split(" ")))
    ]
    return JsonResponse({kind: found[:_MOST]})
