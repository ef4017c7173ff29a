"""What reviewers said of each item, the curator's decision beside it, and deciding."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from workbench.accounts.errors import Refused
from workbench.accounts.models import Role, User
from workbench.accounts.permissions import require_role, role_in
from workbench.campaigns.deciding import decide_item, item_to_decide, items_told
from workbench.campaigns.models import Answer, Campaign, Item, Seat
from workbench.campaigns.wording import in_words
from workbench.text.words.digits import read_digits
from workbench.web.campaigns.views.judging import context_of, given_in
from workbench.web.campaigns.views.making import find_campaign
from workbench.web.site.pages import PersonRequest, page, rights_in, status_of

if TYPE_CHECKING:
    from workbench.campaigns.queries import Handed

__all__ = ["decide", "show_answers"]

_PER_PAGE = 50


@require_safe
@page
def show_answers(request: PersonRequest, pk: int) -> HttpResponse:
    """Show what was said of each item: to editors by all, to others by themselves; with what was decided."""
    campaign = find_campaign(request, pk)
    items = items_told(campaign, request.user)
    is_disputed = request.GET.get("show") == "disputed"
    pages = Paginator(items.filter(is_disputed=True) if is_disputed else items, _PER_PAGE)
    shown = pages.get_page(read_digits(request.GET.get("page", "1"), longest=6) or 1)
    rights = rights_in(request.user, campaign.workspace_id)
    context = {
        "campaign": campaign,
        "work": campaign.work,
        "rows": list(_rows(campaign, request.user, list(shown))),
        "shown": shown,
        "is_disputed": is_disputed,
        **rights,
    }
    return render(request, "web/campaigns/answers.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@page
def decide(request: PersonRequest, pk: int) -> HttpResponse:
    """Show an item by the sigla of its versions, what was said of it, and take what is decided."""
    campaign = find_campaign(request, pk)
    require_role(request.user, campaign.workspace_id, Role.EDITOR)
    number = read_digits(request.POST.get("item") or request.GET.get("item", ""), longest=6) or 0
    status, error = 200, None
    handed: Handed | None = None
    try:
        handed = item_to_decide(campaign, request.user, number)
        if request.method == "POST":
            given = given_in(campaign.kind, request.POST, handed)
            seen = request.POST.get("seen", "")
            decide_item(actor=request.user, campaign=campaign, number=number, given=given, seen=seen)
            said = gettext("%(reference)s: decided.") % {"reference": handed.item.passage.reference}
            messages.success(request, said)
            return redirect("web:campaign_answers", pk)
    except Refused as refused:
        status, error = status_of(refused) if request.method == "POST" else 200, refused
    rows = list(_rows(campaign, request.user, [handed.item])) if handed else []
    context = {**context_of(campaign, handed, request.POST, error), "is_deciding": True, "rows": rows}
    return render(request, "web/campaigns/judge.html", context, status=status)


def _rows(campaign: Campaign, user: User, items: Sequence[Item]) -> Iterator[dict[str, Any]]:
    """Yield each item with what was said of it and what was decided, in words; two queries."""
    role = role_in(user, campaign.workspace_id)
    is_editor = role is not None and role.rank >= Role.EDITOR.rank
    answers = Answer.objects.filter(item__in=[one.pk for one in items]).select_related("reviewer").order_by("pk")
    seats = dict(Seat.objects.filter(campaign=campaign).values_list("reviewer", "number"))
    said: dict[int, list[tuple[str, str]]] = {}
    for one in answers if is_editor else answers.filter(reviewer=user):
        is_named = role == Role.OWNER or one.reviewer_id == user.pk
        name = str(one.reviewer) if is_named else gettext("Reviewer %(number)s") % {"number": seats[one.reviewer_id]}
        words = in_words(campaign.kind, one.content, campaign.sigla)
        said.setdefault(one.item_id, []).append((name, words))
    for item in items:
        decision = in_words(campaign.kind, item.decision, campaign.sigla) if item.decision else ""
        yield {"item": item, "said": said.get(item.pk, []), "decision": decision}
