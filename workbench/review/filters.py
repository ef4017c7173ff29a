"""Which discussions are asked for, and in what order: the same for the pages and the API."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When

from workbench.accounts.models import User
from workbench.accounts.queries import roles_of
from workbench.corpus.models import Work
from workbench.review.classification import DEFAULT, Lists, lists_of_all
from workbench.review.models import Anchor, Comment, Suggestion, Thread

__all__ = ["NOBODY", "ORDERS", "UNSETTLED", "WAITING", "ThreadFilter", "find_threads"]

_PLACE = ("work_id", "passage__position", "created_at", "pk")
ORDERS = {
    "place": _PLACE,
    "severity": ("-weight", *_PLACE),
    "newest": ("-updated_at", "-pk"),
    "oldest": ("updated_at", "pk"),
    "opened": ("pk",),
}
"""The columns of each order, unique together; `weight` is that of the severity in its workspace."""
WAITING = ("suggestion", "orphan", "answer")
UNSETTLED = "unsettled"  # no state: any in which something is left to do
NOBODY = "(none)"  # no user name: those have no brackets


@dataclass(frozen=True, slots=True)
class ThreadFilter:
    """What threads must be like; an empty field asks for nothing.

    `state` is one of a thread's, or `UNSETTLED`.
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
    if "-weight" in ORDERS[wanted.order]:
        threads = threads.annotate(weight=_weight(lists_of_all(roles_of(user))))
    return threads.order_by(*ORDERS[wanted.order])


def _by_columns(threads: QuerySet[Thread], wanted: ThreadFilter) -> QuerySet[Thread]:
    columns = {
        "state": "" if wanted.state == UNSETTLED else wanted.state,
        "category": wanted.category,
        "severity": wanted.severity,
        "created_by__username": wanted.author,
        _named("passage", wanted.passage, "reference"): wanted.passage,
    }
    if wanted.state == UNSETTLED:
        threads = threads.filter(state__in=Thread.UNSETTLED)
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


def _weight(own: Mapping[int, Lists]) -> Case:
    """What a severity weighs where the thread is, in thousandths of a point above 1; 0 for none given."""
    steps = [step for workspace, lists in own.items() for step in _steps(lists, Q(workspace=workspace))]
    return Case(*steps, *_steps(DEFAULT, Q()), default=Value(0), output_field=IntegerField())


def _steps(lists: Lists, where: Q) -> list[When]:
    weights = lists.weights.items()
    return [When(where & Q(severity=name), then=Value(round(1000 * (1 + weight)))) for name, weight in weights]
