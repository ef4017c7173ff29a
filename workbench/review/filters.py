"""Which discussions are asked for, and in what order: the same for the pages and the API."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Model, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from workbench.accounts.models import User
from workbench.accounts.queries import roles_of
from workbench.corpus.models import Check, Work
from workbench.review.citing import cites
from workbench.review.classification import DEFAULT, Lists, lists_of_all
from workbench.review.folding import fold
from workbench.review.models import Anchor, Comment, Mention, Suggestion, Thread

__all__ = ["ANY_CHECK", "NOBODY", "ORDERS", "UNSETTLED", "WAITING", "ThreadFilter", "count_threads", "find_threads"]

_PLACE = ("work_id", "place", "created_at", "pk")
ORDERS = {
    "place": _PLACE,
    "severity": ("-weight", *_PLACE),
    "newest": ("-updated_at", "-pk"),
    "oldest": ("updated_at", "pk"),
    "opened": ("pk",),
}
"""The columns of each order, unique together. `weight` is that of the severity in its workspace; `place` the position
of the passage, 0 for what speaks of the work as a whole.
"""
WAITING = ("suggestion", "orphan", "answer")
UNSETTLED = "unsettled"  # no state: any in which something is left to do
ANY_CHECK = "any"
NOBODY = "(none)"  # no user name: those have no brackets


@dataclass(frozen=True, slots=True)
class ThreadFilter:
    """What threads must be like; an empty field, or None, asks for nothing.

    `state` is one of a thread's, or `UNSETTLED`.
    `assignee`, `author` and `mentions` are user names; `assignee` may be `NOBODY`; `mentions` is whom a comment names.
    `translation`, in which an anchor stands, is a siglum or an id, `passage` a reference or an id.
    `waiting` is for what: an open `suggestion` to decide, an `orphan` (or changed words) to attach again, or a
    first `answer`. `check`: what a check had found, of a kind, before it was discussed; `ANY_CHECK`, of any.
    `is_of_work`: it speaks of the work as a whole, of no passage.
    `is_orphaned`: some of its words are gone. `is_unanswered`: nobody but the opener has spoken.
    `since`: changed at that moment or later. `words` stand in one of its comments (letters of either case);
    `§3` finds what cites that rule, not `§3.2`.
    `order` is one of `ORDERS`.
    """

    work: Work | None = None
    state: str = ""
    category: str = ""
    severity: str = ""
    assignee: str = ""
    author: str = ""
    mentions: str = ""
    translation: str | int = ""
    passage: str | int = ""
    waiting: str = ""
    label: str = ""
    check: str = ""
    is_of_work: bool | None = None
    is_orphaned: bool | None = None
    is_unanswered: bool | None = None
    since: datetime | None = None
    words: str = ""
    order: str = "place"


def find_threads(user: User, wanted: ThreadFilter) -> QuerySet[Thread]:
    """Return the threads the user may see that are as wanted, in the order wanted."""
    threads: QuerySet[Thread] = Thread.objects.visible_to(user).filter(*_conditions(wanted))
    if "place" in ORDERS[wanted.order]:
        threads = threads.annotate(place=Coalesce("passage__position", Value(0), output_field=IntegerField()))
    if "-weight" in ORDERS[wanted.order]:
        threads = threads.annotate(weight=_weight(lists_of_all(roles_of(user))))
    return threads.order_by(*ORDERS[wanted.order])


def count_threads(user: User, wanted: Sequence[ThreadFilter]) -> list[int]:
    """Return how many threads the user may see are as each of these wants. One query, none for nothing wanted."""
    columns = {f"n{at}": Count("pk", filter=_all(one)) for at, one in enumerate(wanted)}
    if not columns:
        return []
    counted = Thread.objects.visible_to(user).order_by().aggregate(**columns)
    return [counted[name] for name in columns]


def _all(wanted: ThreadFilter) -> Q:
    every = Q(pk__isnull=False)
    for condition in _conditions(wanted):
        every &= condition
    return every


def _conditions(wanted: ThreadFilter) -> Iterator[Q]:
    columns = {
        "work": wanted.work or "",
        "state": "" if wanted.state == UNSETTLED else wanted.state,
        "category": wanted.category,
        "severity": wanted.severity,
        "created_by__username": wanted.author,
        _named("passage", wanted.passage, "reference"): wanted.passage,
    }
    yield Q(**{column: value for column, value in columns.items() if value != ""})
    if wanted.state == UNSETTLED:
        yield Q(state__in=Thread.UNSETTLED)
    if wanted.assignee:
        yield Q(assignee=None) if wanted.assignee == NOBODY else Q(assignee__username=wanted.assignee)
    if wanted.is_of_work is not None:
        yield Q(passage__isnull=wanted.is_of_work)
    if wanted.since is not None:
        yield Q(updated_at__gte=wanted.since)
    yield from _by_what_hangs_on_it(wanted)


def _by_what_hangs_on_it(wanted: ThreadFilter) -> Iterator[Q]:
    if wanted.translation != "":
        yield _has(Anchor, **{_named("variant__translation", wanted.translation, "siglum"): wanted.translation})
    if wanted.mentions:
        named = Mention.objects.filter(person__username=wanted.mentions)
        yield Q(pk__in=named.values("comment__thread"))
    if wanted.words:
        yield _said(wanted.words)
    if wanted.label:
        yield Q(labels__contains=f"\n{fold(wanted.label)}\n")
    if wanted.check:
        kinds = {} if wanted.check == ANY_CHECK else {"kind": wanted.check}
        yield Q(pk__in=Check.objects.filter(**kinds).exclude(thread=None).values("thread"))
    if wanted.waiting:
        yield _WAITS[wanted.waiting]()
    if wanted.is_orphaned is not None:
        yield _turned(_has(Anchor, state=Anchor.State.ORPHANED), to=wanted.is_orphaned)
    if wanted.is_unanswered is not None:
        yield _turned(_is_unanswered(), to=wanted.is_unanswered)


def _has(model: type[Model], **columns: Any) -> Q:
    """The threads on which such a row hangs."""
    rows = model._default_manager.filter(**columns)
    return Q(pk__in=rows.order_by().values("thread"))


def _said(words: str) -> Q:
    """The threads in which such words stand; of a rule's mark (`§3`), as a whole."""
    said = cites(words) or Q(folded__contains=fold(words))
    return Q(pk__in=Comment.objects.filter(said, deleted_at=None).order_by().values("thread"))


def _turned(condition: Q, *, to: bool) -> Q:
    return condition if to else ~condition


def _named(path: str, name: str | int, column: str) -> str:
    """Return where a name is looked for: an id in the row's own, words in the column."""
    return path if isinstance(name, int) else f"{path}__{column}"


def _is_unanswered() -> Q:
    """Nobody other than the opener has said something."""
    replies = Comment.objects.filter(deleted_at=None).exclude(author=F("thread__created_by"))
    return ~Q(pk__in=replies.order_by().values("thread"))


_WAITS: Mapping[str, Callable[[], Q]] = {
    "suggestion": lambda: _has(Suggestion, state=Suggestion.State.OPEN),
    "orphan": lambda: _has(Anchor, state__in=[Anchor.State.CHANGED, Anchor.State.ORPHANED]),
    "answer": _is_unanswered,
}


def _weight(own: Mapping[int, Lists]) -> Case:
    """What a severity weighs where the thread is, in thousandths of a point above 1; 0 for none given."""
    steps = [step for workspace, lists in own.items() for step in _steps(lists, Q(workspace=workspace))]
    return Case(*steps, *_steps(DEFAULT, Q()), default=Value(0), output_field=IntegerField())


def _steps(lists: Lists, where: Q) -> list[When]:
    weights = lists.weights.items()
    return [When(where & Q(severity=name), then=Value(round(1000 * (1 + weight)))) for name, weight in weights]
