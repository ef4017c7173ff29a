"""What lies before a reviewer next, and what the answers come to."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count

from workbench.accounts.models import Role, User
from workbench.accounts.permissions import role_in
from workbench.campaigns.errors import NotAllowed
from workbench.campaigns.handing import label_versions, order_of_items, tag_of
from workbench.campaigns.models import Answer, Campaign, Item, Seat
from workbench.campaigns.scoring import Given, Result, score
from workbench.corpus.models import Revision, Variant
from workbench.review.classification import lists_of

__all__ = ["Handed", "hand", "next_item", "results_of"]

_LEAST = {"pairwise": 2, "best-worst": 2}


@dataclass(frozen=True, slots=True)
class Handed:
    """An item as it lies before a reviewer: what stands behind each label, in order; their texts by siglum.

    `seen` tells whether they still read so. `left` items wait for the reviewer, this one among them.
    """

    item: Item
    labels: Mapping[str, str]
    variants: Mapping[str, Variant]
    seen: str
    left: int

    @property
    def versions(self) -> list[tuple[str, Variant]]:
        """Each label with its text, in the order in which they are shown."""
        return [(label, self.variants[siglum]) for label, siglum in self.labels.items()]


def next_item(campaign: Campaign, reviewer: User) -> Handed | None:
    """Return what the reviewer judges next; None where nothing waits for them, or the campaign is closed."""
    if campaign.closed_at is not None or not Seat.objects.filter(campaign=campaign, reviewer=reviewer).exists():
        return None
    waiting = _waiting(campaign, reviewer)
    for place, item in enumerate(waiting):
        if (handed := hand(campaign, reviewer, item, len(waiting) - place)) is not None:
            return handed
    return None


def hand(campaign: Campaign, reviewer: User, item: Item, left: int = 1) -> Handed | None:
    """Return an item as it lies before a reviewer; None where too few versions are left without their own texts."""
    rows = Variant.objects.filter(passage=item.passage_id, translation__siglum__in=item.sigla)
    variants = {one.translation.siglum: one for one in rows.select_related("translation") if one.text}
    own = _own(variants, reviewer)
    sigla = [siglum for siglum in item.sigla if siglum in variants and siglum not in own]
    if len(sigla) < _LEAST.get(campaign.kind, 1):
        return None
    labels = label_versions(campaign.seed, reviewer.pk, item.number, sigla, is_blind=campaign.is_blind)
    shown = {siglum: variants[siglum] for siglum in sigla}
    return Handed(item, labels, shown, tag_of({siglum: one.version for siglum, one in shown.items()}), left)


def results_of(campaign: Campaign, user: User) -> Result:
    """Return what the answers come to: for editors at any time, for others once the campaign is closed."""
    role = role_in(user, campaign.workspace_id)
    if campaign.closed_at is None and (role is None or role.rank < Role.EDITOR.rank):
        raise NotAllowed("What the answers come to is shown to reviewers once the campaign is closed.")
    rows = Answer.objects.filter(campaign=campaign).order_by("item__number", "pk")
    given = [
        Given(item, reviewer, sorted(revisions), content)
        for item, reviewer, revisions, content in rows.values_list("item", "reviewer", "revisions", "content")
    ]
    return score(campaign.kind, given, campaign.sigla, lists_of(campaign.workspace_id).weights)


def _waiting(campaign: Campaign, reviewer: User) -> list[Item]:
    items = campaign.items.exclude(answers__reviewer=reviewer).select_related("passage")
    if campaign.each:
        items = items.annotate(given=Count("answers")).filter(given__lt=campaign.each)
    by_number = {item.number: item for item in items.order_by("number")}
    return [by_number[number] for number in order_of_items(campaign.seed, reviewer.pk, list(by_number))]


def _own(variants: Mapping[str, Variant], reviewer: User) -> set[str]:
    """Return the versions whose present words the reviewer wrote: nobody judges their own."""
    rows = Revision.objects.filter(variant__in=[one.pk for one in variants.values()], author=reviewer, attributed_to="")
    written = set(rows.values_list("variant_id", "number"))
    return {siglum for siglum, one in variants.items() if (one.pk, one.version) in written}
