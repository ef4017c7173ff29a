"""What a review queue can be asked for: all of it stands in the address."""

from collections.abc import Iterable, Mapping
from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy, pgettext_lazy

from workbench.accounts.models import User
from workbench.corpus import limits
from workbench.corpus.models import Work
from workbench.review.classification import Lists
from workbench.review.filters import ANY_CHECK, NOBODY, UNSETTLED, ThreadFilter
from workbench.review.models import Thread
from workbench.web.site.forms import PageForm
from workbench.web.typesetting.checks import CHECK_WORDS

__all__ = ["ME", "PRESETS", "QueueForm"]

ME = "(me)"
STATES = [
    ("", gettext_lazy("Open or in progress")),
    *Thread.State.choices,
    ("all", pgettext_lazy("states of discussions", "All")),
]
WAITING = [
    ("", gettext_lazy("Waits for anything")),
    ("answer", gettext_lazy("Waits for a first answer")),
    ("suggestion", gettext_lazy("Waits for a decision")),
    ("orphan", gettext_lazy("Waits for its lost words")),
]
ASSIGNEES = [("", gettext_lazy("For anybody")), (ME, gettext_lazy("For me")), (NOBODY, gettext_lazy("For nobody"))]
AUTHORS = [("", pgettext_lazy("person", "Anybody")), (ME, pgettext_lazy("person", "Me"))]
MENTIONS = [("", pgettext_lazy("person", "Anybody")), ("me", pgettext_lazy("person", "Me"))]
EITHER = [("", gettext_lazy("Either way")), ("true", gettext_lazy("Yes")), ("false", gettext_lazy("No"))]
FURTHER = (
    "category",
    "author",
    "mentions",
    "translation",
    "passage",
    "label",
    "check",
    "whole",
    "orphaned",
    "unanswered",
    "since",
)
CHECKS = [("", gettext_lazy("Or by people")), (ANY_CHECK, gettext_lazy("Any check")), *CHECK_WORDS.items()]
ORDERS = [
    ("severity", gettext_lazy("Gravest first")),
    ("place", gettext_lazy("As in the text")),
    ("newest", gettext_lazy("Latest first")),
    ("oldest", gettext_lazy("Oldest first")),
]
PRESETS = [
    (pgettext_lazy("queue", "For me"), "assignee=(me)"),
    (pgettext_lazy("queue", "Mentions me"), "mentions=me"),
    (pgettext_lazy("queue", "Unanswered"), "unanswered=true"),
    (pgettext_lazy("queue", "Suggestions"), "waiting=suggestion"),
    (pgettext_lazy("queue", "Words gone"), "orphaned=true"),
]
"""What most look for, as queries of the queue."""
_ANY = {"category": gettext_lazy("Any category"), "severity": gettext_lazy("Any severity")}
_SAID = {"q": "words", "whole": "is_of_work", "orphaned": "is_orphaned", "unanswered": "is_unanswered"}
"""Fields that the filter calls otherwise."""


_DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class QueueForm(PageForm):
    """The filters over the queue."""

    q = forms.CharField(
        label=gettext_lazy("Words of comments"),
        max_length=limits.SEARCH,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": gettext_lazy("Search comments")}),
    )
    state = forms.ChoiceField(label=gettext_lazy("State"), choices=STATES, required=False)
    waiting = forms.ChoiceField(label=gettext_lazy("Waits for"), choices=WAITING, required=False)
    severity = forms.CharField(label=gettext_lazy("Severity"), max_length=limits.SEVERITY, required=False)
    category = forms.CharField(label=gettext_lazy("Category"), max_length=limits.CATEGORY, required=False)
    assignee = forms.CharField(label=gettext_lazy("Assigned to"), max_length=150, required=False)
    author = forms.CharField(label=gettext_lazy("Begun by"), max_length=150, required=False)
    mentions = forms.ChoiceField(label=gettext_lazy("Mentions"), choices=MENTIONS, required=False)
    translation = forms.CharField(label=gettext_lazy("Translation"), max_length=limits.SIGLUM, required=False)
    passage = forms.CharField(label=gettext_lazy("Passage"), max_length=limits.REFERENCE, required=False)
    label = forms.CharField(label=gettext_lazy("Label"), max_length=limits.LABEL, required=False)
    check = forms.ChoiceField(label=gettext_lazy("Found by a check"), choices=CHECKS, required=False)
    whole = forms.ChoiceField(label=gettext_lazy("On the work as a whole"), choices=EITHER, required=False)
    orphaned = forms.ChoiceField(label=gettext_lazy("Words gone"), choices=EITHER, required=False)
    unanswered = forms.ChoiceField(label=gettext_lazy("Unanswered"), choices=EITHER, required=False)
    since = forms.DateField(label=gettext_lazy("Changed since"), required=False, widget=_DAY)
    order = forms.ChoiceField(label=gettext_lazy("In order of"), choices=ORDERS, required=False)

    def __init__(self, *args: Any, people: Iterable[User], lists: Iterable[Lists], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = [(person.username, str(person)) for person in people]
        named = self.people
        self._offer("assignee", [*ASSIGNEES, *named])
        for name, choices in _named(list(lists)).items():
            self._offer(name, [("", _ANY[name]), *choices])
        self._offer("author", [*AUTHORS, *named])

    @property
    def usual(self) -> Iterable[forms.BoundField]:
        """The filters that are always in sight."""
        return [self[name] for name in ("q", "state", "waiting", "severity", "assignee", "order")]

    @property
    def further(self) -> Iterable[forms.BoundField]:
        """The filters that are unfolded when they are needed."""
        return [self[name] for name in FURTHER]

    @property
    def has_further(self) -> bool:
        """Whether one of the further filters is set."""
        return any(self.data.get(name) for name in FURTHER)

    @property
    def query(self) -> str:
        """What a valid form asks for, as it stands in an address."""
        return urlencode({name: value for name in self.cleaned_data if (value := self.data.get(name))})

    def wanted(self, user: User, work: Work | None) -> ThreadFilter:
        """Return what a valid form asks for; `(me)` is the user."""
        given: dict[str, Any] = {_SAID.get(name, name): value for name, value in self.cleaned_data.items()}
        given |= {name: user.username for name, value in given.items() if value == ME}
        given |= {name: {"true": True, "false": False}.get(given[name]) for name in _SAID.values() if name != "words"}
        given["mentions"] = user.username if given["mentions"] else ""
        given["state"] = {"": UNSETTLED, "all": ""}.get(given["state"], given["state"])
        given["order"] = given["order"] or "severity"
        if given["since"] is not None:
            given["since"] = timezone.make_aware(datetime.combine(given["since"], time.min))
        return ThreadFilter(work=work, **given)

    def _offer(self, name: str, choices: list[tuple[str, str | Promise]]) -> None:
        self.fields[name] = forms.ChoiceField(label=self.fields[name].label, choices=choices, required=False)


def _named(lists: Iterable[Lists]) -> Mapping[str, list[tuple[str, str]]]:
    """Return the categories and severities of several workspaces, each name once."""
    categories = {name: label for one in lists for name, label in one.category_choices}
    severities = {name: label for one in lists for name, label in one.severity_choices}
    return {"category": list(categories.items()), "severity": list(severities.items())}
