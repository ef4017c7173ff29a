"""What may be done with campaigns."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext

from workbench.accounts.models import Membership, Role, User
from workbench.accounts.permissions import require_role
from workbench.campaigns.answers import check_answer, differ
from workbench.campaigns.errors import Conflict, Invalid, NotAllowed, Stale
from workbench.campaigns.handing import items_of
from workbench.campaigns.models import Answer, Campaign, Handing, Item, Kind, Seat
from workbench.campaigns.queries import Handed, hand
from workbench.corpus import limits
from workbench.corpus.addressing import find_stretch
from workbench.corpus.models import Work
from workbench.journal.actions import Place, record
from workbench.journal.kinds import Kind as EventKind
from workbench.review.classification import lists_of

__all__ = ["MOST_CHECKS", "MOST_ITEMS", "CampaignWishes", "close_campaign", "give_answer", "make_campaign"]

MOST_ITEMS = 10_000
MOST_REVIEWERS = 100
MOST_CHECKS = 200


@dataclass(frozen=True, slots=True)
class CampaignWishes:
    """What is judged by whom. `sigla`: () all but the original; `passages` "" all; `reviewers` user names.

    `checks` are (reference, siglum, siglum): who reads with care puts the first version above the second there.
    `offered` are marks of a machine by reference (`offering`), for reviewers to take, change or strike.
    """

    title: str
    kind: str
    reviewers: Sequence[str]
    sigla: Sequence[str] = ()
    passages: str = ""
    is_blind: bool = True
    each: int = 0
    handing: str = Handing.POOL
    checks: Sequence[tuple[str, str, str]] = ()
    offered: Sequence[tuple[str, Mapping[str, Any]]] = ()


@transaction.atomic
def make_campaign(*, actor: User, work: Work, wishes: CampaignWishes) -> Campaign:
    """Make a campaign and hand out its items. For editors; the reviewers are members who may comment.

    Raises `Invalid` for what is not there, for a kind that there is not, and for too many items.
    """
    require_role(actor, work.workspace_id, Role.EDITOR)
    _check(wishes)
    sigla, reviewers = _sigla(work, wishes), _reviewers(work, wishes)
    items = items_of(wishes.kind, _passages(work, wishes.passages), sigla)
    if len(items) > MOST_ITEMS:
        raise Invalid(
            gettext("At most %(most_items)s items are expected, not %(count)s: choose fewer passages.")
            % {"most_items": MOST_ITEMS, "count": len(items)}
        )
    campaign = Campaign.objects.create(
        workspace_id=work.workspace_id,
        work=work,
        title=wishes.title,
        kind=wishes.kind,
        is_blind=wishes.is_blind,
        sigla=sigla,
        passages=wishes.passages,
        each=wishes.each,
        handing=wishes.handing,
        seed=secrets.randbits(62),
        created_by=actor,
        created_at=timezone.now(),
    )
    shared = {"workspace_id": work.workspace_id, "campaign": campaign}
    Seat.objects.bulk_create(Seat(**shared, reviewer=one, number=place) for place, one in enumerate(reviewers, 1))
    expected = _expected(work, wishes, sigla)
    offered = _offered(work, wishes)
    Item.objects.bulk_create(
        Item(
            **shared,
            number=number,
            passage_id=passage,
            sigla=some,
            expected=_among(some, expected.get(passage, [])),
            offered=[one for one in offered.get(passage, []) if one["siglum"] in some],
        )
        for number, (passage, some) in enumerate(items, 1)
    )
    _record(actor, EventKind.CAMPAIGN_MADE, campaign)
    return campaign


@transaction.atomic
def give_answer(*, actor: User, campaign: Campaign, number: int, seen: str, given: Mapping[str, Any]) -> Handed:
    """Keep what the actor says of item `number`, and return the item: they may know now what stands behind the labels.

    `seen` is what `queries.hand` said of the texts they read. Raises `Stale` where these read otherwise now, `Conflict`
    where the campaign is closed or they have answered, `Invalid` for an answer that is not whole.
    """
    require_role(actor, campaign.workspace_id, Role.REVIEWER)
    if not Seat.objects.filter(campaign=campaign, reviewer=actor).exists():
        raise NotAllowed(gettext("You are no reviewer of this campaign."))
    if Campaign.objects.select_for_update().get(pk=campaign.pk).closed_at is not None:
        raise Conflict(gettext("The campaign is closed."), code="closed")
    item = campaign.items.select_related("passage").filter(number=number).first()
    handed = hand(campaign, actor, item) if item is not None else None
    if handed is None:
        raise Invalid.field(
            "item", gettext("The number of an item that was handed to you is expected."), code="unknown_item"
        )
    if seen != handed.seen:
        raise Stale(gettext("The texts have changed since you read them: judge them as they read now."), current=None)
    texts = {siglum: variant.text for siglum, variant in handed.variants.items()}
    severities = [name for name, _ in lists_of(campaign.workspace_id).severity_choices]
    content = check_answer(campaign.kind, given, handed.labels, texts, severities)
    _note_dispute(campaign, handed, content)
    _keep(actor, campaign, handed, content)
    return handed


@transaction.atomic
def close_campaign(*, actor: User, campaign: Campaign, version: int) -> Campaign:
    """Hand out nothing more, and let its reviewers see what it came to. For editors."""
    require_role(actor, campaign.workspace_id, Role.EDITOR)
    if not Campaign.objects.replace(campaign, version=version, closed_at=timezone.now()):
        campaign.refresh_from_db()
        raise Stale(gettext("Somebody else has changed the campaign."), current=campaign)
    campaign.refresh_from_db()
    _record(actor, EventKind.CAMPAIGN_CLOSED, campaign)
    return campaign


def _keep(actor: User, campaign: Campaign, handed: Handed, content: dict[str, Any]) -> None:
    try:
        with transaction.atomic():
            Answer.objects.create(
                workspace_id=campaign.workspace_id,
                campaign=campaign,
                item=handed.item,
                reviewer=actor,
                content=content,
                revisions={siglum: variant.version for siglum, variant in handed.variants.items()},
                given_at=timezone.now(),
            )
    except IntegrityError as error:
        raise Conflict(gettext("You have judged this item already."), code="answered") from error


def _note_dispute(campaign: Campaign, handed: Handed, content: dict[str, Any]) -> None:
    """Note that a new answer to an item differs from a former one."""
    weights = lists_of(campaign.workspace_id).weights
    former = handed.item.answers.values_list("content", flat=True)
    if any(differ(campaign.kind, one, content, handed.item.sigla, weights) for one in former):
        Item.objects.filter(pk=handed.item.pk).update(is_disputed=True)


def _expected(work: Work, wishes: CampaignWishes, sigla: Sequence[str]) -> dict[int, list[list[str]]]:
    """Return what is expected of careful readers by passage id."""
    found: dict[int, list[list[str]]] = {}
    passages = dict(
        work.passages.filter(reference__in=[one[0] for one in wishes.checks]).values_list("reference", "pk")
    )
    for reference, high, low in wishes.checks:
        if reference not in passages or high == low or not {high, low} <= set(sigla):
            message = gettext("A passage and two of %(names)s are expected, not %(reference)s: %(high)s > %(low)s.") % {
                "names": ", ".join(sigla),
                "reference": reference,
                "high": high,
                "low": low,
            }
            raise Invalid.field("checks", message, code="bad_check")
        found.setdefault(passages[reference], []).append([high, low])
    return found


def _offered(work: Work, wishes: CampaignWishes) -> dict[int, list[Mapping[str, Any]]]:
    """Return the marks of a machine by passage id."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for reference, mark in wishes.offered:
        found.setdefault(reference, []).append(mark)
    rows = work.passages.filter(reference__in=list(found)).values_list("reference", "pk") if found else ()
    return {pk: found[reference] for reference, pk in rows}


def _among(sigla: Sequence[str], pairs: list[list[str]]) -> list[list[str]]:
    return [pair for pair in pairs if set(pair) <= set(sigla)]


def _check(wishes: CampaignWishes) -> None:
    if not wishes.title.strip() or len(wishes.title) > limits.TITLE:
        raise Invalid.field(
            "title", gettext("From 1 to %(title)s characters are expected.") % {"title": limits.TITLE}, code="bad_title"
        )
    if wishes.kind not in Kind.values:
        raise Invalid.field(
            "kind", gettext("One of %(names)s is expected.") % {"names": ", ".join(Kind.values)}, code="unknown_kind"
        )
    if wishes.handing not in Handing.values:
        raise Invalid.field(
            "handing",
            gettext("One of %(names)s is expected.") % {"names": ", ".join(Handing.values)},
            code="unknown_handing",
        )
    if len(wishes.checks) > MOST_CHECKS:
        raise Invalid.field(
            "checks", gettext("At most %(most_checks)s are expected.") % {"most_checks": MOST_CHECKS}, code="too_many"
        )


def _sigla(work: Work, wishes: CampaignWishes) -> list[str]:
    known = dict(work.translations.order_by("position").values_list("siglum", "role"))
    if unknown := sorted(set(wishes.sigla) - known.keys()):
        message = gettext("No translation is called %(names)s.") % {"names": ", ".join(unknown)}
        raise Invalid.field("translations", message, code="unknown_siglum")
    chosen = [one for one, role in known.items() if one in wishes.sigla or (not wishes.sigla and role != "original")]
    least = 2 if wishes.kind in {"pairwise", "best-worst"} else 1
    if len(chosen) < least:
        raise Invalid.field(
            "translations", gettext("At least %(least)s are expected.") % {"least": least}, code="too_few"
        )
    return chosen


def _passages(work: Work, wanted: str) -> list[int]:
    rows = work.passages.order_by("position")
    if wanted:
        stretch = find_stretch(work, wanted)
        if stretch is None:
            message = gettext("A reference or a range is expected, such as 13-14 or Ps 23.")
            raise Invalid.field("passages", message, code="unknown_passages")
        rows = rows.filter(position__range=(stretch.first, stretch.last))
    found = list(rows.values_list("pk", flat=True)[: MOST_ITEMS + 1])
    if not found:
        raise Invalid.field("passages", gettext("The work has no passage yet."), code="unknown_passages")
    return found


def _reviewers(work: Work, wishes: CampaignWishes) -> list[User]:
    names = list(dict.fromkeys(wishes.reviewers))
    if not 1 <= len(names) <= MOST_REVIEWERS:
        raise Invalid.field(
            "reviewers",
            gettext("From 1 to %(most_reviewers)s user names are expected.") % {"most_reviewers": MOST_REVIEWERS},
            code="bad_reviewers",
        )
    members = Membership.objects.filter(workspace=work.workspace_id, user__username__in=names).select_related("user")
    found = {one.user.username: one.user for one in members if Role(one.role).rank >= Role.REVIEWER.rank}
    if unknown := [name for name in names if name not in found]:
        message = gettext("Members who may comment are expected, not %(names)s.") % {"names": ", ".join(unknown)}
        raise Invalid.field("reviewers", message, code="unknown_reviewer")
    return [found[name] for name in names]


def _record(actor: User, kind: EventKind, campaign: Campaign) -> None:
    place = Place(campaign.workspace_id, campaign.work_id)
    record(actor=actor, kind=kind, subject=campaign.pk, place=place, name=campaign.title)
