"""What lies before a reviewer next, and what the answers come to."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypedDict

from django.db.models import Count, Q
from django.utils.translation import gettext

from workbench.accounts.models import Role, User
from workbench.accounts.permissions import role_in
from workbench.campaigns.answers import passes
from workbench.campaigns.errors import NotAllowed
from workbench.campaigns.handing import label_versions, order_of_items, sits_on, tag_of
from workbench.campaigns.models import Answer, Campaign, Handing, Item, Seat
from workbench.campaigns.offering import add_up, fates_of, still_fitting
from workbench.campaigns.pearmut import Judged
from workbench.campaigns.scoring import Checked, Given, Result, score
from workbench.corpus.models import Revision, Variant
from workbench.review.classification import lists_of
from workbench.text.words.languages import direction_of

__all__ = ["Handed", "hand", "hand_openly", "judged_of", "next_item", "results_of", "source_of", "words_of"]

_AT_ONCE = 50
"""Items whose texts are read at once: of those that are passed over, none costs a query of its own."""
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
    def offered(self) -> dict[str, list[Mapping[str, Any]]]:
        """The marks of a machine by label, as far as their words still stand there."""
        marks = still_fitting(self.item.offered, {siglum: one.text for siglum, one in self.variants.items()})
        return {label: [one for one in marks if one["siglum"] == siglum] for label, siglum in self.labels.items()}

    @property
    def versions(self) -> list[tuple[str, Variant]]:
        """Each label with its text, in the order in which they are shown."""
        return [(label, self.variants[siglum]) for label, siglum in self.labels.items()]


def next_item(campaign: Campaign, reviewer: User) -> Handed | None:
    """Return what the reviewer judges next; None where nothing waits for them, or the campaign is closed."""
    seat = Seat.objects.filter(campaign=campaign, reviewer=reviewer).values_list("number", flat=True).first()
    if campaign.closed_at is not None or seat is None:
        return None
    waiting = _waiting(campaign, reviewer, seat)
    for first in range(0, len(waiting), _AT_ONCE):
        some = waiting[first : first + _AT_ONCE]
        texts = _texts_for(reviewer, some)
        for place, item in enumerate(some, first):
            if (handed := _lay(campaign, reviewer, item, texts[item.passage_id], len(waiting) - place)) is not None:
                return handed
    return None


def hand(campaign: Campaign, reviewer: User, item: Item, left: int = 1) -> Handed | None:
    """Return an item as it lies before a reviewer; None where too few versions are left without their own texts."""
    return _lay(campaign, reviewer, item, _texts_for(reviewer, [item])[item.passage_id], left)


def hand_openly(campaign: Campaign, curator: User, item: Item) -> Handed | None:
    """Return an item by the sigla of its versions, for whoever decides; None where too few are not their own texts."""
    handed = hand(campaign, curator, item)
    return handed and replace(handed, labels={siglum: siglum for siglum in item.sigla if siglum in handed.variants})


def source_of(handed: Handed) -> Variant | None:
    """Return what was translated, where the work has it and it is not itself judged; one query."""
    rows = Variant.objects.filter(passage=handed.item.passage_id, translation__role="original").exclude(text="")
    found = rows.exclude(translation__siglum__in=handed.item.sigla).select_related("translation")
    return found.order_by("translation__position").first()


class Words(TypedDict):
    """A text as it is judged: without a word of whose it is."""

    text: str
    language: str
    direction: str


def words_of(variant: Variant) -> Words:
    """Return what is shown of a variant to whom judges it; its translation should be loaded."""
    language = variant.translation.language
    return {"text": variant.text, "language": language, "direction": direction_of(language)}


def judged_of(campaign: Campaign, *, is_named: bool) -> Iterator[Judged]:
    """Yield all answers with the texts that their reviewers read, in the order of the items.

    Reviewers are "Reviewer 2" unless they are named. Three queries.
    """
    seats = dict(Seat.objects.filter(campaign=campaign).values_list("reviewer", "number"))
    rows = Answer.objects.filter(campaign=campaign).select_related("item__passage", "reviewer")
    answers = list(rows.order_by("item__number", "pk"))
    texts = _read_texts(answers)
    for one in answers:
        name = one.reviewer.username if is_named else f"Reviewer {seats[one.reviewer_id]}"
        passage = one.item.passage
        read = {siglum: texts.get((passage.pk, siglum, number), "") for siglum, number in one.revisions.items()}
        source = texts.get((passage.pk, "", 0), "")
        yield Judged(one.item.number, passage.reference, name, source, read, one.content)


def _read_texts(answers: Sequence[Answer]) -> dict[tuple[int, str, int], str]:
    """Return the texts of revisions by passage id, siglum and number; of originals also under the siglum ""."""
    passages = {one.item.passage_id for one in answers}
    rows = Revision.objects.filter(variant__passage__in=passages)
    names = ("variant__passage", "variant__translation__siglum", "number", "text")
    texts = {(at, siglum, number): text for at, siglum, number, text in rows.values_list(*names)}
    originals = Variant.objects.filter(passage__in=passages, translation__role="original")
    return texts | {(at, "", 0): text for at, text in originals.values_list("passage", "text")}


def _lay(campaign: Campaign, reviewer: User, item: Item, variants: Mapping[str, Variant], left: int) -> Handed | None:
    sigla = [siglum for siglum in item.sigla if siglum in variants]
    if len(sigla) < _LEAST.get(campaign.kind, 1):
        return None
    labels = label_versions(campaign.seed, reviewer.pk, item.number, sigla, is_blind=campaign.is_blind)
    shown = {siglum: variants[siglum] for siglum in sigla}
    return Handed(item, labels, shown, tag_of({siglum: one.version for siglum, one in shown.items()}), left)


def results_of(campaign: Campaign, user: User) -> Result:
    """Return what the answers come to: for editors at any time, for others once the campaign is closed."""
    role = role_in(user, campaign.workspace_id)
    if campaign.closed_at is None and (role is None or role.rank < Role.EDITOR.rank):
        raise NotAllowed(gettext("What the answers come to is shown to reviewers once the campaign is closed."))
    rows = Answer.objects.filter(campaign=campaign).order_by("item__number", "pk")
    names = ("item", "reviewer", "revisions", "content", "item__expected", "item__offered")
    told = list(rows.values_list(*names))
    said = [(Given(one, who, sorted(of), what), expected) for one, who, of, what, expected, _ in told]
    fates = Counter[tuple[str, str]]()
    for _, _, read, content, _, offered in told:
        fates.update(fates_of(offered, content.get("spans", ()), read))
    weights = lists_of(campaign.workspace_id).weights
    seats = dict(Seat.objects.filter(campaign=campaign).values_list("reviewer", "number"))
    checks: dict[int, list[bool]] = {}
    for given, expected in said:
        if expected:
            passed = passes(campaign.kind, given.content, expected, weights)
            checks.setdefault(seats[given.reviewer], []).append(passed)
    counted = [given for given, expected in said if not expected]
    result = score(campaign.kind, counted, campaign.sigla, weights)
    passed_of = [Checked(seat, sum(all_), len(all_)) for seat, all_ in sorted(checks.items())]
    return replace(result, checks=passed_of, fates=add_up(fates, campaign.sigla))


def _waiting(campaign: Campaign, reviewer: User, seat: int) -> list[Item]:
    """Return the items that wait for a reviewer in their order; three queries."""
    items = campaign.items.exclude(answers__reviewer=reviewer).select_related("passage")
    if campaign.handing == Handing.SHARES:
        seats = Seat.objects.filter(campaign=campaign).count()
        numbers = [one for one in items.values_list("number", flat=True) if sits_on(one, seat, seats, campaign.each)]
        items = items.filter(number__in=numbers)
    elif campaign.handing == Handing.DIFFERING:
        items = items.annotate(given=Count("answers")).filter(Q(given__lt=2) | Q(is_disputed=True))
    if campaign.each and campaign.handing != Handing.SHARES:
        items = items.annotate(given=Count("answers")).filter(given__lt=campaign.each)
    by_number = {item.number: item for item in items.order_by("number")}
    return [by_number[number] for number in order_of_items(campaign.seed, reviewer.pk, list(by_number))]


def _texts_for(reviewer: User, items: Sequence[Item]) -> dict[int, dict[str, Variant]]:
    """Return the texts of items by passage id and siglum, but those the reviewer wrote: nobody judges their own.

    Two queries, however many items.
    """
    passages = {item.passage_id for item in items}
    sigla = {siglum for item in items for siglum in item.sigla}
    rows = Variant.objects.filter(passage__in=passages, translation__siglum__in=sigla).exclude(text="")
    variants = list(rows.select_related("translation"))
    own = Revision.objects.filter(variant__in=[one.pk for one in variants], author=reviewer, attributed_to="")
    written = set(own.values_list("variant_id", "number"))
    texts: dict[int, dict[str, Variant]] = {passage: {} for passage in passages}
    for one in variants:
        if (one.pk, one.version) not in written:
            texts[one.passage_id][one.translation.siglum] = one
    return texts
