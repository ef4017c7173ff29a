"""What a curator decides of an item, shown to its reviewers beside what they said."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from workbench.accounts.models import Role, User
from workbench.accounts.permissions import require_role, role_in
from workbench.campaigns.answers import check_answer
from workbench.campaigns.errors import Conflict, Invalid, Stale
from workbench.campaigns.models import Answer, Campaign, Item, Seat
from workbench.campaigns.queries import Handed, hand_openly
from workbench.journal.actions import Place, record
from workbench.journal.kinds import Kind
from workbench.review.classification import lists_of

__all__ = ["decide_item", "item_to_decide", "items_told"]


def items_told(campaign: Campaign, user: User) -> QuerySet[Item]:
    """Return the items whose answers somebody may read, in their order: editors all, others what they answered."""
    role = role_in(user, campaign.workspace_id)
    answers = Answer.objects.filter(item=OuterRef("pk"))
    if role is None or role.rank < Role.EDITOR.rank:
        answers = answers.filter(reviewer=user)
    found = campaign.items.filter(Exists(answers)).select_related("passage", "decided_by")
    rows: QuerySet[Item] = found.order_by("number")
    return rows


def item_to_decide(campaign: Campaign, actor: User, number: int) -> Handed:
    """Return an item with its versions by their sigla. For editors.

    Raises `Invalid` for a number that is none, `Conflict` for an item that the actor has still to judge themselves, or
    whose words they wrote.
    """
    require_role(actor, campaign.workspace_id, Role.EDITOR)
    item = items_told(campaign, actor).filter(number=number).first()
    if item is None:
        raise Invalid.field(
            "item", gettext("The number of an item that somebody judged is expected."), code="unknown_item"
        )
    sits = campaign.closed_at is None and Seat.objects.filter(campaign=campaign, reviewer=actor).exists()
    if sits and not item.answers.filter(reviewer=actor).exists():
        raise Conflict(gettext("Judge it yourself before you decide."), code="not_judged")
    handed = hand_openly(campaign, actor, item)
    if handed is None:
        raise Conflict(gettext("These are your own words: somebody else decides."), code="own_words")
    return handed


@transaction.atomic
def decide_item(*, actor: User, campaign: Campaign, number: int, given: Mapping[str, Any], seen: str = "") -> Item:
    """Keep what a curator says of an item, by sigla, in place of what was decided before. For editors.

    Raises what `item_to_decide` raises, `Invalid` for what is no whole answer, and `Stale` where the texts do not read
    as they were `seen` ("" if that is not known).
    """
    handed = item_to_decide(campaign, actor, number)
    if seen and seen != handed.seen:
        raise Stale(
            gettext("The texts have changed since you read them: decide on them as they read now."), current=None
        )
    texts = {siglum: variant.text for siglum, variant in handed.variants.items()}
    severities = [name for name, _ in lists_of(campaign.workspace_id).severity_choices]
    item = handed.item
    item.decision = check_answer(campaign.kind, given, handed.labels, texts, severities)
    item.decided_by, item.decided_at = actor, timezone.now()
    item.save(update_fields=["decision", "decided_by", "decided_at"])
    place = Place(campaign.workspace_id, campaign.work_id)
    record(actor=actor, kind=Kind.CAMPAIGN_DECIDED, subject=campaign.pk, place=place, name=campaign.title)
    return item
