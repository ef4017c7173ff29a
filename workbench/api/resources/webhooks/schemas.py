"""Bodies and queries about webhooks."""

from workbench.api.protocol.fields import Choice, ChoiceList, Schema, Text
from workbench.api.protocol.operations import PageQuery, WorkspaceQuery
from workbench.journal.kinds import Kind
from workbench.notices.models import Delivery

__all__ = ["DeliveryListQuery", "NewWebhook", "WebhookListQuery"]


class WebhookListQuery(WorkspaceQuery, PageQuery):
    """The webhooks of a workspace, or of all that you own."""


class DeliveryListQuery(PageQuery):
    """What became of the deliveries."""

    state = Choice(Delivery.State.values, required=False, help_text="Only those in this state.")


class NewWebhook(Schema):
    """Where a workspace's events are to be sent to."""

    workspace = Text(help_text="The slug of a workspace that you own.")
    url = Text(
        limit=500, least=1, example="https://example.org/hook", help_text="An address that begins with https://."
    )
    kinds = ChoiceList(Kind.values, required=False, help_text="The kinds of events that are sent; all if not said.")
