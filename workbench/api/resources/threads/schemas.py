"""Bodies and queries about threads, comments and suggestions."""

from workbench.api.protocol.fields import Choice, Day, Digits, Moment, Named, Objects, Schema, Text, Texts, Whole
from workbench.api.protocol.operations import PageQuery, WorkspaceQuery
from workbench.corpus import limits
from workbench.review.actions import MOST
from workbench.review.filters import ANY_CHECK, ORDERS, UNSETTLED, WAITING
from workbench.review.models import Thread
from workbench.text.checking import KINDS

__all__ = [
    "CommentChanges",
    "CommentListQuery",
    "Decision",
    "NewComment",
    "NewNote",
    "Place",
    "Rejection",
    "SeveralChanges",
    "SeveralDecisions",
    "SuggestedText",
    "ThreadChanges",
    "ThreadListQuery",
]

_CATEGORY = "A name from the workspace's list of categories."
_SEVERITY = "A name from the workspace's scale of severities."
_WAITING = "For what: an open suggestion to be decided, an orphaned anchor, or a first answer by somebody else."
_ORDER = "As opened, by place in the text, the gravest first, or by what was last changed: newest or oldest first."


class ThreadListQuery(WorkspaceQuery, PageQuery):
    """Threads that are as wanted."""

    work = Text(required=False, help_text="A work's slug.")
    passage = Digits(required=False, help_text="A passage's id.")
    translation = Named(
        required=False, least=1, help_text="A siglum, or a translation's id: the thread speaks of words in it."
    )
    state = Choice([*Thread.State.values, UNSETTLED], required=False, help_text="Unsettled: open or in progress.")
    category = Text(required=False, help_text=_CATEGORY)
    severity = Text(required=False, help_text=_SEVERITY)
    assignee = Text(required=False, help_text='A user name, or "none".')
    author = Text(required=False, help_text="The user name of who opened it.")
    waiting = Choice(WAITING, required=False, help_text=_WAITING)
    label = Text(  # type: ignore[assignment]
        required=False, help_text="One of its labels, letters of either case."
    )
    check = Choice(
        [ANY_CHECK, *KINDS], required=False, help_text="Found by a check of this kind, or of any, before it was opened."
    )
    whole = Choice(["true", "false"], required=False, help_text="Whether it speaks of the work as a whole.")
    orphaned = Choice(["true", "false"], required=False, help_text="Whether some of its words are gone.")
    unanswered = Choice(["true", "false"], required=False, help_text="Whether nobody but who opened it has spoken.")
    mentions = Choice(["me"], required=False, help_text="A comment in it names you (@name).")
    since = Moment(required=False, help_text="Changed at this moment or later.")
    q = Text(
        required=False, limit=limits.SEARCH, least=1, help_text="Words in one of its comments, letters of either case."
    )
    order = Choice(list(ORDERS), required=False, default="opened", help_text=_ORDER)


class ThreadChanges(Schema):
    """What may be changed of a thread. "" takes category or severity away, null the assignee or the day."""

    least_members = 1
    state = Choice(Thread.State.values, required=False)
    category = Text(limit=limits.CATEGORY, required=False, help_text=_CATEGORY)
    severity = Text(limit=limits.SEVERITY, required=False, help_text=_SEVERITY)
    assignee = Text(limit=150, required=False, allow_null=True, help_text="A member's user name.")
    labels = Texts(limit=limits.LABEL, most=limits.LABELS, required=False, help_text="In place of those it has.")
    due_on = Day(required=False, allow_null=True, help_text="By when it is due.")


class OneOfSeveral(Schema):
    """A thread, as it was seen."""

    id = Whole(help_text="A thread's id.")
    version = Whole(minimum=1, maximum=2**31 - 1, help_text="The thread's `version` that you have read.")


class OneChange(ThreadChanges, OneOfSeveral):
    """What is changed of one thread; as in changing one alone."""

    least_members = 3


class SeveralChanges(Schema):
    """What is changed of several threads."""

    threads = Objects(child=OneChange(), most=MOST)


class OneDecision(OneOfSeveral):
    """Which suggestion of a thread is decided."""

    suggestion = Whole(help_text="The suggestion's id.")


class SeveralDecisions(Schema):
    """Which suggestions of which threads are decided."""

    threads = Objects(child=OneDecision(), most=MOST)


class CommentListQuery(WorkspaceQuery, PageQuery):
    """Comments of a thread or a work, or what was said, edited or deleted since."""

    thread = Digits(required=False, help_text="A thread's id.")
    work = Text(required=False, help_text="A work's slug.")
    since = Moment(required=False, help_text="Written, edited or deleted at this moment or later.")


class Place(Schema):
    """Words of a variant: by offsets (code points, half-open), or by a quote with what stands before and after."""

    variant = Whole(help_text="A variant's id.")
    start = Whole(required=False, maximum=2**31 - 1)
    end = Whole(required=False, maximum=2**31 - 1)
    quote = Text(limit=limits.VARIANT, required=False, default="")
    prefix = Text(limit=limits.VARIANT, required=False, default="")
    suffix = Text(limit=limits.VARIANT, required=False, default="")
    revision = Whole(
        minimum=1, maximum=2**31 - 1, required=False, help_text="The revision the offsets count in, if not the present."
    )


class NewComment(Schema):
    """A reply to `thread`, or the first comment of a new one on `passage`, or on `work` as a whole."""

    thread = Whole(required=False, help_text="A thread's id: the comment is a reply.")
    passage = Whole(required=False, help_text="A passage's id: the comment opens a thread.")
    work = Text(required=False, help_text="A work's slug: the comment opens a thread on the work as a whole.")
    workspace = Text(required=False, help_text="The slug of the work's workspace, if the work's alone is not clear.")
    body = Text(limit=limits.COMMENT, required=False, default="", help_text="CommonMark.")
    category = Text(limit=limits.CATEGORY, required=False, help_text=_CATEGORY)
    severity = Text(limit=limits.SEVERITY, required=False, help_text=_SEVERITY)
    anchors = Objects(child=Place(), required=False, most=20)
    suggestion = Text(
        limit=limits.VARIANT, required=False, allow_null=True, help_text="Words to put in place of the first anchor's."
    )


class CommentChanges(Schema):
    """What may be changed of a comment."""

    body = Text(limit=limits.COMMENT, least=1)


class NewNote(Schema):
    """What you note for yourself, or would rather have noted."""

    body = Text(limit=limits.COMMENT, least=1, help_text="CommonMark.")


class SuggestedText(Schema):
    """How a text should read, and why."""

    text = Text(limit=limits.VARIANT, least=1)
    body = Text(limit=limits.COMMENT, required=False, default="", help_text="CommonMark, said in each thread.")


class Decision(Schema):
    """Which suggestion is decided: the one the person was shown."""

    suggestion = Whole(help_text="The suggestion's id.")


class Rejection(Decision):
    """Which suggestion is not taken, and why."""

    reason = Text(limit=limits.REASON, least=1)
