"""Campaigns: /campaigns/, /campaigns/{id}/, its next/, judgements/, results/ and close/."""

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from rest_framework.response import Response

from workbench.accounts.models import Role, Scope
from workbench.accounts.permissions import role_in
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.lookups import find, find_named_workspace
from workbench.api.protocol.negotiation import IgnoreAccept
from workbench.api.protocol.operations import Nothing, PageQuery, operation
from workbench.api.protocol.parsing import FormParser
from workbench.api.resources.campaigns.presenters import (
    BroughtCampaignShown,
    CampaignShown,
    CuratorDecisionShown,
    HandedShown,
    JudgementShown,
    ResultShown,
    RevealedShown,
    show_answer,
    show_campaign,
    show_decided,
    show_handed,
    show_result,
    show_revealed,
)
from workbench.api.resources.campaigns.schemas import (
    BroughtCampaign,
    CampaignListQuery,
    NewCampaign,
    NewDecision,
    NewJudgement,
    ResultsQuery,
)
from workbench.api.resources.works.files import in_file
from workbench.api.resources.works.lookups import find_named_work, of_work
from workbench.attachments import CSV, attachment
from workbench.campaigns.actions import CampaignWishes, close_campaign, give_answer, make_campaign
from workbench.campaigns.bringing import bring_campaign
from workbench.campaigns.deciding import decide_item
from workbench.campaigns.models import Answer, Campaign, Item, Seat
from workbench.campaigns.mqm_rows import write_ratings
from workbench.campaigns.pearmut import write_annotations
from workbench.campaigns.queries import judged_of, next_item, results_of
from workbench.campaigns.tables import write_results
from workbench.review.transfer import Unreadable

__all__ = ["BringCampaign", "CampaignList", "Close", "Decisions", "Judgements", "Next", "OneCampaign", "Results"]


class _View(ApiView):
    @property
    def rows(self) -> QuerySet[Campaign]:
        """The campaigns that the person may see, with their counts."""
        rows: QuerySet[Campaign] = Campaign.objects.visible_to(self.user).select_related("workspace", "work")
        return rows.annotate(items_count=_counted(Item), seats_count=_counted(Seat), answers_count=_counted(Answer))

    def find(self, pk: int) -> Campaign:
        """Return a campaign by its id."""
        return find(self.rows, pk)


class CampaignList(_View):
    """Campaigns."""

    @operation(
        name="campaigns_list", summary="List campaigns", query=CampaignListQuery, response=CampaignShown, is_list=True
    )
    def get(self) -> Response:
        """The campaigns of your workspaces, in the order in which they were made."""
        return self.page(of_work(self.rows, self.user, self.asked), show_campaign)

    @operation(
        name="campaigns_create",
        summary="Make a campaign",
        body=NewCampaign,
        response=CampaignShown,
        status=201,
        scope=Scope.WRITE,
        example={
            "work": "letter",
            "title": "Which reads best",
            "kind": "best-worst",
            "passages": "13-14",
            "reviewers": ["boris"],
        },
    )
    def post(self) -> Response:
        """Hand chosen passages in chosen translations to reviewers, blind if not said otherwise. For editors."""
        given = self.given
        wishes = CampaignWishes(
            title=given["title"],
            kind=given["kind"],
            reviewers=given["reviewers"],
            sigla=given.get("translations", ()),
            passages=given["passages"],
            is_blind=given["blind"],
            each=given["each"],
            handing=given["handing"],
            checks=[(one["passage"], one["higher"], one["lower"]) for one in given.get("checks", ())],
        )
        made = make_campaign(actor=self.user, work=find_named_work(self.user, given), wishes=wishes)
        return self.created(show_campaign(self.find(made.pk)), "campaign", made.pk)


class BringCampaign(_View):
    """A campaign that was prepared elsewhere."""

    parser_classes = (FormParser,)

    @operation(
        name="campaigns_bring",
        summary="Begin a campaign from Pearmut's file",
        body=BroughtCampaign,
        response=BroughtCampaignShown,
        status=201,
        scope=Scope.WRITE,
        takes="multipart/form-data",
    )
    def post(self) -> Response:
        """Make a work of its texts and a campaign of how they are judged; `warnings` say what is not kept."""
        given = self.given
        try:
            made, warnings = bring_campaign(
                actor=self.user,
                workspace=find_named_workspace(self.user, given["workspace"]),
                file_name=given["file"].name or "campaign.json",
                data=given["file"].read(),
                reviewers=given["reviewers"],
            )
        except Unreadable as error:
            raise in_file(error) from error
        shown = BroughtCampaignShown(campaign=show_campaign(self.find(made.pk)), warnings=list(warnings))
        return self.created(shown, "campaign", made.pk)


class OneCampaign(_View):
    """A campaign."""

    @operation(name="campaigns_read", summary="Read a campaign", response=CampaignShown)
    def get(self, pk: int) -> Response:
        """What is judged by how many, and how much of it is done."""
        return Response(show_campaign(self.find(pk)))


class Next(_View):
    """What is judged next."""

    @operation(name="campaigns_next", summary="Read what you judge next", response=HandedShown)
    def get(self, pk: int) -> Response:
        """The next item for you, its versions by label; the same until you answer. `item` is null at the end."""
        campaign = self.find(pk)
        return Response(show_handed(campaign, next_item(campaign, self.user)))


class Judgements(_View):
    """What was answered."""

    @operation(
        name="campaigns_judgements", summary="List answers", query=PageQuery, response=JudgementShown, is_list=True
    )
    def get(self, pk: int) -> Response:
        """Your own answers; for editors all. Reviewers are named to owners alone, others read "Reviewer 2"."""
        campaign = self.find(pk)
        role = role_in(self.user, campaign.workspace_id)
        rows = (
            Answer.objects.visible_to(self.user).filter(campaign=campaign).select_related("item__passage", "reviewer")
        )
        if role is None or role.rank < Role.EDITOR.rank:
            rows = rows.filter(reviewer=self.user)
        numbers = dict(Seat.objects.filter(campaign=campaign).values_list("reviewer", "number"))
        knows = role == Role.OWNER

        def show(answer: Answer) -> JudgementShown:
            is_named = knows or answer.reviewer_id == self.user.pk
            name = answer.reviewer.username if is_named else f"Reviewer {numbers[answer.reviewer_id]}"
            return show_answer(answer, campaign.kind, name)

        return self.page(rows, show)

    @operation(
        name="campaigns_judge",
        summary="Answer",
        body=NewJudgement,
        response=RevealedShown,
        scope=Scope.WRITE,
        refusals=(409, 412),
        example={"item": 1, "seen": "0f3a…", "best": "2", "worst": "1"},
    )
    def post(self, pk: int) -> Response:
        """Judge an item that was handed to you; the answer says what stood behind the labels.

        412 where the texts read otherwise now than you saw them, 409 where the campaign is closed or you have answered.
        """
        given = {name: value for name, value in self.given.items() if name not in {"item", "seen"}}
        handed = give_answer(
            actor=self.user,
            campaign=self.find(pk),
            number=self.given["item"],
            seen=self.given["seen"],
            given=_as_answer(given),
        )
        return Response(show_revealed(handed))


class Decisions(_View):
    """What was decided."""

    @operation(
        name="campaigns_decide",
        summary="Decide on an item",
        body=NewDecision,
        response=CuratorDecisionShown,
        scope=Scope.WRITE,
        refusals=(409, 412),
        example={"item": 1, "best": "A", "worst": "B"},
    )
    def post(self, pk: int) -> Response:
        """Say what counts of an item that was judged, its versions by their sigla; reviewers see it. For editors.

        412 where `seen` is given and the texts read otherwise now, 409 where you have still to judge the item.
        """
        campaign, given = self.find(pk), dict(self.given)
        number, seen = given.pop("item"), given.pop("seen", "")
        item = decide_item(actor=self.user, campaign=campaign, number=number, seen=seen, given=_as_answer(given))
        return Response(show_decided(item, campaign.kind))


class Results(_View):
    """What the answers come to."""

    content_negotiation_class = IgnoreAccept

    @operation(
        name="campaigns_results",
        summary="Read a campaign's figures",
        query=ResultsQuery,
        response=ResultShown,
        media=("application/json", "text/csv", "application/jsonl", "text/tab-separated-values"),
        refusals=(403,),
    )
    def get(self, pk: int) -> HttpResponse:
        """Scores with intervals, which differences are real, agreement; as `pearmut` the answers themselves, as `mqm`
        their marks.

        For editors; for all once it is closed. Names stand in it for owners alone.
        """
        campaign = self.find(pk)
        result = results_of(campaign, self.user)
        if self.asked["format"] == "json":
            return Response(show_result(campaign, result))
        if self.asked["format"] == "csv":
            return attachment(write_results(result), f"campaign-{campaign.pk}.csv", CSV)
        is_named = role_in(self.user, campaign.workspace_id) == Role.OWNER
        judged = judged_of(campaign, is_named=is_named)
        if self.asked["format"] == "mqm":
            return attachment(write_ratings(judged), f"campaign-{campaign.pk}.tsv", "text/tab-separated-values")
        lines = write_annotations(campaign.title, judged)
        return attachment(lines, f"campaign-{campaign.pk}.jsonl", "application/jsonl")


class Close(_View):
    """The end of a campaign."""

    @operation(
        name="campaigns_close",
        summary="Close a campaign",
        body=Nothing,
        response=CampaignShown,
        scope=Scope.WRITE,
        is_guarded=True,
        example={},
    )
    def post(self, pk: int) -> Response:
        """Nothing more is handed out, and its reviewers see the figures. For editors."""
        campaign = self.find(pk)
        close_campaign(actor=self.user, campaign=campaign, version=self.version_held(campaign))
        return Response(show_campaign(self.find(pk)))


def _counted(kind: type[Item | Seat | Answer]) -> Coalesce:
    """Return how many rows of a kind a campaign has, each counted by itself: joined, they would multiply."""
    rows = kind._default_manager.filter(campaign=OuterRef("pk")).order_by().values("campaign")
    return Coalesce(Subquery(rows.annotate(count=Count("pk")).values("count")), 0)


def _as_answer(given: dict[str, object]) -> dict[str, object]:
    """Return the lists of a body as `answers` takes them, each value under one name."""
    named = {"verdicts": "verdict", "scores": "score"}
    return {
        name: [{"version": one["version"], "value": one[named[name]]} for one in value]  # type: ignore[attr-defined]
        if name in named
        else value
        for name, value in given.items()
    }
