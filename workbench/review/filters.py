"""Which discussions are asked for, and in what order: the same for the pages and the API."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Case, F, IntegerField, QuerySet, Value, When

from workbench.accounts.models import User
from workbench.corpus.models import Work
from workbench.review.models import Anchor, Comment, Severity, Suggestion, Thread

__all__ = ["NOBODY", "ORDERS", "WAITING", "ThreadFilter", "find_threads"]

_PLACE = ("work_id", "passage__position", "created_at", "pk")
ORDERS = {
    "place": _PLACE,
    "severity": ("-weight", *_PLACE),
    "newest": ("-updated_at", "-pk"),
    "oldest": ("updated_at", "pk"),
    "opened": ("pk",),
}
"""The columns of each order, unique together; `weight` is the place of a severity on its scale."""
WAITING = ("suggestion", "orphan", "answer")
NOBODY = "(none)"  # no user name: those have no brackets


@dataclass(frozen=True, slots=True)
class ThreadFilter:
    """What threads must be like; an empty field asks for nothing.

    `assignee` and `author` are user names; `assignee` may be `NOBODY`. `translation`, in which an anchor stands, is a
    siglum or an id, `passage` a reference or an id.
    `waiting` is for what: an open `suggestion` to decide, an `orphan` (or changed words) to attach again, or a
    first `answer`.
    `order` is one of `ORDERS`.
    """

    work: Work | None = None
    state: str = ""
    category: str = ""
    severity: str = ""
    assignee: str = ""
    author: str = ""
    translation: str | int = ""
    passage: str | int = ""
    waiting: str = ""
    order: str = "place"


def find_threads(user: User, wanted: ThreadFilter) -> QuerySet[Thread]:
    """Return the threads the user may see that are as wanted, in the order wanted."""
    threads: QuerySet[Thread] = Thread.objects.visible_to(user)
    if wanted.work is not None:
        threads = threads.filter(work=wanted.work)
    threads = _by_columns(threads, wanted)
    if wanted.assignee:
        threads = _by_assignee(threads, wanted.assignee)
    if wanted.translation != "":
        threads = _by_translation(threads, wanted.translation)
    threads = _by_waiting(threads, wanted.waiting)
    return threads.annotate(weight=_weight()).order_by(*ORDERS[wanted.order])


def _by_columns(threads: QuerySet[Thread], wanted: ThreadFilter) -> QuerySet[Thread]:
    columns = {
        "state": wanted.state,
        "category": wanted.category,
        "severity": wanted.severity,
        "created_by__username": wanted.author,
        _named("passage", wanted.passage, "reference"): wanted.passage,
    }
    return threads.filter(**{column: value for column, value in columns.items() if value != ""})


def _by_assignee(threads: QuerySet[Thread], name: str) -> QuerySet[Thread]:
    return threads.filter(assignee=None) if name == NOBODY else threads.filter(assignee__username=name)


def _by_translation(threads: QuerySet[Thread], translation: str | int) -> QuerySet[Thread]:
    column = _named("variant__translation", translation, "siglum")
    return threads.filter(pk__in=Anchor.objects.filter(**{column: translation}).values("thread"))


def _named(path: str, name: str | int, column: str) -> str:
    """Return where a name is looked for: an id in the row's own, words in the column."""
    return path if isinstance(name, int) else f"{path}__{column}"


def _by_waiting(threads: QuerySet[Thread], waiting: str) -> QuerySet[Thread]:
    if waiting == "suggestion":
        return threads.filter(pk__in=Suggestion.objects.filter(state=Suggestion.State.OPEN).values("thread"))
    if waiting == "orphan":
        return threads.filter(pk__in=Anchor.objects.exclude(state=Anchor.State.PLACED).values("thread"))
    if waiting == "answer":
        return threads.exclude(pk__in=_answered())
    return threads


def _answered() -> QuerySet[Comment, Any]:
    """The ids of the threads in which somebody other than the opener has said something."""
    replies = Comment.objects.filter(deleted_at=None).exclude(author=F("thread__created_by"))
    return replies.values("thread")


def _weight() -> Case:
    """The place of a severity on its scale, 0 for none given."""
    steps = [When(severity=severity, then=Value(weight)) for weight, severity in enumerate(Severity.values, 1)]
    return Case(*steps, default=Value(0), output_field=IntegerField())
