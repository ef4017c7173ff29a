"""What is asked of the log."""

from workbench.api.protocol.fields import Choice, Choices, Digits, Schema, Text, Whole
from workbench.api.protocol.operations import PageQuery, WorkspaceQuery
from workbench.journal.kinds import Kind

__all__ = ["EventListQuery", "NewSubscription", "NotificationListQuery", "ReadTo"]


class EventListQuery(WorkspaceQuery, PageQuery):
    """Events that are as wanted."""

    work = Text(required=False, help_text="A work's slug.")
    passage = Digits(required=False, help_text="A passage's id.")
    variant = Digits(required=False, help_text="A variant's id.")
    thread = Digits(required=False, help_text="A thread's id.")
    kind = Choices(Kind.values, required=False, help_text="Some kinds, separated by commas.")
    actor = Text(required=False, help_text="A user name.")
    after = Digits(
        required=False,
        help_text="The `cursor` of an event: only what came later in its workspace. With it, one workspace is asked: "
        "by `workspace`, `work`, `passage`, `variant` or `thread`.",
    )


class NotificationListQuery(PageQuery):
    """What concerns you: all of it, or what you have not read."""

    unread = Choice(["true"], required=False, help_text="Only what you have not read.")


class ReadTo(Schema):
    """How far you have read in a workspace."""

    workspace = Text(help_text="The workspace's slug.")
    cursor = Whole(help_text="The `cursor` of the last event that you have read.")


class NewSubscription(Schema):
    """What you want to hear of: a work (by `work`, and `workspace` where others have its slug) or a thread."""

    work = Text(required=False, help_text="A work's slug.")
    workspace = Text(required=False, help_text="The slug of the work's workspace.")
    thread = Whole(required=False, help_text="A thread's id.")
    wish = Choice(["follow", "mute"], help_text="To be told of all of it, or of nothing.")
